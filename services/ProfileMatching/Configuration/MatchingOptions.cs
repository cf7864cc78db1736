using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ProfileMatching.Configuration;

/// <summary>How questions are answered. Section <c>Matching</c>.</summary>
public sealed class MatchingOptions
{
    /// <summary>How long an answer waits for pay before it goes without. Default: 400 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:10")]
    public TimeSpan PayDeadline { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Longest time that an answer waits for other catalogs, where the one asked understands little of the person; never more
    /// than half of the caller's remaining time. Default: 3 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan BetterCatalogWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Secret that keys of cached answers are made with, so that nobody who reads the cache can tell whose they are. The same in
    /// all replicas; base64, 32 bytes. Empty: made anew by each process, and answers are not shared.
    /// </summary>
    [RegularExpression(
        "[A-Za-z0-9+/]{43}=",
        ErrorMessage = "Matching:CacheKeySecret must be 32 random bytes in "
            + "base64, as `openssl rand -base64 32` gives them, or empty."
    )]
    public string CacheKeySecret { get; set; } = "";
}
