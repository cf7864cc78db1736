using MassTransit;

namespace CareerRecs.ServiceDefaults.Events.Messages;

/// <summary>
/// What travels on the bus: an envelope of plain values around the event as protobuf JSON. A generated class published as such
/// would arrive with its repeated fields empty, without an error.
/// </summary>
[ExcludeFromTopology]
public abstract record EventMessage
{
    /// <summary>Identifies the event; a second delivery has the same.</summary>
    public Guid EventId { get; init; }

    /// <summary>The tenant it concerns, or everybody.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What it tells of.</summary>
    public string Key { get; init; } = "";

    /// <summary>State of the key after the change.</summary>
    public long Revision { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The event as protobuf JSON.</summary>
    public string Json { get; init; } = "";
}

/// <summary>Carries <see cref="CareerRecs.Events.V1.CatalogVersionActivated"/>.</summary>
public sealed record CatalogVersionActivatedMessage : EventMessage;

/// <summary>Carries <see cref="CareerRecs.Events.V1.SalaryModelActivated"/>.</summary>
public sealed record SalaryModelActivatedMessage : EventMessage;

/// <summary>Carries <see cref="CareerRecs.Events.V1.ProfileChanged"/>.</summary>
public sealed record ProfileChangedMessage : EventMessage;

/// <summary>Carries <see cref="CareerRecs.Events.V1.ProfileErased"/>.</summary>
public sealed record ProfileErasedMessage : EventMessage;

/// <summary>Carries <see cref="CareerRecs.Events.V1.PayCoverageDrifted"/>.</summary>
public sealed record PayCoverageDriftedMessage : EventMessage;
