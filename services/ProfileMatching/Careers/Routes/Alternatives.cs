namespace CareerRecs.Matching.Careers.Routes;

/// <summary>Keeps routes that differ in more than a detail.</summary>
internal static class Alternatives
{
    /// <summary>The first routes of which no two are alike.</summary>
    public static List<RouteNode> Choose(IEnumerable<RouteNode> routes, int most)
    {
        var chosen = new List<(RouteNode Route, HashSet<int> Through)>();
        foreach (var route in routes)
        {
            if (chosen.Count == most) break;
            var through = route.Before is null ? [] : route.Before.Steps.Select(s => s.Role).ToHashSet();
            if (!chosen.Exists(c => Alike(c.Through, through))) chosen.Add((route, through));
        }

        return [.. chosen.Select(c => c.Route)];
    }

    /// <summary>Whether two routes pass through the same roles, or through all but one the same.</summary>
    public static bool Alike(HashSet<int> a, HashSet<int> b)
    {
        if (a.SetEquals(b)) return true;
        var longer = Math.Max(a.Count, b.Count);
        return longer > 1 && a.Count(b.Contains) >= longer - 1;
    }
}
