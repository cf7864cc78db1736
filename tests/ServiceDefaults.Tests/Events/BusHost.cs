using System.Threading.Channels;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Testing;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Events;

/// <summary>A host with a database, its outbox and a bus.</summary>
internal static class BusHost
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ServiceHost> StartAsync(
        Action<WebApplicationBuilder> add,
        FakeTimeProvider? clock = null,
        string busUrl = "",
        string queueLife = "00:10:00"
    )
    {
        var host = await ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Clock = clock,
                Settings = new Dictionary<string, string?>
                {
                    ["Database:MigrateOnStart"] = "false",
                    ["Bus:RetryDelays:0"] = "00:00:00.001",
                    ["Bus:Url"] = busUrl,
                    ["Bus:ReplicaQueueLife"] = queueLife,
                },
                Add = builder =>
                {
                    builder.AddDatabase<TestDb, SqliteTestDb, PostgresTestDb>("Test");
                    add(builder);
                },
            },
            Cancel
        );
        await using var db = await CreateDbAsync(host);
        await db.Database.EnsureCreatedAsync(Cancel);
        return host;
    }

    public static async Task EnqueueAsync(ServiceHost host, string owner, string key, long revision, IMessage @event)
    {
        await using var db = await CreateDbAsync(host);
        db.Enqueue(owner, key, revision, @event);
        await db.SaveChangesAsync(Cancel);
    }

    public static Task<TestDb> CreateDbAsync(ServiceHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<TestDb>>().CreateDbContextAsync(Cancel);

    /// <summary>Looks until it is so, for two minutes.</summary>
    public static async Task UntilAsync(ServiceHost host, Func<TestDb, Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            await using var db = await CreateDbAsync(host);
            if (await condition(db))
            {
                return;
            }
            await Task.Delay(10, patience.Token);
        }
    }
}

/// <summary>A handler whose events a test reads.</summary>
internal sealed class Inbox<TEvent> : IEventHandler<TEvent>
    where TEvent : IMessage
{
    private readonly Channel<EventContext<TEvent>> _received = Channel.CreateUnbounded<EventContext<TEvent>>();

    public ValueTask<EventContext<TEvent>> ReadAsync(CancellationToken cancellationToken) =>
        _received.Reader.ReadAsync(cancellationToken);

    public Task HandleAsync(EventContext<TEvent> e, CancellationToken cancellationToken) =>
        _received.Writer.WriteAsync(e, cancellationToken).AsTask();
}

/// <summary>A durable handler that writes a note of each event, and fails as often as told.</summary>
internal sealed class NoteTaker<TEvent> : IDurableEventHandler<TEvent, TestDb>
    where TEvent : IMessage
{
    private int _calls;

    public int Calls => _calls;

    public int Failures { get; set; }

    public async Task HandleAsync(EventContext<TEvent> e, TestDb db, CancellationToken cancellationToken)
    {
        db.Notes.Add(new Note { Text = $"{typeof(TEvent).Name} {e.Key} {e.Revision}" });
        await db.SaveChangesAsync(cancellationToken);
        if (Interlocked.Increment(ref _calls) <= Failures)
        {
            throw new InvalidOperationException("not yet");
        }
    }
}
