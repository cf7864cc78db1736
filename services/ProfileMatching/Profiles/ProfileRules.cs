using CareerRecs.Matching.V1;
using Google.Rpc;

namespace CareerRecs.Matching.Profiles;

/// <summary>What the contract says of a profile in words, beyond the limits that stand on its fields.</summary>
internal static class ProfileRules
{
    private static readonly TimeSpan LeastRetention = TimeSpan.FromDays(1);
    private static readonly TimeSpan MostRetention = TimeSpan.FromDays(3653);

    /// <summary>What is wrong with a profile; <paramref name="path"/> is where in the request it stands.</summary>
    public static IEnumerable<BadRequest.Types.FieldViolation> Check(Profile profile, string path)
    {
        if (profile.Retention is { } retention)
        {
            // Compared in seconds: a duration may lie outside of what a TimeSpan holds.
            if (retention.Seconds < LeastRetention.TotalSeconds || retention.Seconds > MostRetention.TotalSeconds)
                yield return Violation($"{path}.retention", $"from 86400s (a day) to {MostRetention.TotalSeconds}s (10 years) allowed, {retention.Seconds}s came");
        }

        for (var i = 0; i < profile.Jobs.Count; i++)
        {
            if (profile.Jobs[i] is { Start: { } start, End: { } end } && Month(end) < Month(start))
                yield return Violation($"{path}.jobs[{i}].end", "must not lie before start");
        }
    }

    private static int Month(Google.Type.Date date) => (date.Year * 12) + date.Month;

    private static BadRequest.Types.FieldViolation Violation(string field, string description) =>
        new() { Field = field, Description = description };
}
