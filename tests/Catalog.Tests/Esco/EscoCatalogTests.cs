using CareerRecs.Catalog.Import.Esco;
using CareerRecs.Catalog.Tests.Onet;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using static CareerRecs.Catalog.V1.RelatedRole.Types;

namespace CareerRecs.Catalog.Tests.Esco;

public sealed class EscoCatalogTests
{
    [Fact]
    public void An_occupation_becomes_a_role_with_its_codes_family_and_credits()
    {
        var role = new EscoSample().Import().EscoRole("data-wrangler");

        Assert.Equal(("Data wrangler", "251", "ESCO 1.1.1"), (role.Title, role.Family, role.Source));
        Assert.Equal(
            [
                new Code
                {
                    System = CodeSystem.Esco,
                    Value = EscoSample.Occupation("a1"),
                    Match = CodeMatch.Exact,
                },
                new Code
                {
                    System = CodeSystem.Isco,
                    Value = "2511",
                    Match = CodeMatch.Broad,
                },
            ],
            role.Codes
        );
        Assert.Equal("Data wranglers tame data, and \"shape\" it. They chef little.", role.Overview);
        Assert.Equal("This service uses the ESCO classification of the European Commission.", role.Attributions[0]);
        Assert.Contains("adapted ESCO 1.1.1", role.Attributions[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Alternative_and_hidden_labels_are_titles_and_the_title_is_not_repeated() =>
        Assert.Equal(
            ["Wrangler of data", "Data Tamer", "Wranglr"],
            new EscoSample().Import().EscoRole("data-wrangler").AlternateTitles
        );

    [Fact]
    public void A_definition_stands_in_for_a_description_and_notes_become_specifics()
    {
        var role = new EscoSample().Import().EscoRole("junior-data-wrangler");

        Assert.Equal("Tames small data.", role.Overview);
        Assert.Equal(["Scope", "Regulation"], role.Specifics.Select(t => t.Title));
        var licence = Assert.Single(role.Requirements.Certifications);
        Assert.StartsWith("Licence or registration", licence.Title, StringComparison.Ordinal);
        Assert.Equal(Demand.Required, licence.Demand);
        Assert.Equal("Excludes senior ones.", Assert.Single(role.Specifics[0].Items));
    }

    [Fact]
    public void Of_two_occupations_with_one_slug_the_later_uri_adds_its_beginning()
    {
        var catalog = new EscoSample().Import();

        Assert.Equal("Metal/drawer", catalog.EscoRole("metal-drawer").Title);
        Assert.Equal("Metal drawer", catalog.EscoRole("metal-drawer-a4").Title);
    }

    [Fact]
    public void Essential_skills_weigh_one_and_optional_ones_half_and_no_proficiency_is_made_up()
    {
        var skills = new EscoSample().Import().EscoRole("data-wrangler").Skills;

        Assert.Equal(
            [
                ("catalogs/esco/skills/data-theory", Necessity.Essential, 1d),
                ("catalogs/esco/skills/tame-data", Necessity.Essential, 1d),
                ("catalogs/esco/skills/chef-configuration", Necessity.Optional, 0.5),
            ],
            skills.Select(s => (s.Skill, s.Necessity, s.Importance))
        );
        Assert.DoesNotContain(skills, s => s.HasProficiency);
    }

    [Theory]
    [InlineData("tame-data", SkillCategory.Technical)]
    [InlineData("data-theory", SkillCategory.Knowledge)]
    [InlineData("work-in-teams", SkillCategory.Soft)]
    [InlineData("speak-elvish", SkillCategory.Knowledge)]
    [InlineData("chef-configuration", SkillCategory.Tool)]
    [InlineData("odd-thing", SkillCategory.Technical)]
    public void A_skill_has_the_category_of_its_type_reuse_level_and_words(string id, SkillCategory category) =>
        Assert.Equal(category, new EscoSample().Import().EscoSkill(id).Category);

    [Fact]
    public void A_language_that_is_spoken_is_no_tool()
    {
        Assert.Equal(SkillCategory.Knowledge, SkillKinds.Of("Latin", "The Latin language.", "knowledge", "transversal", ""));
        Assert.Equal(
            SkillCategory.Tool,
            SkillKinds.Of("SQL", "The computer language SQL is a query language.", "knowledge", "", "")
        );
    }

    [Fact]
    public void A_product_named_like_an_ordinary_word_is_read_only_in_context()
    {
        var catalog = new EscoSample().Import();

        Assert.True(catalog.EscoSkill("chef-configuration").Ambiguous);
        Assert.False(catalog.EscoSkill("tame-data").Ambiguous);
    }

    [Fact]
    public void An_alias_is_neither_anothers_title_nor_given_twice()
    {
        var catalog = new EscoSample().Import();

        // Two occupations ask for the first, one for the second.
        Assert.Equal(["clean data", "shape data"], catalog.EscoSkill("tame-data").Aliases);
        Assert.Equal(["theory of dta"], catalog.EscoSkill("data-theory").Aliases);
        Assert.Equal(2, catalog.Counter("aliases left out, taken by another skill"));
    }

    [Fact]
    public void Skills_know_wider_and_related_ones_the_stronger_relation_counts()
    {
        var catalog = new EscoSample().Import();

        Assert.Equal(["catalogs/esco/skills/data-theory"], catalog.EscoSkill("tame-data").Broader);
        Assert.Equal(
            [("catalogs/esco/skills/tame-data", 0.5), ("catalogs/esco/skills/chef-configuration", 0.3)],
            catalog.EscoSkill("data-theory").Related.Select(r => (r.Skill, r.Similarity))
        );
        Assert.Equal(1, catalog.Counter("rows of broaderRelationsSkillPillar.csv about groups, left out"));
    }

    [Fact]
    public void An_occupation_under_another_is_related_to_it_both_ways()
    {
        var catalog = new EscoSample().Import();

        Assert.Equal(
            ("catalogs/esco/roles/junior-data-wrangler", Relation.Primary),
            catalog.EscoRole("data-wrangler").RelatedRoles.Select(r => (r.Role, r.Relation)).Single()
        );
        Assert.Equal("catalogs/esco/roles/data-wrangler", catalog.EscoRole("junior-data-wrangler").RelatedRoles.Single().Role);
    }

    [Fact]
    public void Obsolete_concepts_are_left_out_and_counted()
    {
        var catalog = new EscoSample()
            .WithRow("occupationSkillRelations", "o:a5,optional,knowledge,s:b1\no:a1,optional,knowledge,s:b7")
            .Import();

        Assert.DoesNotContain(catalog.Entries, e => e.Role?.Title == "Chimney poet" || e.Skill?.Title == "Old thing");
        Assert.Equal((1, 1), (catalog.Counter("occupations left out, obsolete"), catalog.Counter("skills left out, obsolete")));
        Assert.Equal(1, catalog.Counter("rows of occupationSkillRelations.csv left out, occupation left out"));
        Assert.Equal(1, catalog.Counter("rows of occupationSkillRelations.csv left out, skill left out"));
        Assert.Empty(catalog.Report.Findings);
    }

    [Fact]
    public void What_is_made_passes_the_validation_and_is_the_same_twice()
    {
        var entries = new EscoSample().Import().Entries;

        Assert.Equal(0, CatalogValidator.Validate(entries).ErrorCount);
        Assert.Equal(entries, new EscoSample().Import().Entries);
    }

    [Theory]
    [InlineData("technical director", "Technical director")]
    [InlineData("ICT help desk manager", "ICT help desk manager")]
    [InlineData("iOS", "iOS")]
    public void A_title_starts_with_a_capital_unless_its_first_word_has_one(string label, string title) =>
        Assert.Equal(title, Labels.Title(label));

    [Theory]
    [InlineData("One. Two is longer than that.", 12, "One.")]
    [InlineData("Saw, e.g. wood and other things.", 20, "Saw, e.g. wood...")]
    [InlineData("Short.", 10, "Short.")]
    [InlineData("Unbreakable", 8, "Unbre...")]
    public void A_description_is_cut_at_a_sentence_else_at_a_word(string text, int max, string cut) =>
        Assert.Equal(cut, Labels.Shorten(text, max));
}
