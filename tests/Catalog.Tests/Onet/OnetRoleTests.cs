using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Onet.Occupations;
using CareerRecs.Catalog.V1;
using static CareerRecs.Catalog.V1.RelatedRole.Types;

namespace CareerRecs.Catalog.Tests.Onet;

public sealed class OnetRoleTests
{
    [Fact]
    public void An_occupation_becomes_a_role_with_its_codes_and_family()
    {
        var role = new OnetSample().Import().Role();

        Assert.Equal("Data Scientists", role.Title);
        Assert.Equal("15-2000", role.Family);
        Assert.Equal(5, role.JobZone);
        Assert.Equal(
            [
                new Code
                {
                    System = CodeSystem.Onet,
                    Value = "15-2051.00",
                    Match = CodeMatch.Exact,
                },
                new Code
                {
                    System = CodeSystem.Soc,
                    Value = "15-2051",
                    Match = CodeMatch.Exact,
                },
            ],
            role.Codes
        );
    }

    [Fact]
    public void A_division_of_a_soc_occupation_carries_the_soc_code_as_the_broader_one()
    {
        var role = new OnetSample().Import().Role("15-2051.01");

        Assert.Equal(CodeMatch.Broad, role.Codes.Single(c => c.System == CodeSystem.Soc).Match);
    }

    [Theory]
    [InlineData("15-2051", "15-2000")]
    [InlineData("15-1252", "15-1200")]
    [InlineData("31-1131", "31-1100")]
    [InlineData("51-5111", "51-5100")]
    [InlineData("51-4041", "51-4000")]
    public void The_family_is_the_minor_group_of_soc_2018(string soc, string family) => Assert.Equal(family, SocCode.Family(soc));

    [Fact]
    public void Reported_titles_stand_before_collected_ones_and_each_stands_once()
    {
        var role = new OnetSample().Import().Role();

        Assert.Equal(
            ["Machine Learning Engineer", "ML Engineer", "Chief Data Officer", "CDO", "Operations Officer (Naval Systems)"],
            role.AlternateTitles
        );
    }

    [Fact]
    public void A_title_of_several_occupations_tells_how_many_sources_give_it_to_each()
    {
        const string titles = """
            O*NET-SOC Code|Alternate Title|Short Title|Source(s)
            15-2051.00|Data Analyst|n/a|08,10
            15-2051.00|Data Wrangler|n/a|02,08
            15-2051.01|Data Analyst|n/a|02,08,10
            15-1252.00|Data Analyst|n/a|10
            """;

        var catalog = new OnetSample().With("Alternate Titles", titles).Import();

        Assert.Equal([new AttestedTitle { Title = "Data Analyst", SourceCount = 2 }], catalog.Role("15-2051.00").AttestedTitles);
        Assert.Equal(3, Assert.Single(catalog.Role("15-2051.01").AttestedTitles).SourceCount);
        Assert.Empty(catalog.Role("15-1252.00").AttestedTitles);
    }

    [Theory]
    [InlineData("Chief Executive Officer (CEO)", "", "Chief Executive Officer", "CEO")]
    [InlineData("CEO (Chief Executive Officer)", "CEO", "CEO", "Chief Executive Officer")]
    [InlineData("HR Coordinator (Human Resources Coordinator)", "", "HR Coordinator", "Human Resources Coordinator")]
    [InlineData(
        "Auto Body Repair Technician (Auto Body Repair Tech)",
        "",
        "Auto Body Repair Technician",
        "Auto Body Repair Tech"
    )]
    [InlineData("Weapons Officer (Fleet Ballistic Missiles)", "", "Weapons Officer (Fleet Ballistic Missiles)")]
    [InlineData(
        "Transportation Security Administration (TSA) Screener",
        "",
        "Transportation Security Administration (TSA) Screener"
    )]
    [InlineData("Java Developer", "Java Dev", "Java Developer", "Java Dev")]
    public void A_short_form_in_brackets_is_a_title_and_a_qualification_is_not(
        string title,
        string shortTitle,
        params string[] forms
    ) => Assert.Equal(forms, TitleForms.Of(title, shortTitle));

    [Fact]
    public void Core_tasks_come_first_and_unranked_ones_have_no_heading()
    {
        var catalog = new OnetSample().Import();

        Assert.Equal(["Core tasks", "Supplemental tasks"], catalog.Role().Responsibilities.Select(t => t.Title));
        Assert.Equal("Analyze data.", Assert.Single(catalog.Role().Responsibilities[0].Items));
        Assert.Equal("", Assert.Single(catalog.Role("15-2051.01").Responsibilities).Title);
    }

    [Fact]
    public void Related_occupations_keep_their_tier_and_rank_nearest_first()
    {
        var related = new OnetSample().Import().Role().RelatedRoles;

        Assert.Equal(
            [
                ("catalogs/onet/roles/15-2051.01", Relation.Primary, 1),
                ("catalogs/onet/roles/15-1252.00", Relation.Supplemental, 11),
            ],
            related.Select(r => (r.Role, r.Relation, r.Rank))
        );
    }

    [Fact]
    public void The_level_that_three_in_four_reach_is_required_and_a_higher_one_named_most_is_preferred()
    {
        var education = new OnetSample().Import().Role().Requirements.Education;

        Assert.Equal(
            [
                (EducationLevel.Master, Demand.Preferred, 0.45),
                (EducationLevel.Bachelor, Demand.Required, 0.40),
                (EducationLevel.HighSchool, Demand.Unspecified, 0.10),
                (EducationLevel.Doctorate, Demand.Optional, 0.05),
            ],
            education.Select(e => (e.Level, e.Demand, e.Share))
        );
    }

    [Fact]
    public void Nothing_is_required_on_answers_that_the_publisher_does_not_trust()
    {
        var education = new OnetSample().Import().Role("15-2051.01").Requirements.Education;

        Assert.Equal(Demand.Preferred, Assert.Single(education).Demand);
    }

    [Fact]
    public void An_occupation_without_a_survey_takes_the_level_that_its_broad_group_requires()
    {
        var sample = new OnetSample();
        var survey = sample.Text("Education, Training, and Experience");
        var trusted = survey.Replace("|Y|08/2023|Incumbent", "|N|08/2023|Incumbent", StringComparison.Ordinal);
        var untold = string.Join('\n', trusted.Split('\n').Where(row => !row.StartsWith("15-2051.00", StringComparison.Ordinal)));

        var added = Assert.Single(
            sample.With("Education, Training, and Experience", untold).Import().Role().Requirements.Education
        );

        Assert.Equal((EducationLevel.Bachelor, Demand.Required, true), (added.Level, added.Demand, added.Added));
        Assert.False(added.HasShare);
    }

    [Fact]
    public void Half_a_survey_says_nothing()
    {
        var sample = new OnetSample();
        var half = string.Join('\n', sample.Text("Education, Training, and Experience").Split('\n').Take(3));

        Assert.Null(sample.With("Education, Training, and Experience", half).Import().Role().Requirements);
    }

    [Fact]
    public void Years_of_experience_span_the_quartiles_of_the_answers()
    {
        var requirements = new OnetSample().Import().Role().Requirements;

        Assert.Equal(2, requirements.ExperienceYearsMin);
        Assert.Equal(4, requirements.ExperienceYearsMax);
    }

    [Fact]
    public void Credits_name_the_release_and_stand_on_version_and_role()
    {
        var catalog = new OnetSample().Import();

        Assert.StartsWith(
            "This product includes information from the O*NET 29.3 Database by the U.S. Department of Labor",
            catalog.Attributions[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA.",
            catalog.Attributions[0],
            StringComparison.Ordinal
        );
        Assert.Equal(catalog.Attributions, catalog.Role().Attributions);
        Assert.Equal(
            ("29.3", "O*NET 29.3 (db_29_3_text.zip)", "O*NET"),
            (catalog.VersionId, catalog.Source, catalog.DisplayName)
        );
    }
}
