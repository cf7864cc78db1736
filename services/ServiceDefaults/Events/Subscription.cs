using System.Collections.Concurrent;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>A handler that a service has for an event.</summary>
internal abstract class Subscription
{
    /// <summary>Name in queues, metrics and logs.</summary>
    public abstract string Consumer { get; }

    /// <summary>One queue for all replicas, or one for each.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// Connects the handler to its endpoint. <paramref name="revisions"/> is shared by what one replica's queue brings.
    /// </summary>
    public abstract void Connect(
        IReceiveEndpointConfigurator endpoint,
        IServiceProvider services,
        DeliveryGuard guard,
        ReplicaRevisions revisions
    );
}

/// <summary>How far one replica is, by key. In memory, as is all that its handlers keep.</summary>
internal sealed class ReplicaRevisions
{
    // Far more than there are catalogs and models. When profiles fill it, forgetting costs that an old event is looked at again.
    private const int MaxKeys = 100_000;

    private readonly ConcurrentDictionary<(string Owner, string Key), long> _applied = new();

    public bool IsHigher(string owner, string key, long revision) =>
        !_applied.TryGetValue((owner, key), out var last) || revision > last;

    public void Note(string owner, string key, long revision)
    {
        if (_applied.Count >= MaxKeys)
        {
            _applied.Clear();
        }
        _applied[(owner, key)] = revision;
    }
}

/// <summary>Every replica gets every event, and keeps in memory how far it is.</summary>
internal sealed class ReplicaSubscription<TEvent, THandler> : Subscription
    where TEvent : IMessage<TEvent>, new()
    where THandler : class, IEventHandler<TEvent>
{
    public override string Consumer { get; } = QueueName(typeof(THandler));

    public override bool IsShared => false;

    // With the namespace: services that share a host have handlers of one name. Letters, digits and hyphens are all that every
    // transport takes.
    private static string QueueName(Type handler) =>
        string.Join(
            '-',
            handler.GetGenericArguments().Prepend(handler).Select(t => $"{t.Namespace}.{t.Name}".Split('`')[0].Replace('.', '-'))
        );

    public override void Connect(
        IReceiveEndpointConfigurator endpoint,
        IServiceProvider services,
        DeliveryGuard guard,
        ReplicaRevisions revisions
    )
    {
        var handler = services.GetRequiredService<THandler>();
        EventType
            .Of<TEvent>()
            .Connect(
                endpoint,
                (e, context) =>
                    guard.RunAsync(
                        Consumer,
                        context,
                        async cancellationToken =>
                        {
                            var revision = e.Event is ProfileErased ? AppliedRevision.Tombstone : e.Revision;
                            if (!revisions.IsHigher(e.Owner, e.Key, revision))
                            {
                                return false;
                            }
                            await handler.HandleAsync(e, cancellationToken);
                            revisions.Note(e.Owner, e.Key, revision);
                            return true;
                        }
                    )
            );
    }
}

/// <summary>One replica gets the event; its effect and its revision are one transaction.</summary>
internal sealed class DurableSubscription<TEvent, THandler, TDb>(string consumer) : Subscription
    where TEvent : IMessage<TEvent>, new()
    where THandler : class, IDurableEventHandler<TEvent, TDb>
    where TDb : ServiceDb
{
    public override string Consumer => consumer;

    public override bool IsShared => true;

    public override void Connect(
        IReceiveEndpointConfigurator endpoint,
        IServiceProvider services,
        DeliveryGuard guard,
        ReplicaRevisions revisions
    )
    {
        var databases = services.GetRequiredService<IDbContextFactory<TDb>>();
        var handler = services.GetRequiredService<THandler>();
        EventType
            .Of<TEvent>()
            .Connect(
                endpoint,
                (e, context) =>
                    guard.RunAsync(
                        Consumer,
                        context,
                        async cancellationToken =>
                        {
                            await using var first = await databases.CreateDbContextAsync(cancellationToken);
                            return await first
                                .Database.CreateExecutionStrategy()
                                .ExecuteAsync(ct => ApplyAsync(databases, handler, e, ct), cancellationToken);
                        }
                    )
            );
    }

    private async Task<bool> ApplyAsync(
        IDbContextFactory<TDb> databases,
        THandler handler,
        EventContext<TEvent> e,
        CancellationToken cancellationToken
    )
    {
        // A context of its own for each attempt: what a failed one left tracked must not be saved by the next.
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var erases = e.Event is ProfileErased;
        var next = new AppliedRevision
        {
            Consumer = consumer,
            Owner = e.Owner,
            Key = e.Key,
            Revision = erases ? AppliedRevision.Tombstone : e.Revision,
            IsErased = erases,
        };
        if (!await OutboxQueries.TryAdvanceAsync(db, next, cancellationToken))
        {
            return false;
        }
        await handler.HandleAsync(e, db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
