using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Extraction;
using CareerRecs.Matching.Ranking;
using CareerRecs.Matching.Reading;
using CareerRecs.Matching.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Real resumes to O*NET occupations: an answer is right where its SOC code begins with one of the codes of the resume's category.
/// Macro figures are means over categories. The baseline is plain TF-IDF cosine of the resume with the text of the role.
/// </summary>
internal static class Resumes
{
    /// <summary>The resumes were collected by then.</summary>
    private static readonly DateOnly Today = new(2020, 1, 1);

    private sealed record Outcome(string Category, bool First, double Precision5, bool BaseFirst, double BasePrecision5);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!lab.HasRows("resumes", "livecareer.csv.gz")) yield break;
        var codes = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(lab.Find("resumes", "category_soc.json").FullName))!;
        var outcomes = new List<Outcome>();
        using var reader = new StreamReader(lab.Open("resumes", "livecareer.csv.gz"));
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions { MaxBufferSize = 1 << 22 });
        while (csv.Read())
        {
            lab.CancellationToken.ThrowIfCancellationRequested();
            var category = csv.GetString(1);
            // A category without codes, such as ADVOCATE, has no right answer.
            if (codes.TryGetValue(category, out var prefixes) && prefixes.Length > 0) outcomes.Add(Answer(lab.Onet, category, csv.GetString(2), prefixes));
        }

        yield return Row("macro hit@1", outcomes, o => o.First ? 1 : 0, o => o.BaseFirst ? 1 : 0, Macro);
        yield return Row("macro precision@5", outcomes, o => o.Precision5, o => o.BasePrecision5, Macro);
        yield return Row("hit@1", outcomes, o => o.First ? 1 : 0, o => o.BaseFirst ? 1 : 0, Mean);
    }

    private static Outcome Answer(MatchIndex index, string category, string text, string[] prefixes)
    {
        var document = DocumentReader.ReadWithSpans(new Document { Content = ByteString.CopyFromUtf8(text) }, index.Snapshot);
        var understood = Understander.Read(document, index, Today);
        using var person = new PersonView(index, understood.Evidence);
        var ranked = Ranker.Rank(person, 5, role => !Gates.RuleOut(understood.Evidence, index.Snapshot.Roles[role])).Select(r => r.Role).ToList();
        var byText = Enumerable.Range(0, index.RoleCount).OrderByDescending(person.Cosine).Take(5).ToList();
        return new Outcome(category, Right(ranked.FirstOrDefault(-1)), ranked.Count(Right) / 5.0, Right(byText[0]), byText.Count(Right) / 5.0);

        bool Right(int role) => role >= 0 && Array.Exists(prefixes, p => ResourceName.IdOf(index.Snapshot.Roles[role].Name).StartsWith(p, StringComparison.Ordinal));
    }

    private static Row Row(
        string metric, List<Outcome> outcomes, Func<Outcome, double> ours, Func<Outcome, double> baseline,
        Func<IReadOnlyList<Outcome>, Func<Outcome, double>, double> pool)
    {
        var (low, high) = Bootstrap.Interval(outcomes, sample => pool(sample, ours));
        return new Row("resumes", "all", metric, pool(outcomes, ours), low, high, outcomes.Count,
            new Dictionary<string, double> { ["tf-idf"] = pool(outcomes, baseline) });
    }

    private static double Mean(IReadOnlyList<Outcome> outcomes, Func<Outcome, double> value) => outcomes.Average(value);

    private static double Macro(IReadOnlyList<Outcome> outcomes, Func<Outcome, double> value) =>
        outcomes.GroupBy(o => o.Category).Average(g => g.Average(value));
}
