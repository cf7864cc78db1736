using System.ComponentModel.DataAnnotations;
using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>The bus and the relay that feeds it. Section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>RabbitMQ: "amqp://user:password@host:5672/vhost". Empty: in memory, within this process.</summary>
    [Address("amqp", "amqps")]
    public string Url { get; set; } = "";

    /// <summary>Whether events leave the process.</summary>
    public bool IsConfigured => Url.Length > 0;

    /// <summary>
    /// Waits before a handler that failed is called again; after the last one the event becomes a dead letter. Default: 0.1, 0.5,
    /// 2 and 5 seconds.
    /// </summary>
    public IList<TimeSpan> RetryDelays { get; } = [];

    // Configuration adds to a list, so its default cannot stand in it.
    internal TimeSpan[] Retries =>
        RetryDelays.Count > 0
            ? [.. RetryDelays]
            : [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)];

    /// <summary>How often the relay looks without being woken, for rows of other processes and rows that wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the broker may take to confirm: with it down a publish would wait for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Rows published at a time, each of another key.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Failures of its own after which a row is parked.</summary>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Longest wait between attempts at one row.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long rows stay after they were sent, for whoever looks into what happened.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan KeepSent { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long the queue of a replica stays without it, so that a broker that restarts loses nothing.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReplicaQueueLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Spreads the waits of the replicas; the default differs by process.</summary>
    public int JitterSeed { get; set; } = Environment.ProcessId;
}
