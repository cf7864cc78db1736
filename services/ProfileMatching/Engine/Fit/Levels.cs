using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Matching.Engine.Fit;

/// <summary>How far apart two roles are in level: by seniority, where a catalog states none by the preparation that they take.</summary>
internal static class Levels
{
    /// <summary>Levels that the target is above the role (below: negative); null where nothing tells.</summary>
    /// <param name="from">The role that is left.</param>
    /// <param name="stated">Seniority of the person, which goes before that of the role; unspecified where unknown.</param>
    /// <param name="target">The role that is looked at.</param>
    public static int? Between(Role? from, Seniority stated, Role target)
    {
        var seniority = stated != Seniority.Unspecified ? stated : from?.Seniority ?? Seniority.Unspecified;
        if (seniority != Seniority.Unspecified && target.Seniority != Seniority.Unspecified) return target.Seniority - seniority;
        return from is { JobZone: > 0 } && target.JobZone > 0 ? target.JobZone - from.JobZone : null;
    }
}
