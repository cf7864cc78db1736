using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>A small catalog in which every rule of the ranking has something to act on.</summary>
internal static class MadeUpCatalog
{
    public const string Id = "made-up";

    private static readonly string[] Tools =
    [
        "python",
        "pytorch",
        "tensorflow",
        "docker",
        "sql",
        "excel",
        "kubernetes",
        "figma",
        "java",
        "spark",
    ];
    private static readonly string[] Techniques =
    [
        "statistics",
        "deep-learning",
        "deployment",
        "interviewing",
        "typography",
        "budgeting",
    ];

    public static CatalogVersion Version { get; } =
        new()
        {
            Name = ResourceName.Version(Id, "1"),
            Digest = "d",
            DisplayName = "Made-up",
            Attributions = { "Made up." },
        };

    public static MatchIndex Index { get; } = MatchIndex.Build(CatalogSnapshot.From(Version, Entries()));

    public static RoleId Role(string id) => Index.RoleIds[ResourceName.Role(Id, id)];

    public static SkillId Skill(string id) => Index.SkillIds[ResourceName.Skill(Id, id)];

    /// <summary>The skill as a person has it who has it as the role requires.</summary>
    public static HeldSkill Met(RoleId role, string skill) =>
        Index.Demands(role).ToArray().Single(d => d.Skill == Index.SkillIds[skill]).Met();

    public static IEnumerable<CatalogEntry> Entries()
    {
        foreach (var skill in Skills().OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            yield return new CatalogEntry { Skill = skill };
        }
        foreach (var role in Roles().OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            yield return new CatalogEntry { Role = role };
        }
    }

    private static IEnumerable<Skill> Skills()
    {
        foreach (var id in Tools.Concat(Techniques))
        {
            var skill = new Skill
            {
                Name = ResourceName.Skill(Id, id),
                Title = char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' '),
                Category = Tools.Contains(id) ? SkillCategory.Tool : SkillCategory.Technical,
            };
            if (id == "tensorflow")
            {
                skill.Related.Add(new RelatedSkill { Skill = ResourceName.Skill(Id, "pytorch"), Similarity = 0.8 });
            }
            yield return skill;
        }
    }

    private static IEnumerable<Role> Roles()
    {
        yield return Role(
            "ml-engineer",
            "Machine Learning Engineer",
            Seniority.Mid,
            "ml",
            ("python", 1, true),
            ("tensorflow", 0.9, true),
            ("deployment", 0.8, true),
            ("docker", 0.6, false),
            ("deep-learning", 0.6, false)
        );
        yield return Role(
            "senior-ml-engineer",
            "Senior Machine Learning Engineer",
            Seniority.Senior,
            "ml",
            ("python", 1, true),
            ("tensorflow", 0.9, true),
            ("deployment", 1, true),
            ("kubernetes", 0.7, true),
            ("deep-learning", 0.7, false)
        );
        yield return Role(
            "ml-director",
            "Director of Machine Learning",
            Seniority.Principal,
            "ml",
            ("budgeting", 1, true),
            ("deployment", 0.4, false),
            ("python", 0.3, false)
        );
        yield return Role(
            "data-scientist",
            "Data Scientist",
            Seniority.Mid,
            "",
            ("python", 1, true),
            ("statistics", 1, true),
            ("sql", 0.8, true),
            ("pytorch", 0.4, false)
        );
        yield return Role(
            "analyst",
            "Data Analyst",
            Seniority.Junior,
            "",
            ("sql", 1, true),
            ("excel", 0.9, true),
            ("statistics", 0.5, false)
        );
        yield return Role(
            "designer",
            "Product Designer",
            Seniority.Mid,
            "",
            ("figma", 1, true),
            ("interviewing", 0.7, true),
            ("typography", 0.6, false)
        );
        yield return Role(
            "back-end",
            "Back-End Developer",
            Seniority.Mid,
            "",
            ("java", 1, true),
            ("sql", 0.7, true),
            ("docker", 0.6, false),
            ("kubernetes", 0.4, false)
        );
    }

    private static Role Role(
        string id,
        string title,
        Seniority seniority,
        string ladder,
        params (string Skill, double Importance, bool Essential)[] skills
    )
    {
        var role = new Role
        {
            Name = ResourceName.Role(Id, id),
            Title = title,
            Seniority = seniority,
            Family = ladder.Length > 0 ? ladder : id,
            Overview = $"A {title} works with {string.Join(" and ", skills.Select(s => s.Skill))}.",
            Requirements = new Requirements
            {
                Education =
                {
                    new EducationRequirement
                    {
                        Level = EducationLevel.Bachelor,
                        Demand = id == "ml-director" ? Catalog.V1.Demand.Required : Catalog.V1.Demand.Preferred,
                    },
                },
            },
        };
        if (id == "back-end")
        {
            role.ExternalId = "hr-back-end";
        }
        if (ladder.Length > 0)
        {
            role.Ladder = new Ladder { Id = ladder, Title = "Machine learning" };
        }
        if (id == "ml-engineer")
        {
            role.Requirements.Certifications.Add(new CertificationRequirement { Title = "Certified Machine Learner" });
        }
        role.Skills.Add(
            skills.Select(s => new RoleSkill
            {
                Skill = ResourceName.Skill(Id, s.Skill),
                Importance = s.Importance,
                Proficiency = 4 + (seniority == Seniority.Senior ? 1 : 0),
                Necessity = s.Essential ? Necessity.Essential : Necessity.Optional,
            })
        );
        // What no source states: how well a designer knows typography.
        foreach (var unstated in role.Skills.Where(s => s.Skill.EndsWith("/typography", StringComparison.Ordinal)))
        {
            unstated.ClearProficiency();
        }
        return role;
    }
}
