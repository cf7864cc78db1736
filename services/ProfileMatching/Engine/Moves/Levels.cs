using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Occupations;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>
/// How far apart two roles are in level: by seniority, else by the preparation that they take, else by what public codes say.
/// </summary>
internal static class Levels
{
    /// <summary>Highest O*NET job zone of trades: vocational training or an apprenticeship.</summary>
    private const int LongestTrade = 3;

    /// <summary>Levels that the target is above the role (below: negative); null where nothing tells.</summary>
    /// <param name="from">The role that is left.</param>
    /// <param name="stated">Seniority of the person, which goes before that of the role; unspecified where unknown.</param>
    /// <param name="target">The role that is looked at.</param>
    public static int? Between(Role? from, Seniority stated, Role target)
    {
        var seniority = stated != Seniority.Unspecified ? stated : from?.Seniority ?? Seniority.Unspecified;
        if (seniority != Seniority.Unspecified && target.Seniority != Seniority.Unspecified)
        {
            return target.Seniority - seniority;
        }

        if (from is null)
        {
            return null;
        }

        // Whoever leads a trade is above it, though it may take no more preparation.
        var led =
            OccupationCodes.Leads(from, target) ? 1
            : OccupationCodes.Leads(target, from) ? -1
            : 0;
        if (from.JobZone > 0 && target.JobZone > 0)
        {
            var zones = target.JobZone - from.JobZone;
            return IsPromotedFromTrade(from, target) ? Math.Max(zones, 0)
                : led > 0 ? Math.Max(zones, led)
                : led < 0 ? Math.Min(zones, led)
                : zones;
        }

        // The skill levels of ISCO are wide: which is higher tells more than how many lie between.
        return led != 0 ? led
            : OccupationCodes.FindSkillLevel(from) is { } here && OccupationCodes.FindSkillLevel(target) is { } there
                ? Math.Sign(there - here)
            : null;
    }

    /// <summary>
    /// Whether people of a trade come to manage: a chef who runs a restaurant steps down to nothing, though managers of
    /// restaurants prepare for less time. Professions that prepare longer do not lead there.
    /// </summary>
    private static bool IsPromotedFromTrade(Role from, Role target) =>
        from.JobZone <= LongestTrade && OccupationCodes.Manages(target) == true && OccupationCodes.Manages(from) == false;
}
