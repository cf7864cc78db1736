using CareerRecs.Catalog.V1;
using CareerRecs.Evaluation.Fitting;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.ProfileMatching.Understanding.Inference;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Sentences of job advertisements to ESCO skills: what they name, then what is inferred, by confidence. Right are the skills of
/// all spans of the sentence; R-precision@5 is the hits in the first 5 over the smaller of 5 and the right ones, as published for
/// this data; "strict" looks at no more places than there are right ones. The baseline is the best cosine of plain words with a
/// title or alias.
/// </summary>
internal static class Extraction
{
    private const int Places = 5;

    /// <summary>
    /// A sentence stands in the middle of an advertisement, so it is sent below a heading: alone it could be taken for a name.
    /// </summary>
    private const string Heading = "Requirements\n";

    /// <summary>The first question waits until ESCO is loaded.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromMinutes(5);

    private sealed record Outcome(string Test, IReadOnlySet<int> Right, IReadOnlyList<int> Ranked, IReadOnlyList<int> Plain);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!AnnotatedSentences.Tests.Any(test => lab.HasRows(AnnotatedSentences.File(test))))
        {
            Console.WriteLine("extraction: skipped, the folder has no annotated sentences");
            yield break;
        }

        var esco = lab.Catalogs.Esco;
        var plain = new PlainTitles(esco.Skills.Select(s => (s.Name, s.Aliases.Prepend(s.Title))));
        var outcomes = new List<Outcome>();
        var withSpans = new List<Outcome>();
        var finder = new HintFinder(esco.Skills, esco.Roles);
        foreach (var (fit, test) in lab.Split(folder => AnnotatedSentences.Read(folder, esco), s => s.Text))
        {
            if (fit.Count == 0)
            {
                outcomes.AddRange(test.Select(s => OutcomeOf(s, Ask(lab, esco, s.Text))));
                continue;
            }

            var parameters = InferenceFit.Fit(finder, fit);
            outcomes.AddRange(test.Select(s => OutcomeOf(s, Rank(esco, finder, parameters, s.Text))));
            var learned = WithSpans(esco, fit);
            var learnedFinder = new HintFinder(learned.Skills, learned.Roles);
            withSpans.AddRange(test.Select(s => OutcomeOf(s, Rank(learned, learnedFinder, parameters, s.Text))));
        }

        foreach (var test in AnnotatedSentences.Tests)
        {
            foreach (var row in Rows(test, outcomes))
            {
                yield return row;
            }
            foreach (var row in Rows(test, withSpans).Take(1))
            {
                yield return row with
                {
                    Test = $"{test} + spans",
                };
            }
        }

        Outcome OutcomeOf(AnnotatedSentence sentence, IReadOnlyList<int> ranked) =>
            new(sentence.Test, sentence.Skills, ranked, plain.Best(sentence.Text, Places));
    }

    /// <summary>The skills that the service answers, the surest first.</summary>
    private static List<int> Ask(Lab lab, CatalogSnapshot esco, string sentence)
    {
        var places = esco.Skills.Select((s, i) => (s.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        var answer = lab.Shipped.Session.Matching.ExtractSkills(
            new ExtractSkillsRequest
            {
                Document = new Document { Content = ByteString.CopyFromUtf8(Heading + sentence), Format = DocumentFormat.Text },
                Catalog = "catalogs/esco",
                IncludeInferred = true,
                LeastInferredConfidence = 0,
            },
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime + FirstAnswer,
            cancellationToken: lab.CancellationToken
        );
        return
        [
            .. answer
                .Understanding.Skills.Where(s => s.Start >= Heading.Length)
                .OrderByDescending(s => s.Resolution.Confidence)
                .Select(s => places[s.Resolution.Skill]),
        ];
    }

    /// <summary>The same with weights of one's own.</summary>
    private static List<int> Rank(CatalogSnapshot esco, HintFinder finder, InferenceParameters parameters, string sentence)
    {
        var inferred = SkillInference.Read(sentence, finder, parameters, leastConfidence: 0).Select(s => s.Skill);
        var named = SkillReader
            .Read(SectionedText.FromText(sentence), esco)
            .OrderByDescending(s => s.Confidence)
            .Select(s => esco.Skills.IndexOf(s.Skill));
        return [.. named.Concat(inferred).Distinct()];
    }

    /// <summary>The catalog with the annotated words of sentences as more aliases.</summary>
    private static CatalogSnapshot WithSpans(CatalogSnapshot esco, IReadOnlyList<AnnotatedSentence> sentences)
    {
        var spans = sentences.SelectMany(s => s.Spans).ToLookup(s => s.Skill, s => s.Words);
        var skills = esco.Skills.Select(
            (skill, i) =>
            {
                var more = skill.Clone();
                more.Aliases.AddRange(spans[i]);
                return new CatalogEntry { Skill = more };
            }
        );
        return CatalogSnapshot.From(esco.Version, [.. esco.Roles.Select(r => new CatalogEntry { Role = r }), .. skills]);
    }

    private static IEnumerable<Row> Rows(string test, List<Outcome> all)
    {
        var outcomes = all.Where(o => o.Test == test).ToList();
        if (outcomes.Count == 0)
        {
            return [];
        }
        (string Metric, Func<IReadOnlySet<int>, IReadOnlyList<int>, double> Of)[] metrics =
        [
            (
                "R-precision@5",
                (right, ranked) => (double)ranked.Take(Places).Count(right.Contains) / Math.Min(Places, right.Count)
            ),
            (
                "R-precision@5 strict",
                (right, ranked) =>
                    (double)ranked.Take(Math.Min(Places, right.Count)).Count(right.Contains) / Math.Min(Places, right.Count)
            ),
            ("hit@5", (right, ranked) => ranked.Take(Places).Any(right.Contains) ? 1 : 0),
            (
                "MRR@5",
                (right, ranked) =>
                    ranked.Take(Places).Select((skill, i) => right.Contains(skill) ? 1.0 / (i + 1) : 0).DefaultIfEmpty().Max()
            ),
        ];
        return metrics.SelectMany(m => Rows(test, m.Metric, outcomes, m.Of));
    }

    private static IEnumerable<Row> Rows(
        string test,
        string metric,
        List<Outcome> outcomes,
        Func<IReadOnlySet<int>, IReadOnlyList<int>, double> value
    )
    {
        double Ours(IReadOnlyList<Outcome> sample) => sample.Average(o => value(o.Right, o.Ranked));
        double Theirs(IReadOnlyList<Outcome> sample) => sample.Average(o => value(o.Right, o.Plain));
        var (low, high) = Bootstrap.Interval(outcomes, Ours);
        yield return new Row(
            "extraction",
            test,
            metric,
            Ours(outcomes),
            low,
            high,
            outcomes.Count,
            new Dictionary<string, double> { ["word TF-IDF"] = Theirs(outcomes) }
        );
        yield return Bootstrap.Difference("extraction", test, metric, "word TF-IDF", outcomes, Ours, Theirs);
    }
}
