using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Testing;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// They do, through Cancel.
#pragma warning disable xUnit1069

namespace CareerRecs.ServiceDefaults.Tests.Events;

public sealed class BusTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Every_event_arrives_with_every_field()
    {
        await using var host = await BusHost.StartAsync(builder =>
        {
            builder.AddEventHandler<CatalogVersionActivated, Inbox<CatalogVersionActivated>>();
            builder.AddEventHandler<SalaryModelActivated, Inbox<SalaryModelActivated>>();
            builder.AddEventHandler<ProfileChanged, Inbox<ProfileChanged>>();
            builder.AddEventHandler<ProfileErased, Inbox<ProfileErased>>();
            builder.AddEventHandler<PayCoverageDrifted, Inbox<PayCoverageDrifted>>();
        });

        await RoundTripAsync<CatalogVersionActivated>(host);
        await RoundTripAsync<SalaryModelActivated>(host);
        await RoundTripAsync<ProfileChanged>(host);
        await RoundTripAsync<ProfileErased>(host);
        await RoundTripAsync<PayCoverageDrifted>(host);
    }

    [Fact]
    public void Every_event_of_the_contract_can_travel() =>
        Assert.Equal(
            EventsReflection.Descriptor.MessageTypes.Select(m => m.FullName).Order(),
            EventType.All.Select(t => t.Name).Order()
        );

    [Fact(Timeout = 60_000)]
    public async Task A_replica_drops_what_it_has_seen_or_passed()
    {
        await using var host = await BusHost.StartAsync(b => b.AddEventHandler<ProfileChanged, Inbox<ProfileChanged>>());

        foreach (var revision in new long[] { 1, 3, 2, 3, 4 })
        {
            await BusHost.EnqueueAsync(host, "acme", "p", revision, new ProfileChanged());
        }
        await BusHost.EnqueueAsync(host, "other", "p", 1, new ProfileChanged());

        var inbox = host.Services.GetRequiredService<Inbox<ProfileChanged>>();
        var seen = new List<(string, long)>();
        while (seen.Count < 4)
        {
            var e = await inbox.ReadAsync(Cancel);
            seen.Add((e.Owner, e.Revision));
        }

        Assert.Equal([1, 3, 4], seen.Where(s => s.Item1 == "acme").Select(s => s.Item2));
        Assert.Contains(("other", 1L), seen);
    }

    [Fact(Timeout = 60_000)]
    public async Task Handlers_of_one_name_in_two_services_of_a_host_both_get_the_event()
    {
        await using var host = await BusHost.StartAsync(builder =>
        {
            builder.AddEventHandler<ProfileChanged, One.Handler>();
            builder.AddEventHandler<ProfileChanged, Two.Handler>();
        });

        await BusHost.EnqueueAsync(host, "acme", "p", 1, new ProfileChanged());

        Assert.Equal(1, (await host.Services.GetRequiredService<One.Handler>().Inbox.ReadAsync(Cancel)).Revision);
        Assert.Equal(1, (await host.Services.GetRequiredService<Two.Handler>().Inbox.ReadAsync(Cancel)).Revision);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_durable_consumer_applies_a_revision_once_and_nothing_after_erasure()
    {
        await using var host = await BusHost.StartAsync(builder =>
        {
            builder.AddDurableEventHandler<ProfileChanged, NoteTaker<ProfileChanged>, TestDb>("notes");
            builder.AddDurableEventHandler<ProfileErased, NoteTaker<ProfileErased>, TestDb>("notes");
        });

        await BusHost.EnqueueAsync(host, "acme", "p", 2, new ProfileChanged());
        await BusHost.EnqueueAsync(host, "acme", "p", 2, new ProfileChanged());
        await BusHost.EnqueueAsync(host, "acme", "p", 1, new ProfileChanged());
        await BusHost.EnqueueAsync(host, "acme", "p", 3, new ProfileErased());
        await BusHost.EnqueueAsync(host, "acme", "p", 4, new ProfileChanged());
        await BusHost.EnqueueAsync(host, "acme", "q", 1, new ProfileChanged());
        await BusHost.UntilAsync(host, db => db.AppliedRevisions.AnyAsync(r => r.Key == "q", Cancel));
        await BusHost.UntilAsync(host, db => db.AppliedRevisions.AnyAsync(r => r.IsErased, Cancel));
        await BusHost.UntilAsync(host, async db => !await db.Outbox.AnyAsync(r => r.SentAt == null, Cancel));

        await using var db = await BusHost.CreateDbAsync(host);
        Assert.Equal(AppliedRevision.Tombstone, (await db.AppliedRevisions.SingleAsync(r => r.Key == "p", Cancel)).Revision);
        var notes = await db.Notes.Select(n => n.Text).ToListAsync(Cancel);
        Assert.Equal(["ProfileChanged p 2", "ProfileChanged q 1", "ProfileErased p 3"], notes.Order());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_durable_handler_that_fails_leaves_no_trace_and_is_called_again()
    {
        await using var host = await BusHost.StartAsync(b =>
            b.AddDurableEventHandler<ProfileChanged, NoteTaker<ProfileChanged>, TestDb>("notes")
        );
        var notes = host.Services.GetRequiredService<NoteTaker<ProfileChanged>>();
        notes.Failures = 1;

        await BusHost.EnqueueAsync(host, "acme", "p", 1, new ProfileChanged());
        await BusHost.UntilAsync(host, db => db.Notes.AnyAsync(Cancel));

        await using var db = await BusHost.CreateDbAsync(host);
        Assert.Single(await db.Notes.ToListAsync(Cancel));
        Assert.Equal(2, notes.Calls);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_event_that_no_retry_helps_becomes_a_dead_letter_that_is_seen()
    {
        await using var host = await BusHost.StartAsync(b =>
            b.AddDurableEventHandler<ProfileChanged, NoteTaker<ProfileChanged>, TestDb>("notes")
        );
        host.Services.GetRequiredService<NoteTaker<ProfileChanged>>().Failures = int.MaxValue;

        await BusHost.EnqueueAsync(host, "acme", "p", 1, new ProfileChanged());
        await BusHost.UntilAsync(host, _ => Task.FromResult(host.Services.GetRequiredService<EventMetrics>().DeadLetters == 1));

        Assert.Contains(
            host.Log.Lines,
            l => l.Level == LogLevel.Warning && l.Message.Contains("a dead letter", StringComparison.Ordinal)
        );
        await using var db = await BusHost.CreateDbAsync(host);
        Assert.Empty(await db.AppliedRevisions.ToListAsync(Cancel));
    }

    private static async Task RoundTripAsync<TEvent>(ServiceHost host)
        where TEvent : IMessage<TEvent>, new()
    {
        var sent = (TEvent)FilledMessage.Of(new TEvent().Descriptor);

        await BusHost.EnqueueAsync(host, "acme", typeof(TEvent).Name, 17, sent);
        var received = await host.Services.GetRequiredService<Inbox<TEvent>>().ReadAsync(Cancel);

        Assert.Equal(sent, received.Event);
        Assert.Equal(("acme", typeof(TEvent).Name, 17L), (received.Owner, received.Key, received.Revision));
        Assert.NotEqual(Guid.Empty, received.EventId);
        Assert.NotEqual(default, received.OccurredAt);
    }
}
