using System.Text.RegularExpressions;

namespace CareerRecs.Catalog.Validation;

/// <summary>Names are well formed, of one catalog and unique; titles are there and, within a kind, unique.</summary>
internal static partial class NameChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        var skills = contents.Skills.ConvertAll(skill => (skill.Name, skill.Title));
        var fields = contents.Fields.ConvertAll(field => (field.Name, field.Title));
        var roles = contents.Roles.ConvertAll(role => (role.Name, role.Title));

        Check("skill", skills, findings);
        Check("field", fields, findings);
        Check("role", roles, findings);
        OneCatalog([.. skills, .. fields, .. roles], findings);

        foreach (var skill in contents.Skills.Where(skill => skill.Category == 0))
        {
            findings.Warning("SKILL_WITHOUT_CATEGORY", $"{skill.Name} has no category; state one.");
        }
    }

    /// <summary>Whether this is the name of something of a kind ("role") in a catalog.</summary>
    public static bool IsNameOf(string kind, string name) =>
        WellFormed().Match(name) is { Success: true } match && match.Groups["kind"].Value == kind + "s";

    private static void Check(string kind, List<(string Name, string Title)> entries, Findings findings)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var titles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, title) in entries)
        {
            if (!IsNameOf(kind, name))
            {
                findings.Error(
                    "NAME_MALFORMED",
                    $"'{name}' is no name of a {kind}; write catalogs/CATALOG/{kind}s/ID with a lower-case id."
                );
            }
            else if (!names.Add(name))
            {
                findings.Error("DUPLICATE_NAME", $"{name} stands in the version twice; keep one.");
            }

            if (string.IsNullOrWhiteSpace(title))
            {
                findings.Error("TITLE_MISSING", $"{name} has no title; every {kind} needs one.");
            }
            else if (!titles.TryAdd(title, name) && titles[title] != name)
            {
                findings.Warning(
                    "DUPLICATE_TITLE",
                    $"{titles[title]} and {name} are both titled '{title}'; the title cannot tell them apart."
                );
            }
        }
    }

    private static void OneCatalog(IEnumerable<(string Name, string Title)> entries, Findings findings)
    {
        var catalogs = entries
            .Select(entry => WellFormed().Match(entry.Name))
            .Where(match => match.Success)
            .Select(match => match.Groups["catalog"].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (catalogs.Count > 1)
        {
            findings.Error(
                "SEVERAL_CATALOGS",
                $"Names of {catalogs.Count} catalogs ({string.Join(", ", catalogs.Take(5))}) stand in one version."
            );
        }
    }

    [GeneratedRegex("^catalogs/(?<catalog>[^/]+)/(?<kind>[a-z]+)/[a-z0-9][a-z0-9.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
