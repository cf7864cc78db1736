using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Skills;

public sealed class AmbiguousSkillTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Skill("Go", ambiguous: true),
            Skill("Make", ambiguous: true),
            Skill("Python", ambiguous: false),
            Skill("Rust", ambiguous: true),
        ]
    );

    [Theory]
    [InlineData("Python, Make, Go, Rust", "Python Make Go Rust")]
    [InlineData("Make, Go, Rust and Python", "Make Go Rust Python")]
    [InlineData("Python to make it go", "Python")]
    [InlineData("Make, Go, Rust", "")]
    [InlineData("Go on. It is a long way of ten words or more to Python", "Python")]
    public void An_ambiguous_word_counts_in_capitals_and_with_a_tool_close_by_even_behind_others(string text, string skills) =>
        Assert.Equal(
            skills,
            string.Join(
                ' ',
                SkillReader
                    .Read(SectionedText.FromText(text), Snapshot, cancellationToken: TestContext.Current.CancellationToken)
                    .Select(read => read.Skill.Title)
            )
        );

    private static CatalogEntry Skill(string title, bool ambiguous) =>
        new()
        {
            Skill = new Skill
            {
                Name = ResourceName.Skill("made-up", title.ToLowerInvariant()),
                Title = title,
                Category = SkillCategory.Tool,
                Ambiguous = ambiguous,
            },
        };
}
