using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>Small catalogs for tests.</summary>
internal static class Sample
{
    /// <summary>A sound catalog: a skill, a field, and the roles asked for.</summary>
    public static List<CatalogEntry> Catalog(string catalog, params string[] roles) =>
        [
            new CatalogEntry { Skill = Skill(catalog, "python") },
            new CatalogEntry
            {
                Field = new Field { Name = $"catalogs/{catalog}/fields/software", Title = "Software" },
            },
            .. roles.Select(role => new CatalogEntry { Role = Role(catalog, role) }),
        ];

    public static Skill Skill(string catalog, string id) =>
        new()
        {
            Name = $"catalogs/{catalog}/skills/{id}",
            Title = id,
            Category = SkillCategory.Tool,
        };

    public static Role Role(string catalog, string id) =>
        new()
        {
            Name = $"catalogs/{catalog}/roles/{id}",
            Title = id,
            Family = id.Split('-')[0],
            Seniority = Seniority.Mid,
            Field = $"catalogs/{catalog}/fields/software",
            Skills =
            {
                new RoleSkill
                {
                    Skill = $"catalogs/{catalog}/skills/python",
                    Necessity = Necessity.Essential,
                    Importance = 0.5,
                    Proficiency = 4,
                },
            },
        };
}
