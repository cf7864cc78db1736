using System.Collections.Immutable;
using System.Data.Common;
using System.Threading.Channels;
using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>
/// Stamps the time on outbox rows as they are saved, and wakes the relays of this process once they are committed.
/// </summary>
public sealed class OutboxInterceptor(TimeProvider clock) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private ImmutableList<Channel<bool>> _listeners = [];

    /// <summary>A reader that gets an item when rows were committed; several commits between two reads are one item.</summary>
    internal ChannelReader<bool> Listen()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        ImmutableInterlocked.Update(ref _listeners, list => list.Add(channel));
        return channel.Reader;
    }

    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Stamp(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Wake(eventData.Context);
        }
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(SavedChanges(eventData, result));

    /// <inheritdoc />
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake(eventData.Context);

    /// <inheritdoc />
    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    private void Stamp(DbContext? db)
    {
        if (db is null)
        {
            return;
        }
        foreach (var entry in db.ChangeTracker.Entries<OutboxRow>())
        {
            if (entry.State == EntityState.Added && entry.Entity.OccurredAt == default)
            {
                entry.Entity.OccurredAt = clock.GetUtcNow();
            }
        }
    }

    private void Wake(DbContext? db)
    {
        if (db is null || !db.ChangeTracker.Entries<OutboxRow>().Any())
        {
            return;
        }
        foreach (var listener in _listeners)
        {
            listener.Writer.TryWrite(true);
        }
    }
}
