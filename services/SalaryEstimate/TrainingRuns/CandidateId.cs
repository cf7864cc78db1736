using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Identifiers of the models that trainings make.</summary>
internal static class CandidateId
{
    /// <summary>Whether a model has it.</summary>
    public static async Task<bool> IsTakenAsync(SalaryDb db, string id, CancellationToken cancellationToken) =>
        id == DefaultModel.Id || await db.Models.AnyAsync(m => m.Id == id, cancellationToken);

    /// <summary>One that no model has, of what is done and the day.</summary>
    public static async Task<string> MakeAsync(
        SalaryDb db,
        bool recalibrated,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var made = FormattableString.Invariant($"{(recalibrated ? "recalibrated" : "trained")}-{now:yyyy.MM.dd}");
        for (var version = 1; ; version++)
        {
            var id = version == 1 ? made : FormattableString.Invariant($"{made}.{version}");
            if (!await IsTakenAsync(db, id, cancellationToken))
            {
                return id;
            }
        }
    }
}
