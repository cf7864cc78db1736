using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

public sealed class PassagesTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            new CatalogEntry
            {
                Skill = new Skill { Name = ResourceName.Skill("made-up", "python"), Title = "Python" },
            },
        ]
    );

    [Theory]
    [InlineData("I bake bread, ice cakes and serve at the till", "I bake bread|ice cakes and serve at the till")]
    [InlineData("- unblocking drains\n- fitting boilers", "unblocking drains|fitting boilers")]
    [InlineData("Python, baking bread", "baking bread")]
    [InlineData("baking bread. Baking bread. ok, 12", "baking bread")]
    [InlineData("", "")]
    public void A_short_text_is_cut_into_clauses_that_name_no_skill(string text, string passages) =>
        Assert.Equal(passages, string.Join('|', Read(text)));

    [Fact]
    public void What_is_denied_and_the_lines_of_a_job_are_no_passages()
    {
        const string Text = "Baker at Crumb\nbaking bread";
        var job = new ReadJob(new HeldJob { Title = "Baker" }, 0, "Baker at Crumb".Length, 0, Text.Length, Text.Length);

        Assert.Equal(["baking bread"], Read(Text, job));
        Assert.DoesNotContain(
            Read("I bake bread. I have no experience with accounting."),
            passage => passage.Contains("accounting", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_long_text_is_not_cut_up() =>
        Assert.Empty(Read(string.Join(", ", Enumerable.Range(0, 121).Select(i => $"baking{(char)('a' + (i % 26))}"))));

    private static IEnumerable<string> Read(string text, params ReadJob[] jobs) =>
        Passages.Read(text, TextAnalysis.Tokenize(text), jobs, Lines(text), Snapshot);

    private static List<JobLine> Lines(string text) =>
        JobLines.Read(SectionedText.FromText(text), DateConventions.None, CancellationToken.None);
}
