using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;
using Google.Rpc;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>What the contract says of a profile in words, beyond the limits that stand on its fields.</summary>
internal static class ProfileRules
{
    private static readonly TimeSpan LeastRetention = TimeSpan.FromDays(1);
    private static readonly TimeSpan MostRetention = TimeSpan.FromDays(3653);

    /// <summary>INVALID_ARGUMENT where something is wrong with a profile; null is none.</summary>
    public static void Require(Profile? profile, string path)
    {
        if (profile is not null && Check(profile, path).ToList() is { Count: > 0 } violations)
        {
            throw Errors.InvalidArgument(violations);
        }
    }

    /// <summary>What is wrong with a profile; <paramref name="path"/> is where in the request it stands.</summary>
    public static IEnumerable<BadRequest.Types.FieldViolation> Check(Profile profile, string path)
    {
        if (profile.Retention is { } retention)
        {
            // Compared in seconds: a duration may lie outside of what a TimeSpan holds.
            if (retention.Seconds < LeastRetention.TotalSeconds || retention.Seconds > MostRetention.TotalSeconds)
            {
                yield return Violation(
                    $"{path}.retention",
                    $"from 86400s (a day) to {MostRetention.TotalSeconds}s (10 years) allowed, got {retention.Seconds}s"
                );
            }
        }

        for (var i = 0; i < profile.Jobs.Count; i++)
        {
            if (profile.Jobs[i] is { Start: { } start, End: { } end } && IsBefore(end, start))
            {
                yield return Violation($"{path}.jobs[{i}].end", "must not lie before start");
            }
        }
    }

    /// <summary>Compared only as far as both are stated: a job from May to "that year" is no contradiction.</summary>
    private static bool IsBefore(Google.Type.Date one, Google.Type.Date other)
    {
        if (one.Year == 0 || other.Year == 0)
        {
            return false;
        }
        if (one.Year != other.Year)
        {
            return one.Year < other.Year;
        }
        if (one.Month == 0 || other.Month == 0)
        {
            return false;
        }
        if (one.Month != other.Month)
        {
            return one.Month < other.Month;
        }
        return one.Day > 0 && other.Day > 0 && one.Day < other.Day;
    }

    private static BadRequest.Types.FieldViolation Violation(string field, string description) =>
        new() { Field = field, Description = description };
}
