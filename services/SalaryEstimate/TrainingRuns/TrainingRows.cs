using CareerRecs.Salary.Storage;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Operations;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>
/// What is written of trainings. Only one that runs can be ended, by a statement that looks and writes at once: so a training
/// ends once, whoever ends it. A running one holds a lease; where that has run out, its process is taken to be dead.
/// </summary>
public sealed class TrainingRows(IDbContextFactory<SalaryDb> databases, TimeProvider time)
{
    /// <summary>Between two signs of life.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Without one for so long the process is taken to be dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string OwnerDied = "The process that ran it has ended. Nothing was kept of it: start it again.";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A new row; null where another training runs.</summary>
    public async Task<TrainingRow?> StartAsync(string tenant, string modelId, CancellationToken cancellationToken)
    {
        await EndAbandonedAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Trainings.AnyAsync(t => t.Slot != null, cancellationToken))
        {
            return null;
        }
        var row = new TrainingRow
        {
            Tenant = tenant,
            ModelId = modelId,
            Step = "waiting to begin",
            CreatedAt = Now,
            LeaseUntil = Now + (long)Lease.TotalMilliseconds,
        };
        db.Trainings.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return row;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another replica may have been faster: the slot is unique. Whatever else is wrong shows here again.
            if (await db.Trainings.AsNoTracking().AnyAsync(t => t.Slot != null, cancellationToken))
            {
                return null;
            }
            throw;
        }
    }

    /// <summary>A sign of life, with how far it is; false where it runs no more.</summary>
    public async Task<bool> ReportAsync(long id, TrainingProgress progress, CancellationToken cancellationToken)
    {
        var (share, step, rows, lease) = (progress.Share, progress.Step, progress.Rows, Now + (long)Lease.TotalMilliseconds);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Running(db, id)
                .ExecuteUpdateAsync(
                    t =>
                        t.SetProperty(row => row.Progress, share)
                            .SetProperty(row => row.Step, step)
                            .SetProperty(row => row.Observations, rows)
                            .SetProperty(row => row.LeaseUntil, lease),
                    cancellationToken
                ) > 0;
    }

    /// <summary>Cancels one that runs; one that has ended stays as it is.</summary>
    public async Task CancelAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await EndAsync(Running(db, id), State.Cancelled, null, cancellationToken);
    }

    /// <summary>Ends one that runs with an error; one that has ended stays as it is.</summary>
    public async Task FailAsync(long id, RpcException error, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await EndAsync(Running(db, id), State.Failed, error, cancellationToken);
    }

    /// <summary>Ends those whose process died.</summary>
    public async Task EndAbandonedAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await EndAsync(
            db.Trainings.Where(t => t.State == State.Running && t.LeaseUntil < now),
            State.Failed,
            Errors.Abandoned(OwnerDied),
            cancellationToken
        );
    }

    private Task<int> EndAsync(
        IQueryable<TrainingRow> rows,
        State state,
        RpcException? error,
        CancellationToken cancellationToken
    )
    {
        var now = Now;
        var (message, status) = error is null ? ("", null) : (error.Status.Detail, OperationErrors.ToStatus(error).ToByteArray());
        return rows.ExecuteUpdateAsync(
            t =>
                t.SetProperty(row => row.State, state)
                    .SetProperty(row => row.Message, message)
                    .SetProperty(row => row.Error, status)
                    .SetProperty(row => row.EndedAt, now)
                    .SetProperty(row => row.Slot, (int?)null),
            cancellationToken
        );
    }

    private static IQueryable<TrainingRow> Running(SalaryDb db, long id) =>
        db.Trainings.Where(t => t.Id == id && t.State == State.Running);
}
