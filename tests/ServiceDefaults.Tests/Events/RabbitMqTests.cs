using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.Testing;
using CareerRecs.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Tests.Events;

public sealed class RabbitMqTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_replica_gets_every_event_and_a_broker_that_was_away_loses_none()
    {
        await using var rabbit = await RabbitMqServer.StartNewAsync(Cancel);
        await using var one = await StartAsync(rabbit);
        await using var two = await StartAsync(rabbit);
        // Queues exist from the first connection on; what is published earlier reaches nobody.
        await BusHost.UntilAsync(one, _ => Task.FromResult(IsUp(one) && IsUp(two)));

        await EnqueueAsync(one, 1);
        await BusHost.UntilAsync(one, _ => Task.FromResult(Seen(one).Count == 1 && Seen(two).Count == 1));

        await rabbit.StopAsync();
        await EnqueueAsync(one, 2);
        await EnqueueAsync(one, 3);
        await EnqueueAsync(one, 4);
        await rabbit.StartAsync(Cancel);
        await BusHost.UntilAsync(one, async db => !await db.Outbox.AnyAsync(r => r.SentAt == null, Cancel));
        await BusHost.UntilAsync(one, _ => Task.FromResult(Seen(one).Count == 4 && Seen(two).Count == 4));

        Assert.Equal([1, 2, 3, 4], Seen(one));
        Assert.Equal([1, 2, 3, 4], Seen(two));
    }

    private static async Task<ServiceHost> StartAsync(RabbitMqServer rabbit)
    {
        var host = await BusHost.StartAsync(b => b.AddEventHandler<ProfileChanged, Recorder>(), busUrl: rabbit.Url);
        return host;
    }

    private static Task EnqueueAsync(ServiceHost host, long revision) =>
        BusHost.EnqueueAsync(host, "acme", "profiles/p", revision, new ProfileChanged { Profile = "profiles/p" });

    private static bool IsUp(ServiceHost host) => host.Services.GetRequiredService<EventBus>().IsUp;

    private static IReadOnlyList<long> Seen(ServiceHost host) => host.Services.GetRequiredService<Recorder>().Revisions;

    private sealed class Recorder : IEventHandler<ProfileChanged>
    {
        private readonly List<long> _revisions = [];

        public IReadOnlyList<long> Revisions
        {
            get
            {
                lock (_revisions)
                {
                    return [.. _revisions];
                }
            }
        }

        public Task HandleAsync(EventContext<ProfileChanged> e, CancellationToken cancellationToken)
        {
            lock (_revisions)
            {
                _revisions.Add(e.Revision);
            }
            return Task.CompletedTask;
        }
    }
}
