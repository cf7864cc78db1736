using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using FsCheck.Xunit;

namespace CareerRecs.Vocabulary.Tests;

/// <summary>Skills as people state them, in other words than the catalog's.</summary>
public sealed class StatedSkillTests
{
    private static readonly ImmutableArray<Skill> Skills =
    [
        Tool("adobe-acrobat", "Adobe Acrobat"),
        Tool("adobe-illustrator", "Adobe Illustrator"),
        Tool("adobe-photoshop", "Adobe Photoshop"),
        Tool("autodesk-3ds-max", "Autodesk 3ds Max"),
        Tool("autodesk-autocad", "Autodesk AutoCAD"),
        Tool("autodesk-revit", "Autodesk Revit"),
        Tool("c", "C"),
        Tool("c-sharp", "C#"),
        Tool("clipper", "Clipper"),
        Tool("google-docs", "Google Docs"),
        Tool("google-drive", "Google Drive"),
        Tool("google-sheets", "Google Sheets"),
        Tool("javascript", "JavaScript"),
        Tool("microsoft-excel", "Microsoft Excel", "MS Excel"),
        Tool("node", "Node.js"),
        Tool("d3", "D3.js"),
        Tool("python", "Python"),
        Tool("r", "R"),
        Tool("tensorflow", "TensorFlow"),
        Craft("ci-cd", "CI/CD"),
        Craft("curl-hair", "Curl hair"),
        Craft("drive-agricultural-machines", "Drive agricultural machines", "forklift driving"),
        Craft("event-driven-architecture", "Event-driven architecture"),
        Craft("lay-bricks", "Lay bricks"),
        Craft("operate-forklift", "Operate forklift", "drive forklift"),
        Craft("query-optimization", "Query optimization", "Query tuning"),
        Craft("complex-problem-solving", "Complex problem solving"),
        Craft("wound-care", "Carry out wound care"),
        Craft("writing", "Writing"),
        Craft("supervise-data-entry", "Supervise data entry"),
    ];

    private static readonly SkillLexicon Lexicon = new(Skills);

    [Theory]
    [InlineData("Illustrator", "adobe-illustrator", MatchKind.Variant)]
    [InlineData("photoshop CS6", "", MatchKind.Unspecified)]
    [InlineData("Auto CAD", "autodesk-autocad", MatchKind.Variant)]
    [InlineData("tensor flow", "tensorflow", MatchKind.Variant)]
    [InlineData("Node", "node", MatchKind.Variant)]
    [InlineData("js", "javascript", MatchKind.Variant)]
    [InlineData("C sharp", "c-sharp", MatchKind.Variant)]
    [InlineData("CI/CD pipelines", "ci-cd", MatchKind.Variant)]
    [InlineData("python programming", "python", MatchKind.Variant)]
    [InlineData("brick laying", "lay-bricks", MatchKind.Variant)]
    [InlineData("fork lift", "operate-forklift", MatchKind.Variant)]
    [InlineData("good knowledge of wound care", "wound-care", MatchKind.Variant)]
    [InlineData("forklift driving", "operate-forklift", MatchKind.Variant)]
    [InlineData("query tunning", "query-optimization", MatchKind.Variant)]
    [InlineData("ms exel", "microsoft-excel", MatchKind.Spelling)]
    [InlineData("problem solving", "complex-problem-solving", MatchKind.Meaning)]
    public void A_stated_skill_is_read_as_the_skill_it_names(string text, string skill, MatchKind kind)
    {
        var resolution = Lexicon.Resolve(text);

        Assert.Equal(skill.Length == 0 ? "" : $"catalogs/test/skills/{skill}", resolution.Skill);
        Assert.Equal(kind, resolution.Kind);
    }

    [Theory]
    [InlineData("wiring")]
    [InlineData("cut hair")]
    [InlineData("chipper")]
    [InlineData("driving")]
    [InlineData("R-410A")]
    [InlineData("drive")]
    [InlineData("flexible hours")]
    [InlineData("data entry")]
    public void A_stated_skill_that_the_catalog_lacks_is_read_as_none(string text) =>
        Assert.Equal("", Lexicon.Resolve(text).Skill);

    [Fact]
    public void A_skill_of_near_meaning_is_offered() =>
        Assert.Contains("Operate forklift", Lexicon.Resolve("reach truck and forklift").Suggestions);

    [Fact]
    public void A_meaning_is_less_sure_than_a_name() => Assert.InRange(Lexicon.Resolve("problem solving").Confidence, 0.5, 0.8);

    [Property]
    public bool A_title_is_its_skill_in_any_case_and_with_hyphens(byte pick, bool upper, bool hyphens)
    {
        var skill = Skills[pick % Skills.Length];
        var written = upper ? skill.Title.ToUpperInvariant() : skill.Title.ToLowerInvariant();
        return Lexicon.Resolve(hyphens ? written.Replace(' ', '-') : written).Skill == skill.Name;
    }

    [Property]
    public bool A_plural_of_a_title_is_its_skill(byte pick)
    {
        var skill = Skills[pick % Skills.Length];
        return skill.Title.Length < 5
            || !char.IsAsciiLetter(skill.Title[^1])
            || Lexicon.Resolve($"{skill.Title.TrimEnd('s')}s").Skill == skill.Name;
    }

    [Property]
    public bool Gibberish_is_no_skill(ushort seed)
    {
        const string letters = "qxzjvkw";
        var random = new Random(seed);
        var word = string.Concat(Enumerable.Range(0, 8).Select(_ => letters[random.Next(letters.Length)]));
        return Lexicon.Resolve(word).Skill.Length == 0;
    }

    private static Skill Tool(string id, string title, params string[] aliases) => Named(id, title, SkillCategory.Tool, aliases);

    private static Skill Craft(string id, string title, params string[] aliases) =>
        Named(id, title, SkillCategory.Technical, aliases);

    private static Skill Named(string id, string title, SkillCategory category, string[] aliases) =>
        new()
        {
            Name = $"catalogs/test/skills/{id}",
            Title = title,
            Category = category,
            Aliases = { aliases },
        };
}
