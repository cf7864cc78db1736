using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>What is measured of outbox and bus. No tag names a tenant or a key.</summary>
public sealed class EventMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CareerRecs.Events";

    private readonly ConcurrentDictionary<string, Backlog> _backlogs = new();
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _applied;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _dead;
    private readonly TimeProvider _clock;
    private long _deadLetters;

    /// <summary>Creates the instruments.</summary>
    public EventMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _sent = meter.CreateCounter<long>("careerrecs.outbox.sent", "{event}", "Events that the broker confirmed.");
        _failed = meter.CreateCounter<long>(
            "careerrecs.outbox.failed",
            "{attempt}",
            "Attempts to publish that failed, by reason."
        );
        _parked = meter.CreateCounter<long>("careerrecs.outbox.parked", "{event}", "Events given up until an operator looks.");
        _applied = meter.CreateCounter<long>("careerrecs.events.applied", "{event}", "Events that a handler applied.");
        _dropped = meter.CreateCounter<long>("careerrecs.events.dropped", "{event}", "Events dropped as seen or passed.");
        _dead = meter.CreateCounter<long>(
            "careerrecs.events.dead_letters",
            "{event}",
            "Events that a handler failed on to the last retry."
        );
        meter.CreateObservableGauge("careerrecs.outbox.age", ObserveAges, "s", "Age of the oldest event that is not sent yet.");
        meter.CreateObservableGauge("careerrecs.outbox.parked.now", ObserveParked, "{event}", "Events that are parked.");
    }

    /// <summary>What each database of this host has not sent yet, as last seen.</summary>
    public IReadOnlyDictionary<string, Backlog> Backlogs => _backlogs;

    /// <summary>Dead letters since this process started.</summary>
    public long DeadLetters => Interlocked.Read(ref _deadLetters);

    internal void Sent(string database, int count) => _sent.Add(count, Tag("database", database));

    internal void Failed(string database, string reason) => _failed.Add(1, Tag("database", database), Tag("reason", reason));

    internal void Parked(string database) => _parked.Add(1, Tag("database", database));

    internal void Applied(string consumer) => _applied.Add(1, Tag("consumer", consumer));

    internal void Dropped(string consumer) => _dropped.Add(1, Tag("consumer", consumer));

    internal void DeadLetter(string consumer)
    {
        Interlocked.Increment(ref _deadLetters);
        _dead.Add(1, Tag("consumer", consumer));
    }

    internal void Saw(string database, Backlog backlog) => _backlogs[database] = backlog;

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private IEnumerable<Measurement<double>> ObserveAges() =>
        _backlogs.Select(b => new Measurement<double>(b.Value.Age(_clock.GetUtcNow()).TotalSeconds, Tag("database", b.Key)));

    private IEnumerable<Measurement<int>> ObserveParked() =>
        _backlogs.Select(b => new Measurement<int>(b.Value.Parked, Tag("database", b.Key)));
}

/// <summary>What an outbox holds that is not sent.</summary>
public sealed record Backlog(int Unsent, int Parked, DateTimeOffset? Oldest)
{
    /// <summary>How long the oldest has waited.</summary>
    public TimeSpan Age(DateTimeOffset now) => Oldest is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero;
}
