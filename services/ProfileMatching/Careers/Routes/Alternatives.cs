using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Careers.Routes;

/// <summary>Keeps routes that differ in more than a detail, and longer ones only if they are easier.</summary>
internal static class Alternatives
{
    /// <summary>Readiness for the hardest step, over that of a shorter route, from which a step more is worth it.</summary>
    private const double ClearlyEasier = 1.25;

    /// <summary>
    /// The first routes of which no two are alike and none is longer than another unless its hardest step is clearly easier.
    /// </summary>
    /// <param name="routes">Routes, those of fewest steps first.</param>
    /// <param name="most">Most routes to keep.</param>
    public static List<RouteNode> Choose(IEnumerable<RouteNode> routes, int most)
    {
        var chosen = new List<(RouteNode Route, HashSet<RoleId> Through)>();
        foreach (var route in routes)
        {
            if (chosen.Count == most)
            {
                break;
            }

            var through = route.Before is null ? [] : route.Before.Steps.Select(s => s.Reached).ToHashSet();
            if (!chosen.Exists(c => IsDetour(route, c.Route) || Alike(c.Through, through)))
            {
                chosen.Add((route, through));
            }
        }

        return [.. chosen.Select(c => c.Route)];
    }

    /// <summary>Whether two routes pass through the same roles, or through all but one the same.</summary>
    public static bool Alike(HashSet<RoleId> a, HashSet<RoleId> b)
    {
        if (a.SetEquals(b))
        {
            return true;
        }

        var longer = Math.Max(a.Count, b.Count);
        return longer > 1 && a.Count(b.Contains) >= longer - 1;
    }

    private static bool IsDetour(RouteNode route, RouteNode shorter)
    {
        var stepsMore = route.Steps.Count - shorter.Steps.Count;
        return stepsMore > 0 && route.LeastReadiness < shorter.LeastReadiness * Math.Pow(ClearlyEasier, stepsMore);
    }
}
