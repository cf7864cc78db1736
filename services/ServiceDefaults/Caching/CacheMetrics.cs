using System.Diagnostics.Metrics;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>What is measured of the cache.</summary>
public sealed class CacheMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CareerRecs.Cache";

    private static readonly KeyValuePair<string, object?> Made = new("result", "made");
    private static readonly KeyValuePair<string, object?> Found = new("result", "found");

    private readonly Counter<long> _answers;
    private readonly Counter<long> _failures;
    private volatile bool _isOpen;

    /// <summary>Creates the instruments.</summary>
    public CacheMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _answers = meter.CreateCounter<long>("careerrecs.cache.answers", "{answer}", "Answers given, found or made.");
        _failures = meter.CreateCounter<long>(
            "careerrecs.cache.redis.failures",
            "{call}",
            "Calls that Redis failed or did not answer in time."
        );
        meter.CreateObservableGauge(
            "careerrecs.cache.redis.open",
            () => _isOpen ? 1 : 0,
            "{breaker}",
            "1 while Redis is left alone after failures."
        );
    }

    internal void Answered(bool made) => _answers.Add(1, made ? Made : Found);

    internal void RedisFailed(string reason) => _failures.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal void RedisIsOpen(bool isOpen) => _isOpen = isOpen;
}
