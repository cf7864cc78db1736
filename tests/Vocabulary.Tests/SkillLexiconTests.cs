using CareerRecs.Catalog.V1;
using FsCheck.Xunit;

namespace CareerRecs.Vocabulary.Tests;

public sealed class SkillLexiconTests
{
    private static readonly SkillLexicon Lexicon = new([
        Skill("c", "C", ambiguous: true),
        Skill("c-plus-plus", "C++"),
        Skill("c-sharp", "C#", ".NET C#"),
        Skill("kubernetes", "Kubernetes", "k8s"),
        Skill("machine-learning", "Machine learning", "ML"),
        Skill("node-js", "Node.js"),
        Skill("python", "Python"),
        Skill("pytorch", "PyTorch"),
        Skill("rest-api", "REST APIs", "RESTful services"),
        Skill("sql", "SQL"),
        Skill("statistics", "Statistics"),
    ]);

    [Theory]
    [InlineData("Python", "python", MatchKind.Title)]
    [InlineData("  python ", "python", MatchKind.Title)]
    [InlineData("K8s", "kubernetes", MatchKind.Alias)]
    [InlineData("Python 3.11", "python", MatchKind.Variant)]
    [InlineData("python3", "python", MatchKind.Variant)]
    [InlineData("REST API", "rest-api", MatchKind.Variant)]
    [InlineData("machine-learning", "machine-learning", MatchKind.Title)]
    [InlineData("NodeJS", "node-js", MatchKind.Variant)]
    [InlineData("Pythn", "python", MatchKind.Spelling)]
    [InlineData("Phyton", "python", MatchKind.Spelling)]
    [InlineData("Pyhton", "python", MatchKind.Spelling)]
    [InlineData("kuberntes", "kubernetes", MatchKind.Spelling)]
    [InlineData("C++", "c-plus-plus", MatchKind.Title)]
    [InlineData("C#", "c-sharp", MatchKind.Title)]
    [InlineData("C", "c", MatchKind.Title)]
    [InlineData("Kubernetes (K8s)", "kubernetes", MatchKind.Variant)]
    [InlineData("Python (programming language)", "python", MatchKind.Variant)]
    [InlineData("C (not C++)", "c", MatchKind.Variant)]
    [InlineData("K8s/Kubernetes", "kubernetes", MatchKind.Variant)]
    [InlineData("C#/SQL", "c-sharp", MatchKind.Variant)]
    [InlineData("K8s/Kubernetes (any distribution)", "kubernetes", MatchKind.Variant)]
    public void A_word_is_read_as_a_skill(string text, string skill, MatchKind kind)
    {
        var resolution = Lexicon.Resolve(text);

        Assert.Equal($"catalogs/test/skills/{skill}", resolution.Skill);
        Assert.Equal(kind, resolution.Kind);
        Assert.Equal(text, resolution.Text);
    }

    [Theory]
    [InlineData("SQL/frobnication")]
    [InlineData("(SQL)x")]
    [InlineData("frobnication (Python)")]
    [InlineData("(")]
    public void Brackets_and_slashes_around_the_unknown_make_no_skill(string text) =>
        Assert.Equal("", Lexicon.Resolve(text).Skill);

    [Fact]
    public void A_word_of_four_letters_is_corrected_to_nothing()
    {
        var lexicon = new SkillLexicon([Skill("lest", "lest")]);
        Assert.Equal("", lexicon.Resolve("Test").Skill);
    }

    [Fact]
    public void What_is_near_nothing_is_read_as_nothing_and_offers_what_shares_a_word()
    {
        Assert.Equal("", Lexicon.Resolve("frobnication").Skill);
        Assert.Equal(["Machine learning"], Lexicon.Resolve("quantum learning").Suggestions);
    }

    [Fact]
    public void What_is_spelt_nearly_so_is_offered_and_not_read()
    {
        var resolution = Lexicon.Resolve("Pythhun");

        Assert.Equal("", resolution.Skill);
        Assert.Equal(["Python"], resolution.Suggestions);
        Assert.Empty(Lexicon.Resolve("welding").Suggestions);
    }

    [Property]
    public bool Reading_never_fails_and_confidence_stays_within_bounds(string? text)
    {
        var resolution = Lexicon.Resolve(text ?? "");
        return resolution.Confidence is >= 0 and <= 1 && (resolution.Skill.Length > 0 || resolution.Confidence == 0);
    }

    [Fact]
    public void The_longest_name_in_a_text_wins()
    {
        var tokens = TextAnalysis.Tokenize("Taught machine learning with C++ and node.js; kubernetes.");

        var found = Lexicon.Find(tokens).Select(m => tokens[m.FirstToken].Text);

        Assert.Equal(["machine", "c++", "node.js", "kubernetes"], found);
    }

    private static Skill Skill(string id, string title, params string[] aliases) =>
        new()
        {
            Name = $"catalogs/test/skills/{id}",
            Title = title,
            Aliases = { aliases },
        };

    private static Skill Skill(string id, string title, bool ambiguous) =>
        new()
        {
            Name = $"catalogs/test/skills/{id}",
            Title = title,
            Ambiguous = ambiguous,
        };
}
