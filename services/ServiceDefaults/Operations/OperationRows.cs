using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>Answer to a sign of life.</summary>
public enum Pulse
{
    /// <summary>Go on.</summary>
    GoOn,

    /// <summary>Somebody asked the operation to stop.</summary>
    Cancelled,

    /// <summary>The operation has been ended: its lease had run out.</summary>
    Ended,
}

/// <summary>
/// Rows of operations. A running one is ended by a statement that checks and writes at once, so it ends once, whoever ends it.
/// </summary>
public sealed class OperationRows<TDb>(IDbContextFactory<TDb> databases, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Time between two signs of life.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Time without a sign of life after which the process counts as dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Time for which an operation that has ended can be read.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private const string OwnerDied =
        "The process that ran the operation has ended. Look whether its result is there; if it is not, start it again.";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long NextLease => Now + (long)Lease.TotalMilliseconds;

    /// <summary>Adds a running operation and drops those that ended long ago.</summary>
    public async Task<OperationRow> AddAsync(string tenant, string scope, IMessage metadata, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new OperationRow
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Tenant = tenant,
            Scope = scope,
            Metadata = Google.Protobuf.WellKnownTypes.Any.Pack(metadata).ToByteArray(),
            CreatedAt = now.ToUnixTimeMilliseconds(),
            LeaseUntil = NextLease,
        };
        var expired = (now - Retention).ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<OperationRow>().Where(o => o.EndedAt < expired).ExecuteDeleteAsync(cancellationToken);
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Returns an operation of a tenant; one whose process died has ended.</summary>
    public async Task<OperationRow?> FindAsync(string tenant, string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var query = db.Set<OperationRow>().AsNoTracking().Where(o => o.Id == id && o.Tenant == tenant);
        var row = await query.SingleOrDefaultAsync(cancellationToken);
        if (row is null || !IsAbandoned(row))
        {
            return row;
        }
        await EndAbandonedAsync(db, cancellationToken);
        return await query.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Returns operations of a tenant, newest first.</summary>
    public async Task<List<OperationRow>> ListAsync(string tenant, string? after, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var query = db.Set<OperationRow>().AsNoTracking().Where(o => o.Tenant == tenant);
        if (after is not null)
        {
            query = query.Where(o => string.Compare(o.Id, after) < 0);
        }
        query = query.OrderByDescending(o => o.Id).Take(count);
        var rows = await query.ToListAsync(cancellationToken);
        if (!rows.Exists(IsAbandoned))
        {
            return rows;
        }
        await EndAbandonedAsync(db, cancellationToken);
        return await query.ToListAsync(cancellationToken);
    }

    /// <summary>Gives a sign of life, with the metadata as the work stands.</summary>
    public async Task<Pulse> ReportAsync(string id, IMessage metadata, CancellationToken cancellationToken)
    {
        var (lease, bytes) = (NextLease, Google.Protobuf.WellKnownTypes.Any.Pack(metadata).ToByteArray());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var alive = await SelectRunning(db, id)
            .ExecuteUpdateAsync(
                o => o.SetProperty(row => row.LeaseUntil, lease).SetProperty(row => row.Metadata, bytes),
                cancellationToken
            );
        if (alive == 0)
        {
            return Pulse.Ended;
        }
        return await SelectRunning(db, id).AnyAsync(o => o.IsCancelRequested, cancellationToken) ? Pulse.Cancelled : Pulse.GoOn;
    }

    /// <summary>Asks a running operation to stop; one that has ended stays as it is.</summary>
    public async Task RequestCancelAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SelectRunning(db, id).ExecuteUpdateAsync(o => o.SetProperty(row => row.IsCancelRequested, true), cancellationToken);
    }

    /// <summary>Ends a running operation; one that has ended stays as it is.</summary>
    public async Task EndAsync(string id, OperationEnd end, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await EndAsync(SelectRunning(db, id), end, cancellationToken);
    }

    /// <summary>Deletes an operation that has ended; false if it runs.</summary>
    public async Task<bool> TryDeleteAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<OperationRow>()
                .Where(o => o.Id == id && o.State != OperationState.Running)
                .ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private bool IsAbandoned(OperationRow row) => row.State == OperationState.Running && row.LeaseUntil < Now;

    private Task<int> EndAbandonedAsync(TDb db, CancellationToken cancellationToken)
    {
        var now = Now;
        return EndAsync(
            db.Set<OperationRow>().Where(o => o.State == OperationState.Running && o.LeaseUntil < now),
            OperationEnd.Fail(Errors.Errors.Abandoned(OwnerDied)),
            cancellationToken
        );
    }

    private Task<int> EndAsync(IQueryable<OperationRow> rows, OperationEnd end, CancellationToken cancellationToken)
    {
        var now = Now;
        return rows.ExecuteUpdateAsync(
            update =>
            {
                update
                    .SetProperty(row => row.State, end.State)
                    .SetProperty(row => row.Result, end.Result)
                    .SetProperty(row => row.EndedAt, (long?)now);
                if (end.Metadata is { } metadata)
                {
                    update.SetProperty(row => row.Metadata, metadata);
                }
            },
            cancellationToken
        );
    }

    private static IQueryable<OperationRow> SelectRunning(TDb db, string id) =>
        db.Set<OperationRow>().Where(o => o.Id == id && o.State == OperationState.Running);
}
