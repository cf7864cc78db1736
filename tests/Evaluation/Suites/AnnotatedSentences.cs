using CareerRecs.Vocabulary;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation.Suites;

/// <summary>A sentence of a job advertisement.</summary>
/// <param name="Test">The file it stands in: tech or house.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Skills">The skills of all its spans, indexes in the catalog. Never empty.</param>
/// <param name="Spans">The words annotated, each with its skill.</param>
internal sealed record AnnotatedSentence(
    string Test,
    string Text,
    IReadOnlySet<int> Skills,
    IReadOnlyList<(string Words, int Skill)> Spans
);

/// <summary>
/// Reads sentences with spans that people gave ESCO skills. Sentences without any skill of the catalog are left out.
/// </summary>
internal static class AnnotatedSentences
{
    public static readonly string[] Tests = ["tech", "house"];

    public static string[] File(string test) => ["skills", $"{test}_validation_annotations.csv"];

    public static List<AnnotatedSentence> Read(DirectoryInfo folder, CatalogSnapshot esco)
    {
        var titles = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < esco.Skills.Length; i++)
        {
            titles.TryAdd(esco.Skills[i].Title, i);
        }
        return [.. Tests.SelectMany(test => Read(test, Path.Combine([folder.FullName, .. File(test)]), titles))];
    }

    private static IEnumerable<AnnotatedSentence> Read(string test, string file, Dictionary<string, int> titles)
    {
        if (!System.IO.File.Exists(file))
        {
            return [];
        }
        var rows = new List<(string Sentence, string Words, int Skill)>();
        using var csv = CsvDataReader.Create(file);
        while (csv.Read())
        {
            // LABEL NOT PRESENT and UNDERSPECIFIED are no title of any skill.
            if (!titles.TryGetValue(csv.GetString(3), out var skill))
            {
                continue;
            }
            rows.Add((csv.GetString(0), csv.GetString(2) is { Length: > 0 } part ? part : csv.GetString(1), skill));
        }

        return rows.GroupBy(r => r.Sentence, StringComparer.Ordinal)
            .Select(g => new AnnotatedSentence(
                test,
                g.Key,
                g.Select(r => r.Skill).ToHashSet(),
                [.. g.Select(r => (r.Words, r.Skill)).Distinct()]
            ));
    }
}
