using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>Writing to the outbox.</summary>
public static class Outbox
{
    /// <summary>
    /// Adds the event to what the context saves: it is published if, and only if, that is committed.
    /// <paramref name="key"/> is the resource told of, <paramref name="revision"/> its state after the change.
    /// </summary>
    public static void Enqueue(this ServiceDb db, string owner, string key, long revision, IMessage @event) =>
        db.Outbox.Add(
            new OutboxRow
            {
                Owner = owner,
                Key = key,
                Revision = revision,
                // Fails here, in the caller's face, when the bus does not know the event.
                EventType = EventType.Named(@event.Descriptor.FullName).Name,
                EventId = Guid.CreateVersion7(),
                Json = JsonFormatter.Default.Format(@event),
            }
        );
}
