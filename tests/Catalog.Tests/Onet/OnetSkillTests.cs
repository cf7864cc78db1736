using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Onet.Skills;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Tests.Onet;

public sealed class OnetSkillTests
{
    [Fact]
    public void Importance_and_its_error_are_rescaled_and_the_level_kept()
    {
        var asked = new OnetSample().Import().Role().Asks("mathematics");

        Assert.NotNull(asked);
        Assert.Equal(0.75, asked.Importance);
        Assert.Equal(0.05, asked.ImportanceError, 6);
        Assert.Equal(4.62, asked.Proficiency);
        Assert.Equal(Necessity.Optional, asked.Necessity);
        Assert.False(asked.LowConfidence);
    }

    [Fact]
    public void A_suppressed_rating_is_kept_with_low_confidence_and_counted()
    {
        var catalog = new OnetSample().Import();
        var asked = catalog.Role("15-2051.01").Asks("social-perceptiveness");

        Assert.True(asked!.LowConfidence);
        Assert.Equal(Necessity.Optional, asked.Necessity);
        Assert.Equal(1, catalog.Counter("skill ratings kept with low confidence"));
    }

    [Fact]
    public void A_skill_that_is_not_relevant_is_not_asked_for_and_counted()
    {
        var catalog = new OnetSample().Import();

        Assert.Null(catalog.Role().Asks("repairing"));
        Assert.Equal(1, catalog.Counter("skill ratings left out as not relevant"));
    }

    [Fact]
    public void A_skill_and_a_field_of_knowledge_of_one_title_are_two()
    {
        var catalog = new OnetSample().Import();

        Assert.Equal(SkillCategory.Technical, catalog.Skill("mathematics").Category);
        Assert.Equal("Using mathematics to solve problems.", catalog.Skill("mathematics").Description);
        Assert.Equal(SkillCategory.Knowledge, catalog.Skill("mathematics-knowledge").Category);
        Assert.Equal("2.C.4.a", Assert.Single(catalog.Skill("mathematics-knowledge").Codes).Value);
    }

    [Theory]
    [InlineData("2.A.1.a", SkillCategory.Soft)]
    [InlineData("2.B.2.i", SkillCategory.Method)]
    [InlineData("2.B.3.e", SkillCategory.Technical)]
    [InlineData("2.B.4.g", SkillCategory.Method)]
    [InlineData("2.B.5.a", SkillCategory.Soft)]
    [InlineData("9.Z", SkillCategory.Unspecified)]
    public void The_category_follows_the_content_model(string element, SkillCategory category) =>
        Assert.Equal(category, ElementCategories.Of(element, "skill"));

    [Fact]
    public void The_split_skill_tables_of_later_releases_are_read_as_one()
    {
        var header = new OnetSample().Text("Skills").Split('\n')[0];
        var catalog = new OnetSample()
            .Renamed("Skills", "Essential Skills")
            .With("Transferable Skills", header + "\n15-1252.00|2.B.3.e|Programming|IM|4.5|8|0.1|4|5|N|n/a|08/2023|Analyst")
            .Import();

        Assert.NotNull(catalog.Role().Asks("mathematics"));
        Assert.False(catalog.Role("15-1252.00").Asks("programming")!.HasProficiency);
        Assert.DoesNotContain(catalog.Report.Findings, f => f.Code == "TABLE_MISSING");
    }

    [Fact]
    public void Tools_weigh_by_how_much_they_are_asked_for()
    {
        var catalog = new OnetSample().Import();
        var role = catalog.Role();

        Assert.Equal([0.9, 0.4, 0.25], new[] { "python", "c-plus-plus", "c" }.Select(s => role.Asks(s)!.Importance));
        Assert.True(role.Asks("python")!.InDemand);
        Assert.False(role.Asks("python")!.HasProficiency);
        Assert.Equal(0.4, catalog.Role("15-1252.00").Asks("python")!.Importance);
        Assert.Equal(["Amazon Web Services AWS software", "Python"], Assert.Single(role.MarketDemand.SkillsInDemand).Items);
    }

    [Fact]
    public void A_tool_is_essential_where_the_roles_own_postings_ask_for_it_and_few_others_do()
    {
        var catalog = Release.Catalog;

        Assert.Equal(Necessity.Essential, catalog.Role("15-1252.00").Asks("python")!.Necessity);
        Assert.Equal(Necessity.Optional, catalog.Role("13-2011.00").Asks("microsoft-excel")!.Necessity);
        Assert.Equal(Necessity.Essential, catalog.Role("13-2011.00").Asks("intuit-quickbooks")!.Necessity);
    }

    [Fact]
    public void A_tool_belongs_to_its_commodities_and_one_that_is_the_commodity_to_none()
    {
        var catalog = new OnetSample().Import();
        var aws = catalog.Skill("amazon-web-services-aws-software");

        Assert.Equal(2, aws.Broader.Count);
        Assert.All(aws.Codes, c => Assert.Equal((CodeSystem.Unspsc, CodeMatch.Broad), (c.System, c.Match)));
        Assert.Single(catalog.Role().Skills, s => s.Skill == aws.Name);
        Assert.Equal(["catalogs/onet/skills/spreadsheet-software"], catalog.Skill("microsoft-excel").Broader);
        Assert.Empty(catalog.Skill("spreadsheet-software").Broader);
    }

    [Fact]
    public void Tools_get_the_names_people_use_and_ordinary_words_are_marked()
    {
        var catalog = new OnetSample().Import();

        Assert.Equal(
            ["AWS", "Amazon Web Services", "Amazon Web Services AWS"],
            catalog.Skill("amazon-web-services-aws-software").Aliases
        );
        Assert.Contains("SQL", catalog.Skill("structured-query-language-sql").Aliases);
        Assert.Contains("Excel", catalog.Skill("microsoft-excel").Aliases);
        Assert.True(catalog.Skill("microsoft-excel").Ambiguous);
        Assert.True(catalog.Skill("c").Ambiguous);
        Assert.False(catalog.Skill("c-plus-plus").Ambiguous);
        Assert.False(catalog.Skill("python").Ambiguous);
    }

    [Fact]
    public void An_alias_that_two_tools_could_have_goes_to_the_one_used_more()
    {
        var catalog = new OnetSample().Import();

        Assert.Contains("GIS", catalog.Skill("geographic-information-system-gis-systems").Aliases);
        Assert.DoesNotContain("GIS", catalog.Skill("geographic-information-system-gis-software").Aliases);
        Assert.Equal(2, catalog.Counter("aliases left out, taken by another skill"));
    }

    [Theory]
    [InlineData("Accounting software", true)]
    [InlineData("Guidance Software EnCase Enterprise", true)]
    [InlineData("American Data Systems PAWS", true)]
    [InlineData("Delivery Routing System DRS", false)]
    public void What_is_not_safe_is_no_alias(string title, bool prominent) => Assert.Empty(ToolAliases.Of(title, prominent));

    [Theory]
    [InlineData("C#", "c-sharp")]
    [InlineData("C++", "c-plus-plus")]
    [InlineData("Microsoft .NET Framework", "microsoft-dot-net-framework")]
    [InlineData("Node.js", "node-js")]
    [InlineData("Blackbaud The Raiser's Edge", "blackbaud-the-raisers-edge")]
    [InlineData("!!!", "skill")]
    public void Names_are_readable_and_keep_near_ones_apart(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void The_renamed_tables_of_later_releases_are_read()
    {
        var catalog = new OnetSample()
            .Renamed(
                "Technology Skills",
                "Software Skills",
                ("Example", "Workplace Example"),
                ("Commodity Code", "Element ID"),
                ("Commodity Title", "Element Name"),
                ("43232405", "5.A.1.b")
            )
            .Renamed("Alternate Titles", "Job Titles", ("Alternate Title", "Job Title"))
            .Import();

        Assert.NotNull(catalog.Role().Asks("python"));
        Assert.Equal(
            (CodeSystem.Onet, "5.A.1.b"),
            (catalog.Skill("python").Codes[0].System, catalog.Skill("python").Codes[0].Value)
        );
        Assert.Contains("CDO", catalog.Role().AlternateTitles);
        Assert.Empty(catalog.Report.Findings);
    }
}
