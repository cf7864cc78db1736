using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Comparison;

/// <summary>How much of each kind two versions hold, and how much their sources told.</summary>
public static class VersionCounts
{
    /// <summary>Counts what is in both.</summary>
    public static IEnumerable<CountChange> Compare(CatalogSnapshot before, CatalogSnapshot after) =>
        Count(before)
            .Zip(
                Count(after),
                (was, now) =>
                    new CountChange
                    {
                        Title = now.Title,
                        Before = was.Value,
                        After = now.Value,
                    }
            );

    /// <summary>What the imports counted, where both did: a table that one release lacks says nothing of a change.</summary>
    public static IEnumerable<CountChange> CompareSources(CatalogVersion before, CatalogVersion after)
    {
        var told = before
            .Counters.GroupBy(counter => counter.Title)
            .ToDictionary(group => group.Key, group => group.First().Value);
        return after
            .Counters.Where(counter => told.ContainsKey(counter.Title))
            .Select(counter => new CountChange
            {
                Title = counter.Title,
                Before = told[counter.Title],
                After = counter.Value,
            });
    }

    private static IEnumerable<(string Title, long Value)> Count(CatalogSnapshot version)
    {
        yield return ("roles", version.Roles.Length);
        yield return ("retired roles", version.RetiredRoles.Length);
        yield return ("alternate titles", version.Roles.Sum(role => role.AlternateTitles.Count));
        yield return ("skills", version.Skills.Length);
        yield return ("skill aliases", version.Skills.Sum(skill => skill.Aliases.Count));
        yield return ("skills of roles", version.Roles.Sum(role => role.Skills.Count));
        yield return ("tools of roles", version.Roles.Sum(role => role.Skills.Count(asked => IsTool(version, asked.Skill))));
        yield return ("fields", version.Fields.Length);
    }

    private static bool IsTool(CatalogSnapshot version, string skill) =>
        version.TryGetSkill(skill, out var found) && found.Category == SkillCategory.Tool;
}
