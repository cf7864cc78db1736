using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class OwnSkillsTests
{
    private static readonly MatchIndex Index = RatedCatalog();

    [Fact]
    public void A_skill_that_every_role_rates_alike_is_generic_and_one_that_stands_out_is_not()
    {
        Assert.True(OwnSkills.IsGeneric(Index, Asked("role-0", "listening")));
        Assert.False(OwnSkills.IsGeneric(Index, Asked("role-0", "welding")));
        Assert.False(OwnSkills.IsGeneric(Index, Asked("speaker", "listening")));
    }

    [Fact]
    public void A_skill_is_the_more_a_roles_own_the_nearer_it_is_in_meaning()
    {
        var role = Role("role-0");
        double Own(string skill) => OwnSkills.Measure(Index, role, Asked("role-0", skill));

        Assert.InRange(Own("welding"), 0, 1);
        Assert.True(Own("welding") > Own("listening"));
    }

    [Fact]
    public void What_the_person_has_or_said_in_other_words_is_not_lacking()
    {
        using var person = View(new HeldPhrase("welding"), new HeldSkill(Skill("listening"), 7));

        Assert.True(OwnSkills.IsSaid(person, Skill("welding")));
        Assert.True(OwnSkills.IsSaid(person, Skill("listening")));
        Assert.DoesNotContain(
            OwnSkills.FindLacking(person, Role("role-0")),
            d => d.Skill == Skill("welding") || d.Skill == Skill("listening")
        );
    }

    [Fact]
    public void What_is_there_at_too_low_a_level_is_lacking()
    {
        using var person = View(null, new HeldSkill(Skill("welding"), 1));

        Assert.Contains(OwnSkills.FindLacking(person, Role("role-0")), d => d.Skill == Skill("welding"));
    }

    [Fact]
    public void Of_titles_that_differ_in_number_alone_one_is_lacking()
    {
        using var person = View(null);

        var lacking = OwnSkills.FindLacking(person, Role("role-0")).Select(d => Index.Skills[d.Skill].Title).ToList();

        Assert.Contains("Weld symbols", lacking);
        Assert.DoesNotContain("Weld symbol", lacking);
        Assert.Equal("weld symbol", OwnSkills.ToSingular("Weld symbols"));
    }

    [Fact]
    public void A_skill_asked_for_at_next_to_no_level_is_lacking_only_if_it_matters()
    {
        using var person = View(null);

        var lacking = OwnSkills.FindLacking(person, Role("role-0")).Select(d => Index.Skills[d.Skill].Title).ToList();

        Assert.Contains("Metallurgy", lacking);
        Assert.DoesNotContain("Archeology", lacking);
    }

    [Fact]
    public void Of_tools_only_those_that_postings_ask_for_are_lacking()
    {
        using var person = View(null);

        var lacking = OwnSkills.FindLacking(person, Role("role-0")).Select(d => Index.Skills[d.Skill].Title).ToList();

        Assert.Contains("AutoCAD", lacking);
        Assert.DoesNotContain("Seam Planner 3000", lacking);
    }

    private static PersonView View(HeldPhrase? phrase, params HeldSkill[] skills) =>
        new(
            Index,
            new PersonEvidence
            {
                Skills = skills,
                Phrases = phrase is { } said ? [said] : [],
                Roles = [],
                Terms = new Dictionary<string, int>(),
            }
        );

    private static RoleId Role(string id) => Index.RoleIds[ResourceName.Role("rated", id)];

    private static SkillId Skill(string id) => Index.SkillIds[ResourceName.Skill("rated", id)];

    private static ProfileMatching.Engine.Ranking.Demand Asked(string role, string skill) =>
        Index.Demands(Role(role)).ToArray().Single(d => d.Skill == Skill(skill));

    /// <summary>Roles that all rate one skill, each with one more of its own.</summary>
    private static MatchIndex RatedCatalog()
    {
        var roles = Enumerable
            .Range(0, 10)
            .Select(n => Role($"role-{n}", "Welder", 0.4))
            .Append(Role("speaker", "Speaker", 1))
            .ToList();
        roles[0].Skills.Add(Need("welding", 0.9));
        roles[0].Skills.Add(Need("weld-symbols", 0.8));
        roles[0].Skills.Add(Need("metallurgy", 0.5, level: 1));
        roles[0].Skills.Add(Need("archeology", 0.1, level: 1));
        roles[0].Skills.Add(Need("weld-symbol", 0.7));
        roles[0].Skills.Add(Need("autocad", 0.6, inDemand: true));
        roles[0].Skills.Add(Need("seam-planner", 0.6));
        var skills = new[]
        {
            ("archeology", "Archeology"),
            ("listening", "Active listening"),
            ("metallurgy", "Metallurgy"),
            ("weld-symbol", "Weld symbol"),
            ("weld-symbols", "Weld symbols"),
            ("welding", "Welding"),
        }
            .Select(s => new Skill
            {
                Name = ResourceName.Skill("rated", s.Item1),
                Title = s.Item2,
                Category = SkillCategory.Technical,
            })
            .Append(Tool("autocad", "AutoCAD"))
            .Append(Tool("seam-planner", "Seam Planner 3000"))
            .OrderBy(s => s.Name, StringComparer.Ordinal);
        var entries = skills
            .Select(s => new CatalogEntry { Skill = s })
            .Concat(roles.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new CatalogEntry { Role = r }));
        var version = new CatalogVersion { Name = ResourceName.Version("rated", "1"), Digest = "r" };
        return MatchIndex.Build(CatalogSnapshot.From(version, entries));
    }

    private static Skill Tool(string id, string title) =>
        new()
        {
            Name = ResourceName.Skill("rated", id),
            Title = title,
            Category = SkillCategory.Tool,
        };

    private static Role Role(string id, string title, double listening) =>
        new()
        {
            Name = ResourceName.Role("rated", id),
            Title = title,
            Overview = $"A {title} at work.",
            Skills = { Need("listening", listening) },
        };

    private static RoleSkill Need(string skill, double importance, bool inDemand = false, double level = 4) =>
        new()
        {
            Skill = ResourceName.Skill("rated", skill),
            Importance = importance,
            Proficiency = level,
            InDemand = inDemand,
        };
}
