using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>An event that waits to be published, written in the transaction of what it tells.</summary>
public sealed class OutboxRow
{
    /// <summary>Order of writing.</summary>
    public long Id { get; set; }

    /// <summary>The tenant it concerns, or everybody.</summary>
    public required string Owner { get; set; }

    /// <summary>What it tells of; order holds per owner and key.</summary>
    public required string Key { get; set; }

    /// <summary>Full protobuf name of the event.</summary>
    public required string EventType { get; set; }

    /// <summary>Identifies the event whatever becomes of it: a second delivery has the same.</summary>
    public Guid EventId { get; set; }

    /// <summary>State of the key that the event tells of; consumers drop what is not higher than what they have.</summary>
    public long Revision { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>The event as protobuf JSON.</summary>
    public required string Json { get; set; }

    /// <summary>How often publishing it failed for a reason of its own; a broker that is down does not count.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>When the broker confirmed it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was given up, until an operator clears this. Holds back its key, and its key alone.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>What went wrong last: the kind of exception, never its text.</summary>
    public string? LastError { get; set; }
}
