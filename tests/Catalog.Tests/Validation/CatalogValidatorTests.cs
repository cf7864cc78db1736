using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Tests.Validation;

public sealed class CatalogValidatorTests
{
    private const string Cook = "catalogs/a/roles/cook";
    private const string Python = "catalogs/a/skills/python";

    public static TheoryData<string, Action<List<CatalogEntry>>> Faults =>
        new()
        {
            { "DANGLING_SKILL", c => RoleOf(c).Skills[0].Skill = "catalogs/a/skills/ruby" },
            { "DANGLING_SKILL", c => SkillOf(c).Broader.Add("catalogs/a/skills/programming") },
            { "DANGLING_SKILL", c => SkillOf(c).Related.Add(new RelatedSkill { Skill = "catalogs/a/skills/ruby" }) },
            { "DANGLING_ROLE", c => RoleOf(c).RelatedRoles.Add(new RelatedRole { Role = "catalogs/a/roles/baker" }) },
            { "DANGLING_ROLE", c => RoleOf(c).Successor = "catalogs/a/roles/baker" },
            { "DANGLING_ROLE", c => RoleOf(c).Ladder = Ladder("l", Cook, "catalogs/a/roles/baker") },
            { "DANGLING_FIELD", c => RoleOf(c).Field = "catalogs/a/fields/cooking" },
            { "SKILL_MISSING", c => RoleOf(c).Skills[0].Skill = "" },
            { "DUPLICATE_ROLE_SKILL", c => RoleOf(c).Skills.Add(RoleOf(c).Skills[0].Clone()) },
            { "LIMIT_EXCEEDED", c => RoleOf(c).Skills[0].Importance = 1.1 },
            { "LIMIT_EXCEEDED", c => RoleOf(c).Skills[0].Importance = double.NaN },
            { "LIMIT_EXCEEDED", c => RoleOf(c).Skills[0].Proficiency = 7.1 },
            { "LIMIT_EXCEEDED", c => SkillOf(c).Related.Add(new RelatedSkill { Skill = Python, Similarity = -1 }) },
            { "LIMIT_EXCEEDED", c => RoleOf(c).JobZone = 6 },
            {
                "EXPERIENCE_REVERSED",
                c => RoleOf(c).Requirements = new Requirements { ExperienceYearsMin = 5, ExperienceYearsMax = 3 }
            },
            { "DUPLICATE_NAME", c => c.Add(new CatalogEntry { Role = RoleOf(c).Clone() }) },
            { "NAME_MALFORMED", c => SkillOf(c).Name = "catalogs/a/skills/Python" },
            { "NAME_MALFORMED", c => SkillOf(c).Name = "" },
            { "TITLE_MISSING", c => RoleOf(c).Title = " " },
            { "SEVERAL_CATALOGS", c => c.Add(new CatalogEntry { Skill = Sample.Skill("b", "python") }) },
            { "BROADER_LOOP", c => SkillOf(c).Broader.Add(Python) },
            { "SUCCESSOR_LOOP", c => RoleOf(c).Successor = Cook },
            { "FIGURE_WITHOUT_SOURCE", c => RoleOf(c).Figures.Add(Figure(f => f.Source = "")) },
            { "FIGURE_WITHOUT_UNIT", c => RoleOf(c).Figures.Add(Figure(f => f.Unit = Unit.Unspecified)) },
            { "FIGURE_REVERSED", c => RoleOf(c).Figures.Add(Figure(f => f.High = f.Value - 1)) },
            { "DUPLICATE_FIGURE", c => RoleOf(c).Figures.AddRange([Figure(_ => { }), Figure(_ => { })]) },
            {
                "LADDER_WITHOUT_ROLE",
                c =>
                {
                    c.AddRole("baker");
                    RoleOf(c).Ladder = Ladder("l", "catalogs/a/roles/baker");
                }
            },
            {
                "LADDER_SENIORITY_FALLS",
                c =>
                {
                    c.AddRole("baker");
                    RoleOf(c).Ladder = Ladder("l", Cook, "catalogs/a/roles/baker");
                }
            },
            { "LIMIT_EXCEEDED", c => SkillOf(c).Title = new string('x', 301) },
            { "NO_ROLES", c => c.RemoveAll(entry => entry.Role is not null) },
            { "NO_ROLES", c => RoleOf(c).Retired = true },
        };

    [Fact]
    public void A_sound_catalog_has_no_findings()
    {
        var report = CatalogValidator.Validate(Sample.Catalog("a", "cook"));
        Assert.Empty(report.Findings);
        Assert.Equal([1L, 1L, 1L, 1L], report.Counters.Select(counter => counter.Value));
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_an_error_of_its_own_code(string code, Action<List<CatalogEntry>> spoil)
    {
        var entries = Sample.Catalog("a", "cook");
        spoil(entries);
        var report = CatalogValidator.Validate(entries);
        Assert.Contains(report.Findings, finding => finding.Code == code && finding.Severity == Finding.Types.Severity.Error);
        Assert.True(report.ErrorCount > 0);
    }

    [Fact]
    public void A_higher_step_that_asks_for_less_is_a_warning_on_one_track_and_none_across()
    {
        var entries = Sample.Catalog("a", "cook", "chef");
        var (cook, chef) = (entries[2].Role, entries[3].Role);
        cook.Ladder = Ladder("l", cook.Name, chef.Name);
        chef.Ladder = cook.Ladder.Clone();
        chef.Seniority = Seniority.Senior;
        chef.Skills[0].Proficiency = 3;
        var finding = Assert.Single(CatalogValidator.Validate(entries).Findings);
        Assert.Equal(("LADDER_PROFICIENCY_FALLS", Finding.Types.Severity.Warning), (finding.Code, finding.Severity));

        chef.Track = Track.PeopleManager;
        Assert.Empty(CatalogValidator.Validate(entries).Findings);
        chef.Ladder.Title = "Otherwise";
        Assert.Equal("LADDERS_DIFFER", Assert.Single(CatalogValidator.Validate(entries).Findings).Code);
    }

    [Fact]
    public void A_loop_over_several_skills_is_told_once_as_a_whole_and_what_leads_into_it_not()
    {
        var entries = Sample.Catalog("a", "cook");
        string[] ids = ["one", "two", "three", "outside"];
        string[] wider = ["two", "three", "one", "one"];
        for (var i = 0; i < ids.Length; i++)
        {
            var skill = Sample.Skill("a", ids[i]);
            skill.Broader.Add($"catalogs/a/skills/{wider[i]}");
            entries.Add(new CatalogEntry { Skill = skill });
        }

        var finding = Assert.Single(CatalogValidator.Validate(entries).Findings);
        Assert.Equal("BROADER_LOOP", finding.Code);
        Assert.Contains(
            "one > catalogs/a/skills/two > catalogs/a/skills/three > catalogs/a/skills/one",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_chain_as_long_as_a_file_is_no_burden()
    {
        var entries = Sample.Catalog("a", "cook");
        for (var i = 0; i < 100_000; i++)
        {
            var skill = Sample.Skill("a", $"s{i}");
            skill.Broader.Add(i == 0 ? Python : $"catalogs/a/skills/s{i - 1}");
            entries.Add(new CatalogEntry { Skill = skill });
        }

        Assert.Equal(0, CatalogValidator.Validate(entries).ErrorCount);
    }

    [Fact]
    public void All_findings_are_counted_and_errors_listed_first()
    {
        var entries = Sample.Catalog("a", [.. Enumerable.Range(0, 500).Select(i => $"role-{i}")]);
        foreach (var role in entries.Select(entry => entry.Role).OfType<Role>())
        {
            role.Skills.Clear();
        }
        entries[^1].Role.JobZone = 9;
        var report = CatalogValidator.Validate(entries);
        Assert.Equal((200, 1, 500), (report.Findings.Count, report.ErrorCount, report.WarningCount));
        Assert.Equal(Finding.Types.Severity.Error, report.Findings[0].Severity);
    }

    private static Role RoleOf(List<CatalogEntry> catalog) => catalog.First(entry => entry.Role is not null).Role;

    private static Skill SkillOf(List<CatalogEntry> catalog) => catalog[0].Skill;

    private static Ladder Ladder(string id, params string[] roles) =>
        new()
        {
            Id = id,
            Title = id,
            Steps = { roles.Select(role => new LadderStep { Role = role }) },
        };

    private static Figure Figure(Action<Figure> spoil)
    {
        var figure = new Figure
        {
            Id = "f",
            Source = "s",
            Unit = Unit.Percent,
            Statistic = Statistic.Mean,
            Value = 5,
        };
        spoil(figure);
        return figure;
    }
}

file static class CatalogEntries
{
    public static void AddRole(this List<CatalogEntry> catalog, string id) =>
        catalog.Add(new CatalogEntry { Role = Sample.Role("a", id) });
}
