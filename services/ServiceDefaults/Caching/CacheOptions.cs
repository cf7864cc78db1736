using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>How long an answer is kept: in the memory of a replica, and in Redis for all of them.</summary>
public sealed record CacheLife(TimeSpan Memory, TimeSpan Redis)
{
    /// <summary>One minute in memory, ten in Redis: as long as an erased profile's answers may live.</summary>
    public static CacheLife Default { get; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10));
}

/// <summary>
/// Bounds of the cache. Section <c>Cache</c>; Redis itself is <c>ConnectionStrings:Redis</c>, absent: memory alone.
/// </summary>
public sealed class CacheOptions
{
    /// <summary>Answers kept in memory, in bytes as they would go to Redis.</summary>
    [Range(typeof(long), "1", "1099511627776")]
    public long MemoryBytes { get; set; } = 256 << 20;

    /// <summary>An answer larger than this is not cached.</summary>
    [Range(1, int.MaxValue)]
    public int MaxAnswerBytes { get; set; } = 4 << 20;

    /// <summary>
    /// How long a request waits for Redis. A hung Redis takes about a second a call, whatever its client's timeouts say.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RedisBound { get; set; } = TimeSpan.FromMilliseconds(40);

    /// <summary>Failures in a row after which Redis is left alone.</summary>
    [Range(1, 1000)]
    public int FailuresToOpen { get; set; } = 3;

    /// <summary>How long it is left alone before one call tries again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromSeconds(5);
}
