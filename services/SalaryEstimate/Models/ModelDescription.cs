using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using Google.Protobuf;
using Date = Google.Type.Date;
using State = CareerRecs.Salary.V1.SalaryModel.Types.State;

namespace CareerRecs.Salary.Models;

/// <summary>The public messages of models.</summary>
internal static class ModelDescription
{
    /// <summary>What does not change about a model.</summary>
    public static SalaryModel Of(SalaryModelData data, string digest, string card) =>
        new()
        {
            Name = data.Name,
            Digest = digest,
            Sources = { TableSources.Of(data.Parameters).Select(s => $"{s.Name} ({s.Year}; {s.Licence})") },
            AsOf = new Date
            {
                Year = data.Parameters.AsOf.Year,
                Month = data.Parameters.AsOf.Month,
                Day = data.Parameters.AsOf.Day,
            },
            OccupationCount = data.Occupations.All.Count(o => o.Wages.Level == OccupationLevel.Detailed),
            PlaceCount = data.Places.Metros.Length + data.Places.States.Length + data.Places.Abroad.Length + 1,
            ModelCard = card,
            Metrics = data.Parameters.Pay?.Metrics?.ToMessage(),
        };

    /// <summary>The shipped model as a row without its file; older than whatever an operator makes.</summary>
    public static ModelRow ShippedRow(LoadedModel shipped) =>
        new()
        {
            Id = DefaultModel.Id,
            CreatedAt = new DateTimeOffset(
                shipped.Data.Parameters.AsOf.ToDateTime(TimeOnly.MinValue),
                TimeSpan.Zero
            ).ToUnixTimeMilliseconds(),
            Message = Of(shipped.Data, shipped.Digest, DefaultModel.Card()).ToByteArray(),
        };

    /// <summary>The message of a row, with its state in the light of what is active.</summary>
    public static SalaryModel Show(ModelRow row, string activeId)
    {
        var model = SalaryModel.Parser.ParseFrom(row.Message);
        model.State =
            row.Id == activeId ? State.Active
            : row.Revision > 0 || row.Id == DefaultModel.Id ? State.Superseded
            : State.Candidate;
        model.Revision = row.Revision;
        model.Etag = FormattableString.Invariant($"{(int)model.State}-{row.Revision}");
        return model;
    }
}
