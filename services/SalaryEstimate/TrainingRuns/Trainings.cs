using System.Globalization;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Starts trainings and tells of them.</summary>
public sealed class Trainings(
    IDbContextFactory<SalaryDb> databases,
    ObservationStream observations,
    TrainingRows rows,
    TrainingWorker worker,
    ModelSet models
)
{
    private const string List = "salaryTrainings";
    private const int DefaultSize = 50;
    private const int MaxSize = 100;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Starts a training.</summary>
    public async Task<TrainModelResponse> StartAsync(
        TrainModelRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        await models.RefreshAsync(cancellationToken); // it builds on what is active now
        await CheckObservationsAsync(request, caller, cancellationToken);
        await CheckIdAsync(request.ModelId, cancellationToken);
        var row =
            await rows.StartAsync(caller.Tenant, request.ModelId, cancellationToken)
            ?? throw Errors.ResourceExhausted(
                "Another training runs. ListSalaryTrainings shows it; start this one when it has ended, or cancel it.",
                RetryAfter
            );
        worker.Enqueue(
            new TrainingJob(row.Id, caller.Tenant, request.ModelId, [.. request.Sources], request.RecalibrateOnly, request.Reason)
        );
        return TrainingView.ToResponse(row);
    }

    /// <summary>How far one is.</summary>
    public async Task<GetSalaryTrainingResponse> GetAsync(GetSalaryTrainingRequest request, CancellationToken cancellationToken)
    {
        await rows.EndAbandonedAsync(cancellationToken);
        return new GetSalaryTrainingResponse { Training = TrainingView.Show(await FindAsync(request.Name, cancellationToken)) };
    }

    /// <summary>A page of them. Models are shared by all tenants, and so is how they came about.</summary>
    public async Task<ListSalaryTrainingsResponse> ListAsync(
        ListSalaryTrainingsRequest request,
        CancellationToken cancellationToken
    )
    {
        await rows.EndAbandonedAsync(cancellationToken);
        var before = Paging.DecodeLast(List, request.PageToken) is { } last ? Paging.Number(last) : long.MaxValue;
        var size = Paging.Size(request.PageSize, DefaultSize, MaxSize);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var page = await db
            .Trainings.AsNoTracking()
            .Where(t => t.Id < before)
            .OrderByDescending(t => t.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        return new ListSalaryTrainingsResponse
        {
            Trainings = { page.Take(size).Select(TrainingView.Show) },
            NextPageToken =
                page.Count > size ? Paging.EncodeLast(List, page[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    /// <summary>Ends one that runs.</summary>
    public async Task<CancelSalaryTrainingResponse> CancelAsync(
        CancelSalaryTrainingRequest request,
        CancellationToken cancellationToken
    )
    {
        var row = await FindAsync(request.Name, cancellationToken);
        await CancelAsync(row, cancellationToken);
        return new CancelSalaryTrainingResponse
        {
            Training = TrainingView.Show(await FindAsync(request.Name, cancellationToken)),
        };
    }

    /// <summary>Ends one that runs, here or in another process.</summary>
    public async Task CancelAsync(TrainingRow row, CancellationToken cancellationToken)
    {
        await rows.CancelAsync(row.Id, cancellationToken);
        worker.Stop(row.Id);
    }

    private async Task CheckObservationsAsync(TrainModelRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var survey = models.Active.Data.Survey;
        if (request.RecalibrateOnly && survey is null)
        {
            throw Errors.FailedPrecondition(
                "NO_PAY_MODEL",
                $"{models.Active.Name} has no pay model to recalibrate. Train one, or activate a model that has one."
            );
        }
        var (after, fewest) = request.RecalibrateOnly
            ? (survey?.Year, TrainingRun.FewestFreshRows)
            : (null, TrainingRun.FewestRows);
        var count = await observations.CountAsync(caller.Tenant, request.Sources, after, cancellationToken);
        if (count < fewest)
        {
            var which = after is { } year ? FormattableString.Invariant($" of years after {year}") : "";
            throw Errors.FailedPrecondition(
                "TOO_FEW_OBSERVATIONS",
                FormattableString.Invariant(
                    $"There are {count} observations{which}, {fewest} are needed. Import more with ImportObservations."
                )
            );
        }

        if (count > ObservationStream.MostRows)
        {
            throw Errors.FailedPrecondition("TOO_MANY_OBSERVATIONS", ObservationStream.TooMany(count));
        }
    }

    private async Task CheckIdAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Length == 0)
        {
            return; // the run makes one
        }
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await CandidateId.IsTakenAsync(db, id, cancellationToken))
        {
            throw Errors.AlreadyExists(
                ModelNames.Of(id),
                $"{ModelNames.Of(id)} is there already. Models never change: name another."
            );
        }
    }

    private async Task<TrainingRow> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return
            long.TryParse(name.AsSpan(TrainingView.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await db.Trainings.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is { } row
            ? row
            : throw Errors.NotFound(name, "ListSalaryTrainings tells which there are.");
    }
}
