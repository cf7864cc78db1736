using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Benchmarks;

/// <summary>
/// People made up from a catalog: skills of a few roles in that catalog's own words, two jobs and years. The same number gives
/// the same person; different numbers give different ones.
/// </summary>
internal static class People
{
    private const int HeldJobs = 2;
    private const int LeastHeld = (int)Proficiency.Basic;
    private const int MostHeld = (int)Proficiency.Expert;

    /// <summary>A person with so many skills.</summary>
    public static Profile Make(CatalogSnapshot catalog, int number, int skills) => Make(catalog, number, 1, skills).First();

    /// <summary>Many people, numbered from <paramref name="first"/>.</summary>
    public static IEnumerable<Profile> Make(CatalogSnapshot catalog, int first, int count, int skills)
    {
        var titles = catalog.Skills.ToDictionary(s => s.Name, s => s.Title, StringComparer.Ordinal);
        for (var number = first; number < first + count; number++)
        {
            yield return Make(catalog.Roles, titles, new Random(number), skills);
        }
    }

    private static Profile Make(
        IReadOnlyList<Catalog.V1.Role> roles,
        Dictionary<string, string> titles,
        Random random,
        int skills
    )
    {
        var profile = new Profile { YearsExperience = Math.Round(random.NextDouble() * 20, 1) };
        var said = new HashSet<string>(StringComparer.Ordinal);
        while (said.Count < skills)
        {
            var role = roles[random.Next(roles.Count)];
            if (profile.Jobs.Count < HeldJobs)
            {
                profile.Jobs.Add(new HeldJob { Title = role.Title });
            }
            foreach (var asked in role.Skills.OrderBy(_ => random.Next()).Take(skills / 2))
            {
                if (said.Count < skills && titles.TryGetValue(asked.Skill, out var title) && said.Add(title))
                {
                    profile.Skills.Add(
                        new ProfileSkill { Text = title, Proficiency = (Proficiency)random.Next(LeastHeld, MostHeld + 1) }
                    );
                }
            }
        }

        return profile;
    }
}
