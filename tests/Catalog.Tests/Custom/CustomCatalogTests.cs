using System.Text;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Custom;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Tests.Custom;

public sealed class CustomCatalogTests
{
    private const string Asked = """{"skill": "espresso", "necessity": "NECESSITY_ESSENTIAL", "importance": 1}""";

    private const string Barista = $$$"""
        {"skill": {"name": "espresso", "title": "Espresso making", "category": "SKILL_CATEGORY_TECHNICAL"}}
        {"role": {"name": "barista", "title": "Barista", "skills": [{{{Asked}}}]}}
        """;

    private const string Table = """
        role,seniority,external_id,ladder,ladder_step,skill,category,necessity,importance,proficiency
        Barista,junior,HR-1,Bar,1,Espresso making,technical,essential,,4
        Barista,,,,,Cash handling,technical,optional,0.3,
        Head barista,lead,HR-2,Bar,2,espresso making,,essential,,6
        """;

    [Fact]
    public void Lines_of_json_make_a_catalog_under_its_own_names()
    {
        var made = Json(Barista);
        Assert.Equal(
            ["catalogs/acme/roles/barista", "catalogs/acme/skills/espresso"],
            made.Entries.Select(Vocabulary.EntryStream.NameOf)
        );
        Assert.Equal("catalogs/acme/skills/espresso", RoleOf(made, "barista").Skills[0].Skill);
        Assert.Equal("Acme", RoleOf(made, "barista").Source);
        Assert.Equal(0, CatalogValidator.Validate([.. made.Entries]).ErrorCount);
    }

    [Theory]
    [InlineData("""{"role": {"name": "cook", "titel": "Cook"}}""", 1, "")]
    [InlineData("""{"role": """, 1, "")]
    [InlineData("{}", 1, "")]
    [InlineData(
        """{"role": {"name": "cook", "title": "Cook", "skills": [{"skill": "x", "importance": 2}]}}""",
        1,
        "role.skills[0].importance"
    )]
    [InlineData("""{"role": {"name": "catalogs/other/roles/cook", "title": "Cook"}}""", 1, "name")]
    [InlineData(
        "{\"skill\": {\"name\": \"a\", \"title\": \"A\"}}\n\n{\"skill\": {\"name\": \"a\", \"title\": \"B\"}}",
        3,
        "name"
    )]
    public void A_line_that_cannot_be_used_refuses_the_file_by_line_and_field(string text, int line, string column)
    {
        var refused = Assert.Throws<ImportFileException>(() => Json(text));
        Assert.Equal(("acme.jsonl", line, column), (refused.File, refused.Line, refused.Column));
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_is_read_whole()
    {
        var refused = Assert.Throws<ImportFileException>(() => Json("{\"skill\": {\"title\": \"" + new string('x', 2 << 20)));
        Assert.Contains("longer than", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_on_top_of_a_version_takes_the_place_of_its_names_and_keeps_the_rest()
    {
        var version = new CatalogVersion
        {
            Name = "catalogs/base/versions/7",
            DisplayName = "Base",
            Attributions = { "Credit" },
        };
        var made = Json(
            """{"role": {"name": "cook", "title": "Chef", "skills": [{"skill": "python"}]}}""",
            new ImportBase(version, Sample.Catalog("acme", "cook", "baker"))
        );
        Assert.Equal(
            [
                "catalogs/acme/fields/software",
                "catalogs/acme/roles/baker",
                "catalogs/acme/roles/cook",
                "catalogs/acme/skills/python",
            ],
            made.Entries.Select(Vocabulary.EntryStream.NameOf)
        );
        Assert.Equal("Chef", RoleOf(made, "cook").Title);
        Assert.Equal(["Credit"], made.Attributions);
        Assert.Equal("acme.jsonl on catalogs/base/versions/7", made.Source);
        Assert.Equal(0, CatalogValidator.Validate([.. made.Entries]).ErrorCount);
    }

    [Fact]
    public void A_table_makes_roles_skills_and_ladders()
    {
        var made = Csv(Table);
        var (barista, head) = (RoleOf(made, "barista"), RoleOf(made, "head-barista"));
        Assert.Equal((Seniority.Junior, "HR-1"), (barista.Seniority, barista.ExternalId));
        Assert.Equal(
            [("catalogs/acme/skills/espresso-making", 1d), ("catalogs/acme/skills/cash-handling", 0.3)],
            barista.Skills.Select(skill => (skill.Skill, skill.Importance))
        );
        Assert.Equal((4d, false), (barista.Skills[0].Proficiency, barista.Skills[1].HasProficiency));
        Assert.Equal(["Barista", "Head barista"], head.Ladder.Steps.Select(step => step.Title));
        Assert.Equal(barista.Ladder, head.Ladder);
        Assert.Equal("catalogs/acme/skills/espresso-making", Assert.Single(head.Skills).Skill);
        Assert.Equal(0, CatalogValidator.Validate([.. made.Entries]).ErrorCount);
    }

    [Fact]
    public void A_table_uses_the_skills_of_the_version_below_by_title_and_alias()
    {
        var below = Sample.Catalog("acme", "cook");
        below[0].Skill.Aliases.Add("Python 3");
        var made = Csv(
            "role,skill\nCoder,PYTHON\nScripter,python 3\n",
            new ImportBase(new CatalogVersion { Name = "catalogs/acme/versions/1" }, below)
        );
        Assert.All(
            (string[])["coder", "scripter"],
            id => Assert.Equal("catalogs/acme/skills/python", RoleOf(made, id).Skills[0].Skill)
        );
        Assert.Contains(made.Report.Counters, counter => counter is { Title: "skills made", Value: 0 });
    }

    [Theory]
    [InlineData("Cook,boss,,0.5", "seniority")]
    [InlineData("Cook,3,,0.5", "seniority")]
    [InlineData("Cook,mid,must,0.5", "necessity")]
    [InlineData("Cook,mid,essential,1.5", "importance")]
    [InlineData("Cook,mid,essential,much", "importance")]
    [InlineData(",mid,essential,1", "role")]
    public void A_row_that_cannot_be_used_is_left_out_and_reported(string row, string column)
    {
        var made = Csv($"role,seniority,necessity,importance,skill\nBaker,mid,essential,1,Baking\n{row},Cooking\n");
        var finding = Assert.Single(made.Report.Findings);
        Assert.Equal(("acme.csv", 3, column), (finding.File, finding.Line, finding.Column));
        Assert.Equal(
            ["catalogs/acme/roles/baker"],
            made.Entries.Select(entry => entry.Role).OfType<Role>().Select(role => role.Name)
        );
    }

    [Fact]
    public void Titles_of_other_scripts_and_those_that_differ_in_signs_alone_keep_apart()
    {
        var made = Csv("role,skill\nПовар,Кухня\nПекарь,Тесто\n\"Manager, Sales\",Selling\nManager (Sales),Selling\n");
        var roles = made.Entries.Select(entry => entry.Role).OfType<Role>().ToList();
        Assert.Equal(
            ["Manager (Sales)", "Manager, Sales", "Пекарь", "Повар"],
            roles.Select(role => role.Title).Order(StringComparer.Ordinal)
        );
        Assert.Equal(4, roles.Select(role => role.Name).Distinct().Count());
        Assert.Equal(3, made.Entries.Count(entry => entry.Skill is not null));
        Assert.Equal(0, CatalogValidator.Validate([.. made.Entries]).ErrorCount);
    }

    [Fact]
    public void Skills_of_the_version_below_stay_as_they_are()
    {
        var below = Sample.Catalog("acme", "cook");
        below[0].Skill.Title = "Python language";
        var made = Csv(
            "role,skill,category,aliases\nCoder,python,soft,snake\nScripter,Python language,soft,snake\n",
            new ImportBase(new CatalogVersion { Name = "catalogs/acme/versions/1" }, below)
        );
        var skills = made.Entries.Select(entry => entry.Skill).OfType<Skill>().ToDictionary(skill => skill.Name);
        Assert.Equal(
            ("Python language", SkillCategory.Tool, 0),
            (
                skills["catalogs/acme/skills/python"].Title,
                skills["catalogs/acme/skills/python"].Category,
                skills["catalogs/acme/skills/python"].Aliases.Count
            )
        );
        Assert.Equal("python", skills["catalogs/acme/skills/python-2"].Title);
        Assert.Equal("BASE_SKILL_KEPT", Assert.Single(made.Report.Findings).Code);
    }

    [Fact]
    public void A_ladder_of_thousands_of_steps_is_cut_before_it_multiplies()
    {
        var rows = string.Concat(Enumerable.Range(0, 3000).Select(i => $"Role {i},L,1,Cooking\n"));
        var made = Csv("role,ladder,ladder_step,skill\n" + rows);
        Assert.Equal(100, made.Entries.Count(entry => entry.Role?.Ladder is not null));
        Assert.Equal(("TOO_MANY", 2900), (made.Report.Findings.Single().Code, made.Report.Findings.Single().Count));
        Assert.True(made.Entries.Sum(entry => entry.CalculateSize()) < 2_000_000);
    }

    [Fact]
    public void A_row_that_begins_with_a_NUL_is_reported()
    {
        var made = Csv("role,skill\nCook,Cooking\n\0Baker,Baking\n");
        Assert.Equal("BAD_ENCODING", Assert.Single(made.Report.Findings).Code);
    }

    [Fact]
    public void A_table_without_its_column_is_refused()
    {
        var refused = Assert.Throws<ImportFileException>(() => Csv("title,skill\nCook,Cooking\n"));
        Assert.Equal((1, "role"), (refused.Line, refused.Column));
    }

    private static Role RoleOf(ImportedCatalog made, string id) =>
        made.Entries.Select(entry => entry.Role).OfType<Role>().Single(role => role.Name == $"catalogs/acme/roles/{id}");

    private static ImportedCatalog Json(string text, ImportBase? below = null) =>
        JsonLinesImporter.Import(Stream(text), Source("acme.jsonl", below), TestContext.Current.CancellationToken);

    private static ImportedCatalog Csv(string text, ImportBase? below = null) =>
        CsvImporter.Import(Stream(text), Source("acme.csv", below), TestContext.Current.CancellationToken);

    private static ImportSource Source(string file, ImportBase? below) =>
        new("acme", file, null) { Base = below, DisplayName = below is null ? "Acme" : "" };

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
