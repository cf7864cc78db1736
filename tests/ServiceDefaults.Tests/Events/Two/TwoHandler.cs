using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.ServiceDefaults.Tests.Events.Two;

/// <summary>Has the name of another service's handler.</summary>
internal sealed class Handler : IEventHandler<ProfileChanged>
{
    public Inbox<ProfileChanged> Inbox { get; } = new();

    public Task HandleAsync(EventContext<ProfileChanged> e, CancellationToken cancellationToken) =>
        Inbox.HandleAsync(e, cancellationToken);
}
