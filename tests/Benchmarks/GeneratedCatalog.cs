using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Benchmarks;

/// <summary>
/// A catalog as large as any labour market's: roles that ask for skills drawn by Zipf's law, a few by nearly all, most by hardly
/// any.
/// </summary>
internal static class GeneratedCatalog
{
    private const int Seed = 20261125;
    private const string Id = "generated";

    /// <summary>The catalog.</summary>
    /// <param name="roles">How many roles.</param>
    /// <param name="skills">How many skills they ask for among them.</param>
    /// <param name="skillsPerRole">How many each asks for.</param>
    public static CatalogSnapshot Make(int roles, int skills, int skillsPerRole)
    {
        var random = new Random(Seed);
        var zipf = Cumulated(skills);
        var entries = Enumerable
            .Range(0, skills)
            .Select(i => new CatalogEntry
            {
                Skill = new Skill { Name = ResourceName.Skill(Id, $"s{i:00000}"), Title = $"Skill {i}" },
            })
            .Concat(Enumerable.Range(0, roles).Select(i => new CatalogEntry { Role = Role(i, skillsPerRole, zipf, random) }));
        return CatalogSnapshot.From(new CatalogVersion { Name = ResourceName.Version(Id, "1"), Digest = Id }, entries);
    }

    private static Role Role(int number, int skills, double[] zipf, Random random)
    {
        var role = new Role { Name = ResourceName.Role(Id, $"r{number:000000}"), Title = $"Role {number}" };
        var asked = new HashSet<int>();
        while (asked.Count < skills)
        {
            asked.Add(Draw(zipf, random));
        }
        foreach (var skill in asked)
        {
            role.Skills.Add(
                new RoleSkill
                {
                    Skill = ResourceName.Skill(Id, $"s{skill:00000}"),
                    Importance = Math.Round(0.2 + (0.8 * random.NextDouble()), 2),
                    Proficiency = random.Next(2, 7),
                }
            );
        }

        return role;
    }

    private static int Draw(double[] zipf, Random random)
    {
        var at = Array.BinarySearch(zipf, random.NextDouble() * zipf[^1]);
        return Math.Min(at < 0 ? ~at : at, zipf.Length - 1);
    }

    private static double[] Cumulated(int count)
    {
        var sums = new double[count];
        double sum = 0;
        for (var i = 0; i < count; i++)
        {
            sums[i] = sum += 1.0 / (i + 1);
        }
        return sums;
    }
}
