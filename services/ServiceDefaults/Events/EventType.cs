using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events.Messages;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using MassTransit;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>
/// A kind of event: its protobuf name, the record that carries it on the bus, and how to get from one to the other.
/// </summary>
public abstract class EventType
{
    /// <summary>Every event of the contract. A new one is a line here and a record in <see cref="Messages"/>.</summary>
    public static IReadOnlyList<EventType> All { get; } =
    [
        new EventType<CatalogVersionActivated, CatalogVersionActivatedMessage>(),
        new EventType<SalaryModelActivated, SalaryModelActivatedMessage>(),
        new EventType<ProfileChanged, ProfileChangedMessage>(),
        new EventType<ProfileErased, ProfileErasedMessage>(),
        new EventType<PayCoverageDrifted, PayCoverageDriftedMessage>(),
    ];

    /// <summary>Full protobuf name.</summary>
    public abstract string Name { get; }

    /// <summary>The event of that full protobuf name.</summary>
    public static EventType Named(string name) =>
        All.FirstOrDefault(t => t.Name == name) ?? throw new UnknownEventException(name);

    /// <summary>Publishes a row; returns when the broker has confirmed it.</summary>
    public abstract Task PublishAsync(IPublishEndpoint bus, OutboxRow row, CancellationToken cancellationToken);

    internal static EventType<TEvent> Of<TEvent>()
        where TEvent : IMessage<TEvent>, new() =>
        All.OfType<EventType<TEvent>>().SingleOrDefault() ?? throw new UnknownEventException(typeof(TEvent).Name);
}

/// <summary>A kind of event whose protobuf class is known.</summary>
public abstract class EventType<TEvent> : EventType
    where TEvent : IMessage
{
    /// <summary>Connects a handler to an endpoint of the bus.</summary>
    internal abstract void Connect(
        IReceiveEndpointConfigurator endpoint,
        Func<EventContext<TEvent>, ConsumeContext, Task> handle
    );
}

internal sealed class EventType<TEvent, TMessage> : EventType<TEvent>
    where TEvent : IMessage<TEvent>, new()
    where TMessage : EventMessage, new()
{
    // A consumer of an older build reads what it knows of a newer event.
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public override string Name { get; } = new TEvent().Descriptor.FullName;

    public override Task PublishAsync(IPublishEndpoint bus, OutboxRow row, CancellationToken cancellationToken)
    {
        var message = new TMessage
        {
            EventId = row.EventId,
            Owner = row.Owner,
            Key = row.Key,
            Revision = row.Revision,
            OccurredAt = row.OccurredAt,
            Json = row.Json,
        };
        return bus.Publish(message, context => context.MessageId = row.EventId, cancellationToken);
    }

    internal override void Connect(
        IReceiveEndpointConfigurator endpoint,
        Func<EventContext<TEvent>, ConsumeContext, Task> handle
    ) => endpoint.Handler<TMessage>(context => handle(Read(context.Message), context));

    private static EventContext<TEvent> Read(TMessage message) =>
        new(message.EventId, message.Owner, message.Key, message.Revision, message.OccurredAt, Json.Parse<TEvent>(message.Json));
}

/// <summary>The bus has no record for this event.</summary>
public sealed class UnknownEventException(string name)
    : Exception($"{name} is not an event of the bus: add it to EventType.All.");
