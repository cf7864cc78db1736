using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Events;

/// <summary>An outbox, a clock, and a broker that fails where told.</summary>
internal sealed class OutboxFixture : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public OutboxFixture(TestDbFactory databases, FakeTimeProvider clock)
    {
        Databases = databases;
        Clock = clock;
        Metrics = new EventMetrics(_services.GetRequiredService<IMeterFactory>(), clock);
    }

    public TestDbFactory Databases { get; }

    public FakeTimeProvider Clock { get; }

    public EventMetrics Metrics { get; }

    public BusOptions Options { get; } = new() { MaxAttempts = 3, JitterSeed = 7 };

    /// <summary>What was published, in order, as "key@revision".</summary>
    public ConcurrentQueue<string> Published { get; } = new();

    /// <summary>Keys whose publication fails, with what.</summary>
    public ConcurrentDictionary<string, Exception> Failing { get; } = new();

    public OutboxSender<TestDb> Sender(PublishRow? publish = null) =>
        new(Databases, publish ?? PublishAsync, Options, Metrics, Clock, NullLogger.Instance);

    public async Task WriteAsync(params (string Key, long Revision)[] events)
    {
        foreach (var (key, revision) in events)
        {
            await using var db = Databases.CreateDbContext();
            db.Enqueue("acme", key, revision, new ProfileChanged { Profile = key });
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Sends until there is nothing to do now.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var sender = Sender();
        while (await sender.SendDueAsync(cancellationToken) > 0) { }
    }

    public async Task<OutboxRow> RowAsync(string key, long revision)
    {
        await using var db = Databases.CreateDbContext();
        return db.Outbox.Single(r => r.Key == key && r.Revision == revision);
    }

    public void Dispose() => _services.Dispose();

    private Task PublishAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (Failing.TryGetValue(row.Key, out var failure))
        {
            return Task.FromException(failure);
        }
        Published.Enqueue($"{row.Key}@{row.Revision}");
        return Task.CompletedTask;
    }
}
