using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using Google.Protobuf;

namespace CareerRecs.Evaluation.Suites.Documents;

/// <summary>
/// The made-up resumes of `tests/Documents`, each read against the built-in catalog and O*NET and counted against the truth
/// beside it. Read in this process; the engine is the one that the services run.
/// </summary>
internal static class DocumentsSuite
{
    private const string TruthEnding = ".truth.json";
    private static readonly string[] CatalogIds = ["builtin", "onet"];

    private static readonly DateOnly Today = new(2026, 11, 30);

    /// <summary>Measures all documents of the corpus.</summary>
    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (FindCorpus() is not { } corpus)
        {
            Console.Error.WriteLine("documents: left out, tests/Documents/corpus is not above this program");
            yield break;
        }

        foreach (
            var catalog in CatalogIds.Where(c => lab.People.Catalog is null || lab.People.Catalog == c).Where(lab.Catalogs.Has)
        )
        {
            var index = MatchIndex.Build(lab.Catalogs.Find(catalog));
            var scores = Files(corpus).Select(file => ReadOne(file, index, lab)).ToList();
            if (lab.People.ShowFailing || lab.People.Show)
            {
                Show(catalog, lab.People.Show ? scores : scores.Where(score => score.Misses.Count > 0), lab.People.Show);
            }

            var resume = string.Join('\n', scores.Where(score => score.Truth.Language == "en").Select(score => score.Text));
            foreach (var row in Rows(catalog, scores).Concat(Speed.Measure(catalog, index, resume, Today)))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo corpus) =>
        corpus
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.Name.EndsWith(TruthEnding, StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static Score ReadOne(FileInfo file, MatchIndex index, Lab lab)
    {
        lab.CancellationToken.ThrowIfCancellationRequested();
        var truth = Truth.Read(new FileInfo(Path.ChangeExtension(file.FullName, null) + TruthEnding));
        var document = new Document
        {
            Content = ByteString.CopyFrom(File.ReadAllBytes(file.FullName)),
            Format = file.Extension == ".md" ? DocumentFormat.Markdown : DocumentFormat.Unspecified,
        };
        var read = DocumentReader.ReadWithSpans(document, index.Snapshot, Today, cancellationToken: lab.CancellationToken);
        return new Marker(truth, read, Understander.Read(read, index, Today), index.Snapshot).Mark(file.Name);
    }

    /// <summary>Each metric over all documents with its interval, then by maker, layout and language.</summary>
    private static IEnumerable<Row> Rows(string catalog, List<Score> scores)
    {
        foreach (var group in Groups(catalog, scores))
        {
            foreach (var metric in scores.SelectMany(score => score.Counts.Keys).Distinct().ToList())
            {
                var of = group.Scores.Select(score => score.Counts.GetValueOrDefault(metric)).ToList();
                var (low, high) = Bootstrap.Interval(of, Share);
                yield return new Row(
                    "documents",
                    group.Name,
                    metric,
                    Share(of),
                    low,
                    high,
                    of.Sum(c => c.Of),
                    new Dictionary<string, double>()
                );
            }
        }
    }

    private static IEnumerable<(string Name, List<Score> Scores)> Groups(string catalog, List<Score> scores) =>
        scores
            .GroupBy(score => $"{catalog} {score.Truth.Maker}")
            .Concat(scores.GroupBy(score => $"{catalog} {score.Truth.Maker}/{score.Truth.Layout}"))
            .Concat(scores.GroupBy(score => $"{catalog} {score.Truth.Language}"))
            .Select(group => (group.Key, group.ToList()))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Prepend((catalog, scores));

    private static double Share(IReadOnlyList<Count> counts) =>
        counts.Aggregate(default(Count), (sum, count) => sum + count).Share;

    private static void Show(string catalog, IEnumerable<Score> scores, bool withText)
    {
        foreach (var score in scores)
        {
            Console.WriteLine($"{catalog} {score.File}");
            if (withText)
            {
                Console.WriteLine(score.Text);
            }

            foreach (var miss in score.Misses)
            {
                Console.WriteLine($"    {miss}");
            }
        }
    }

    /// <summary>The corpus beside this project, however deep the program was built.</summary>
    private static DirectoryInfo? FindCorpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = new DirectoryInfo(Path.Combine(folder.FullName, "tests", "Documents", "corpus"));
            if (corpus.Exists)
            {
                return corpus;
            }
        }

        return null;
    }
}
