using System.Collections.Concurrent;
using CareerRecs.ServiceDefaults.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>Publishes one row; returns when it is confirmed.</summary>
public delegate Task PublishRow(OutboxRow row, CancellationToken cancellationToken);

/// <summary>
/// Publishes what an outbox holds, one row of each key at a time and that the oldest, so order holds per key. A row that waits or
/// is parked holds back its own key alone. On PostgreSQL any number of replicas share the work: each locks the rows that it
/// publishes and skips those that others have locked. SQLite has one process, and no lock is held on it while the broker is
/// waited for.
/// </summary>
public sealed partial class OutboxSender<TDb>(
    IDbContextFactory<TDb> databases,
    PublishRow publish,
    BusOptions options,
    EventMetrics metrics,
    TimeProvider clock,
    ILogger logger
)
    where TDb : ServiceDb
{
    private readonly Random _jitter = new(options.JitterSeed);

    /// <summary>Name of the database in metrics and logs.</summary>
    public string Database { get; } = typeof(TDb).Name;

    /// <summary>Looks at what is unsent, for metrics and status.</summary>
    public async Task<Backlog> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unsent = db.Outbox.Where(r => r.SentAt == null);
        var seen = await unsent
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Unsent = g.Count(),
                Parked = g.Count(r => r.ParkedAt != null),
                Oldest = g.Min(r => r.Id),
            })
            .FirstOrDefaultAsync(cancellationToken);
        var oldest = seen is null
            ? default(DateTimeOffset?)
            : await unsent
                .Where(r => r.Id == seen.Oldest)
                .Select(r => (DateTimeOffset?)r.OccurredAt)
                .FirstOrDefaultAsync(cancellationToken);
        var backlog = new Backlog(seen?.Unsent ?? 0, seen?.Parked ?? 0, oldest);
        metrics.Saw(Database, backlog);
        return backlog;
    }

    /// <summary>Publishes one batch of what is due. Returns how many were sent; 0 when there is nothing to do now.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsNpgsql())
        {
            return await SendBatchAsync(db, cancellationToken);
        }

        return await db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async ct =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    var sent = await SendBatchAsync(db, ct);
                    await transaction.CommitAsync(ct);
                    return sent;
                },
                cancellationToken
            );
    }

    /// <summary>Deletes rows that were sent long ago.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - options.KeepSent;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Outbox.Where(r => r.SentAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<int> SendBatchAsync(TDb db, CancellationToken cancellationToken)
    {
        var rows = await OutboxQueries.OldestOfEachKeyAsync(db, clock.GetUtcNow(), options.BatchSize, cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        var failures = await PublishAsync(rows, cancellationToken);
        var sent = rows.Where(r => !failures.ContainsKey(r.Id)).Select(r => r.Id).ToList();
        var now = clock.GetUtcNow();
        await db
            .Outbox.Where(r => sent.Contains(r.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.SentAt, now).SetProperty(r => r.LastError, (string?)null),
                cancellationToken
            );
        foreach (var row in rows)
        {
            if (failures.TryGetValue(row.Id, out var failure))
            {
                await NoteFailureAsync(db, row, failure, cancellationToken);
            }
        }

        if (sent.Count > 0)
        {
            metrics.Sent(Database, sent.Count);
        }
        return sent.Count;
    }

    private async Task<IReadOnlyDictionary<long, Exception>> PublishAsync(
        IReadOnlyList<OutboxRow> rows,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.PublishTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var failures = new ConcurrentDictionary<long, Exception>();
        await Task.WhenAll(
            rows.Select(async row =>
            {
                try
                {
                    await publish(row, either.Token);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    failures[row.Id] = e;
                }
            })
        );
        return failures;
    }

    private async Task NoteFailureAsync(TDb db, OutboxRow row, Exception failure, CancellationToken cancellationToken)
    {
        // A broker that is away is no fault of the row: it waits, for as long as it takes, and is never parked for it.
        var brokerAway = failure is OperationCanceledException or ConnectionException or TimeoutException;
        var attempts = row.Attempts + (brokerAway ? 0 : 1);
        var now = clock.GetUtcNow();
        DateTimeOffset? parked = attempts >= options.MaxAttempts ? now : null;
        var next = now + Backoff(brokerAway ? 1 : attempts);
        var kind = failure.GetType().Name;
        await db
            .Outbox.Where(r => r.Id == row.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Attempts, attempts)
                        .SetProperty(r => r.NextAttemptAt, next)
                        .SetProperty(r => r.ParkedAt, parked)
                        .SetProperty(r => r.LastError, kind),
                cancellationToken
            );

        metrics.Failed(Database, brokerAway ? "broker_away" : "refused");
        if (parked is null)
        {
            LogFailed(Database, row.EventType, row.EventId, attempts, kind);
            return;
        }

        metrics.Parked(Database);
        LogParked(Database, row.EventType, row.EventId, attempts, kind);
    }

    /// <summary>One second doubled for each attempt up to the longest, of which between half and all.</summary>
    private TimeSpan Backoff(int attempts)
    {
        var full = Math.Min(options.MaxBackoff.TotalSeconds, Math.Pow(2, Math.Clamp(attempts - 1, 0, 20)));
        return TimeSpan.FromSeconds(full * (0.5 + _jitter.NextDouble() / 2));
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Database}: {EventType} {EventId} not published (attempt {Attempts}): {Kind}"
    )]
    private partial void LogFailed(string database, string eventType, Guid eventId, int attempts, string kind);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Database}: {EventType} {EventId} parked after {Attempts} "
            + "attempts: {Kind}. Its key waits until ParkedAt is cleared"
    )]
    private partial void LogParked(string database, string eventType, Guid eventId, int attempts, string kind);
}
