using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Testing.Documents;
using static CareerRecs.ProfileMatching.Tests.Understanding.Documents.PdfReading;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Words that programs take apart, twenty of each kind.</summary>
public sealed class WordKindTests
{
    /// <summary>Words that have a hyphen wherever they stand.</summary>
    public static TheoryData<string> Hyphenated =>
        [
            "cross-functional",
            "data-driven",
            "time-series",
            "full-time",
            "end-to-end",
            "high-speed",
            "high-volume",
            "customer-facing",
            "long-term",
            "hands-on",
            "off-peak",
            "follow-up",
            "sales-driven",
            "cost-effective",
            "three-year",
            "problem-solving",
            "client-side",
            "part-time",
            "well-known",
            "self-service",
        ];

    /// <summary>Words with bars where they may break.</summary>
    public static TheoryData<string> Soft =>
        [
            "auto|mation",
            "Kuber|netes",
            "engi|neer|ing",
            "manage|ment",
            "account|ing",
            "commu|ni|ca|tion",
            "devel|op|ment",
            "archi|tec|ture",
            "statis|tics",
            "logis|tics",
            "market|ing",
            "nego|ti|a|tion",
            "opera|tions",
            "pro|cure|ment",
            "recruit|ment",
            "sched|ul|ing",
            "super|vision",
            "train|ing",
            "trans|port",
            "ware|house",
        ];

    [Theory]
    [MemberData(nameof(Soft))]
    public void Words_broken_at_the_end_of_a_line(string word)
    {
        var at = word.IndexOf('|', StringComparison.Ordinal);
        var whole = word.Replace("|", "", StringComparison.Ordinal);
        var behind = whole[at..];

        Assert.Contains($"knows all of {whole} by heart", Broken(whole[..at], behind), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hyphenated))]
    public void Words_with_a_hyphen_of_their_own_at_the_end_of_a_line(string word)
    {
        var at = word.LastIndexOf('-');

        Assert.Contains($"knows all of {word} by heart", Broken(word[..at], word[(at + 1)..]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Soft))]
    public void Soft_hyphens(string word)
    {
        var whole = word.Replace("|", "", StringComparison.Ordinal);

        Assert.Contains(whole, KindReading.Read($"Skills\n{word.Replace('|', '\u00AD')}").Text, StringComparison.Ordinal);
        Assert.Contains(
            whole,
            KindReading.Read($"<html><p>Skills<p>{word.Replace("|", "&shy;", StringComparison.Ordinal)}").Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Snow\uFB02ake", "Snowflake")]
    [InlineData("Air\uFB02ow", "Airflow")]
    [InlineData("Tensor\uFB02ow", "Tensorflow")]
    [InlineData("work\uFB02ow", "workflow")]
    [InlineData("con\uFB01guration", "configuration")]
    [InlineData("certi\uFB01cation", "certification")]
    [InlineData("\uFB01nance", "finance")]
    [InlineData("\uFB01re safety", "fire safety")]
    [InlineData("\uFB01rst aid", "first aid")]
    [InlineData("tra\uFB03c", "traffic")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("e\uFB03ciency", "efficiency")]
    [InlineData("a\uFB03liate", "affiliate")]
    [InlineData("ba\uFB04es", "baffles")]
    [InlineData("sta\uFB00", "staff")]
    [InlineData("e\uFB00ort", "effort")]
    [InlineData("o\uFB00ers", "offers")]
    [InlineData("\uFB02eet", "fleet")]
    [InlineData("in\uFB02uence", "influence")]
    [InlineData("po\uFB05", "post")]
    [InlineData("\uFB06atistics", "statistics")]
    public void Ligatures(string written, string read)
    {
        Assert.Equal($"Skills\n{read}", KindReading.Read($"Skills\n{written}").Text);
        Assert.Equal($"{read}\n", Read(WordPackage.Of(WordPackage.Paragraph(written))));
    }

    private static string Broken(string above, string below) =>
        BrokenWords
            .Mend(
                Read(
                    new PdfDrawing()
                        .At(50, 712, "Somebody who has worked for many years in one house and")
                        .At(50, 700, $"who for all these long and short years knows all of {above}-")
                        .At(50, 688, $"{below} by heart, and much more of the same besides it.")
                )
            )
            .Replace('\n', ' ');
}
