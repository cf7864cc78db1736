using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;

// Event handlers of a bus, which is what everyone calls them; the rule reserves the word for delegates.
#pragma warning disable CA1711

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>An event as it reaches a handler.</summary>
public sealed record EventContext<TEvent>(
    Guid EventId,
    string Owner,
    string Key,
    long Revision,
    DateTimeOffset OccurredAt,
    TEvent Event
)
    where TEvent : IMessage;

/// <summary>Handles an event on every replica, for what a replica holds in memory. Must bear being called twice.</summary>
public interface IEventHandler<TEvent>
    where TEvent : IMessage
{
    /// <summary>Handles it. What is thrown is retried.</summary>
    Task HandleAsync(EventContext<TEvent> e, CancellationToken cancellationToken);
}

/// <summary>Handles an event once for the whole service, in the transaction that also notes it as applied.</summary>
public interface IDurableEventHandler<TEvent, in TDb>
    where TEvent : IMessage
    where TDb : ServiceDb
{
    /// <summary>
    /// Handles it on <paramref name="db"/>, whose changes are saved and committed afterwards. What is thrown is retried.
    /// </summary>
    Task HandleAsync(EventContext<TEvent> e, TDb db, CancellationToken cancellationToken);
}
