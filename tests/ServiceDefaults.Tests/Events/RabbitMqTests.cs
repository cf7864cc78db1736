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

    [Fact]
    public async Task Nothing_of_a_replica_stays_with_the_broker_once_its_queue_has_expired()
    {
        await using var rabbit = await RabbitMqServer.StartNewAsync(Cancel);
        await StartAndStopAsync(rabbit);
        var expected = await CountAsync(rabbit, "exchanges");

        for (var i = 0; i < 4; i++)
        {
            await StartAndStopAsync(rabbit);
        }

        // The exchanges of the kinds of events stay: whoever listens to one is bound to it.
        Assert.Equal(expected, await CountAsync(rabbit, "exchanges"));
        Assert.Equal(0, await CountAsync(rabbit, "bindings"));
    }

    /// <summary>Starts a replica that listens to two kinds of events, ends it, and waits until its queue is gone.</summary>
    private static async Task StartAndStopAsync(RabbitMqServer rabbit)
    {
        await using (
            var host = await BusHost.StartAsync(
                builder =>
                {
                    builder.AddEventHandler<ProfileChanged, Recorder>();
                    builder.AddEventHandler<ProfileErased, Inbox<ProfileErased>>();
                },
                busUrl: rabbit.Url,
                queueLife: "00:00:01"
            )
        )
        {
            await BusHost.UntilAsync(host, _ => Task.FromResult(IsUp(host)));
            Assert.NotEqual(0, await CountAsync(rabbit, "queues"));
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (await CountAsync(rabbit, "queues") > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> CountAsync(RabbitMqServer rabbit, string kind) => (await rabbit.ListAsync(kind, Cancel)).Count;

    private static Task<ServiceHost> StartAsync(RabbitMqServer rabbit) =>
        BusHost.StartAsync(b => b.AddEventHandler<ProfileChanged, Recorder>(), busUrl: rabbit.Url);

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
