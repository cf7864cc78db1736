using CareerRecs.Catalog.Import.Onet.Duties;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.Onet;

/// <summary>Essential skills that the importer derives from the duties of an occupation.</summary>
public sealed class OnetDutyTests
{
    private const string Analyze = "dwa-4-a-2-a-4-i01-d01";

    [Fact]
    public void A_duty_of_the_role_becomes_an_essential_skill_with_a_stable_name()
    {
        var catalog = new OnetSample().Import();
        var skill = catalog.Skill(Analyze);

        Assert.Equal(Necessity.Essential, catalog.Role().Asks(Analyze)!.Necessity);
        Assert.Equal("analyze data to identify trends", skill.Title);
        Assert.Equal("Analyze data to identify trends or relationships among variables.", skill.Description);
        Assert.Equal(["analyze data to identify trends or relationships among variables"], skill.Aliases);
        Assert.Equal(("4.A.2.a.4.I01.D01", SkillCategory.Method), (Assert.Single(skill.Codes).Value, skill.Category));
    }

    [Fact]
    public void Roles_share_the_skill_of_a_duty_and_a_duty_of_no_role_is_no_skill()
    {
        var catalog = new OnetSample().Import();

        Assert.NotNull(catalog.Role("15-2051.01").Asks(Analyze));
        Assert.Equal(2, catalog.Counter("duties that are skills"));
        Assert.DoesNotContain(
            catalog.Entries,
            entry => entry.Skill?.Name.EndsWith("dwa-4-a-3-b-1-i01-d01", StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public void A_duty_of_core_tasks_comes_before_one_of_supplemental_tasks()
    {
        var role = new OnetSample().Import().Role();

        Assert.True(role.Asks(Analyze)!.Importance > role.Asks("dwa-4-a-4-a-1-i01-d01")!.Importance);
    }

    [Fact]
    public void Rated_skills_and_knowledge_help_but_are_never_essential()
    {
        var catalog = new OnetSample().Import();

        Assert.Equal(Necessity.Optional, catalog.Role().Asks("mathematics")!.Necessity);
        Assert.Equal(Necessity.Optional, catalog.Role().Asks("mathematics-knowledge")!.Necessity);
    }

    [Fact]
    public void Without_the_tables_of_duties_the_import_goes_on_and_reports_them()
    {
        var catalog = new OnetSample().Without("DWA Reference").Without("Tasks to DWAs").Import();

        Assert.Equal(2, catalog.Report.Findings.Count(finding => finding.Code == "TABLE_MISSING"));
        Assert.DoesNotContain(catalog.Entries, entry => entry.Skill?.Name.Contains("/dwa-", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Cook foods.", "cook foods")]
    [InlineData("Install electrical components, equipment, or systems.", "install electrical components")]
    [InlineData("Inspect metal, plastic, or composite products.", "inspect metal products")]
    [InlineData("Thread wire or cable through ducts or conduits.", "thread wire through ducts")]
    [InlineData("Teach physical science or mathematics courses at the college level.", "teach physical science courses")]
    [InlineData("Test electrical equipment or systems to ensure proper functioning.", "test electrical equipment")]
    [InlineData("Represent the interests of clients in legal proceedings.", "represent interests of clients")]
    [InlineData("Teach others to use computer equipment or hardware.", "teach others to use computer equipment")]
    [InlineData(
        "Advise patients on effects of health conditions or treatments.",
        "advise patients on effects of health conditions"
    )]
    [InlineData("Search files, databases or reference materials to obtain needed information.", "search files")]
    [InlineData("Inspect equipment or tools to be used in construction or excavation.", "inspect equipment")]
    [InlineData("Prepare patients physically for medical procedures.", "prepare patients physically for medical procedures")]
    [InlineData(
        "Inspect facilities, equipment or supplies to ensure conformance to standards.",
        "inspect facilities to ensure conformance"
    )]
    public void A_name_keeps_verb_and_object_and_drops_lists_and_qualifications(string duty, string name) =>
        Assert.Equal(name, DutyName.Shorten(duty));

    [Fact]
    public void Duties_of_one_short_name_are_told_apart_by_their_whole_text()
    {
        var sample = new OnetSample();
        var catalog = sample
            .WithRow(
                "DWA Reference",
                "4.A.4.a.1|4.A.4.a.1.I02|4.A.4.a.1.I02.D01|Analyze data to identify trends, for lawyers in courts."
            )
            .WithRow("Tasks to DWAs", "15-1252.00|9|4.A.4.a.1.I02.D01|08/2023|Analyst")
            .Import();

        Assert.Equal("analyze data to identify trends, for lawyers in courts", catalog.Skill("dwa-4-a-4-a-1-i02-d01").Title);
    }

    [Theory]
    [InlineData("47-2111.00", "install electrical components")]
    [InlineData("29-1141.00", "record patient medical histories")]
    [InlineData("13-2011.00", "examine financial records")]
    [InlineData("35-2014.00", "cook foods")]
    [InlineData("53-3032.00", "operate vehicles or material-moving equipment")]
    [InlineData("39-5012.00", "trim client hair")]
    [InlineData("15-1252.00", "design software applications")]
    [InlineData("25-2021.00", "plan educational activities")]
    [InlineData("37-2011.00", "clean building walls or flooring")]
    [InlineData("23-1011.00", "represent interests of clients")]
    public void A_trade_is_recognized_by_its_essentials(string code, string essential)
    {
        var (titles, role) = (Release.Titles, Release.Catalog.Role(code));
        var essentials = role
            .Skills.Where(skill => skill.Necessity == Necessity.Essential)
            .Select(skill => titles[skill.Skill])
            .ToList();

        Assert.Contains(essential, essentials);
        Assert.InRange(essentials.Count, 8, 11);
    }

    [Fact]
    public void No_essential_of_the_release_is_one_of_a_third_of_all_roles()
    {
        var roles = Release.Catalog.Entries.Select(entry => entry.Role).OfType<Role>().ToList();
        var essentials = roles.SelectMany(role => role.Skills).Where(skill => skill.Necessity == Necessity.Essential);

        Assert.All(
            essentials.CountBy(skill => skill.Skill),
            skill => Assert.True(skill.Value < roles.Count / 3, $"{skill.Key}: {skill.Value}")
        );
        Assert.All(roles, role => Assert.InRange(role.Skills.Count(skill => skill.Necessity == Necessity.Essential), 0, 11));
        Assert.InRange(Release.Catalog.Counter("duties that are skills"), 1_500, 2_087);
    }

    [Fact]
    public void Every_short_name_of_the_release_resolves_to_its_duty()
    {
        var snapshot = CatalogSnapshot.Read(
            new CatalogVersion { Name = "catalogs/onet/versions/29.3" },
            EntryStream.Write(Release.Catalog.Entries)
        );
        var duties = Release.Titles.Where(pair => pair.Key.Contains("/skills/dwa-", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(duties);
        var wrong = duties
            .Where(pair => snapshot.SkillLexicon.Resolve(pair.Value).Skill != pair.Key)
            .Select(pair => pair.Value)
            .ToList();
        Assert.True(wrong.Count == 0, string.Join(", ", wrong.Take(20)));
    }

    [Theory]
    [InlineData("29-1141.00", "Licence or registration", Demand.Required)]
    [InlineData("53-3032.00", "Licence or registration: commercial drivers' license", Demand.Required)]
    [InlineData("53-5021.00", "Licence or registration: license issued by U.S. Coast Guard", Demand.Required)]
    [InlineData("47-2111.00", "Licence or registration: electrician's license or identification card", Demand.Required)]
    [InlineData("37-3012.00", "Licence or registration: specific training and state or federal certification", Demand.Preferred)]
    public void A_licence_that_the_occupation_demands_in_words_is_a_requirement(string code, string title, Demand demand)
    {
        var certification = Assert.Single(Release.Catalog.Role(code).Requirements.Certifications);

        Assert.Equal((title, demand), (certification.Title, certification.Demand));
    }

    [Fact]
    public void A_description_that_sends_licensed_people_to_another_occupation_demands_no_licence() =>
        Assert.Empty(Release.Catalog.Role("27-2022.00").Requirements.Certifications);
}
