using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Lifecycle;

/// <summary>
/// Keeps the roles that a new release of a catalog no longer has, so that whoever stored their names still gets an answer:
/// retired, with the role that took their place where the titles tell it. Pure.
/// </summary>
internal static class Retirement
{
    /// <summary>The roles to carry over from the version before, as entries to add to those of the new one.</summary>
    public static IReadOnlyList<CatalogEntry> CarryOver(IEnumerable<Role> before, IReadOnlyCollection<CatalogEntry> after)
    {
        var roles = after.Select(entry => entry.Role).OfType<Role>().ToList();
        var present = roles.Select(role => role.Name).ToHashSet(StringComparer.Ordinal);
        var successors = Successors(roles);
        var gone = before.Where(role => !present.Contains(role.Name)).ToDictionary(role => role.Name, StringComparer.Ordinal);
        return [.. gone.Values.Select(role => new CatalogEntry { Role = Retire(role, Follow(role)) })];

        // A role that was retired before may have had a successor that is gone now too.
        string Follow(Role role)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var next = role; seen.Add(next.Name); )
            {
                if (present.Contains(next.Successor))
                {
                    return next.Successor;
                }
                if (successors.TryGetValue(TextAnalysis.Normalize(next.Title), out var successor) && successor.Length > 0)
                {
                    return successor;
                }
                if (!gone.TryGetValue(next.Successor, out next!))
                {
                    break;
                }
            }

            return "";
        }
    }

    /// <summary>
    /// Which role a title means in the new release: its own title before an alternate one; none where two claim it.
    /// </summary>
    private static Dictionary<string, string> Successors(List<Role> roles)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in roles.Where(role => !role.Retired))
        {
            Claim(own, role.Title, role.Name);
        }
        var alternate = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in roles.Where(role => !role.Retired))
        {
            foreach (var title in role.AlternateTitles)
            {
                Claim(alternate, title, role.Name);
            }
        }

        foreach (var (title, name) in alternate)
        {
            own.TryAdd(title, name);
        }
        return own;
    }

    private static void Claim(Dictionary<string, string> titles, string title, string role)
    {
        var key = TextAnalysis.Normalize(title);
        if (!titles.TryAdd(key, role) && titles[key] != role)
        {
            titles[key] = "";
        }
    }

    /// <summary>What a retired role still tells. What points to other entries would dangle as those go.</summary>
    private static Role Retire(Role role, string successor) =>
        new()
        {
            Name = role.Name,
            Title = role.Title,
            AlternateTitles = { role.AlternateTitles },
            Codes = { role.Codes },
            ExternalId = role.ExternalId,
            Family = role.Family,
            Seniority = role.Seniority,
            Track = role.Track,
            Overview = role.Overview,
            Attributions = { role.Attributions },
            Source = role.Source,
            JobZone = role.JobZone,
            Retired = true,
            Successor = successor,
        };
}
