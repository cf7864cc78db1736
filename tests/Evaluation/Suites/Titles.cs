using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Titles of vacancies to ESCO occupations; one is right for each. "lexical": from what ESCO says alone. "fitted": the titles of
/// four folds stand as alternate titles beside ESCO's, and those of the fifth are asked that equal none of them. The baseline is
/// the best cosine of plain words with a title, weighed by rarity.
/// </summary>
internal static class Titles
{
    private const int Folds = 5;
    private const int Seed = 20261125;

    /// <summary>The confidence from which a title held counts as evidence for a role.</summary>
    private const double Confident = 0.6;

    /// <summary>Ranks behind it count as not found; it would change a mean reciprocal rank by less than .001.</summary>
    private const int Deepest = 100;

    private sealed record Vacancy(string Title, string Role, int Fold);

    private sealed record Outcome(int Rank, int BaseRank, double Confidence);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!lab.HasRows("titles", "jobbert_dev.csv.gz"))
        {
            yield break;
        }
        var esco = lab.Catalogs.Esco;
        var vacancies = Read(lab, esco);
        var lexical = Ask(esco.Roles, vacancies, lab.CancellationToken);
        foreach (var row in Rows("lexical", lexical))
        {
            yield return row;
        }

        var fitted = new List<Outcome>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var known = vacancies.Where(v => v.Fold != fold).ToList();
            var said = known.Select(v => TextAnalysis.Normalize(v.Title)).ToHashSet(StringComparer.Ordinal);
            var asked = vacancies.Where(v => v.Fold == fold && !said.Contains(TextAnalysis.Normalize(v.Title))).ToList();
            fitted.AddRange(Ask(WithTitles(esco.Roles, known), asked, lab.CancellationToken));
        }

        foreach (var row in Rows("fitted", fitted))
        {
            yield return row;
        }
    }

    private static List<Vacancy> Read(Lab lab, CatalogSnapshot esco)
    {
        var roles = esco
            .Roles.SelectMany(r => r.Codes.Where(c => c.System == CodeSystem.Esco).Select(c => (c.Value, r.Name)))
            .ToDictionary(c => c.Value, c => c.Name, StringComparer.Ordinal);
        var folds = new Random(Seed);
        var vacancies = new List<Vacancy>();
        using var reader = new StreamReader(lab.Open("titles", "jobbert_dev.csv.gz"));
        using var csv = CsvDataReader.Create(reader);
        while (csv.Read())
        {
            var fold = folds.Next(Folds);
            // An occupation that this release of ESCO no longer has is right nowhere.
            if (roles.TryGetValue(csv.GetString(2), out var role))
            {
                vacancies.Add(new Vacancy(csv.GetString(1), role, fold));
            }
        }

        return vacancies;
    }

    private static List<Role> WithTitles(IEnumerable<Role> roles, List<Vacancy> known)
    {
        var titles = known.ToLookup(v => v.Role, v => v.Title, StringComparer.Ordinal);
        return
        [
            .. roles.Select(role =>
            {
                var more = role.Clone();
                more.AlternateTitles.AddRange(titles[role.Name]);
                return more;
            }),
        ];
    }

    private static List<Outcome> Ask(
        IReadOnlyCollection<Role> roles,
        List<Vacancy> vacancies,
        CancellationToken cancellationToken
    )
    {
        var lexicon = new TitleLexicon([.. roles]);
        var plain = new PlainTitles(roles);
        return [.. vacancies.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Answer)];

        Outcome Answer(Vacancy vacancy)
        {
            var matches = lexicon.Read(vacancy.Title, Deepest, leastConfidence: 0).Matches;
            var rank = 1;
            while (rank <= matches.Count && matches[rank - 1].Role != vacancy.Role)
            {
                rank++;
            }
            return new Outcome(
                rank <= matches.Count ? rank : int.MaxValue,
                plain.RankOf(vacancy.Title, vacancy.Role, Deepest),
                matches.Count > 0 ? matches[0].Confidence : 0
            );
        }
    }

    private static IEnumerable<Row> Rows(string test, List<Outcome> outcomes)
    {
        yield return Row(test, "MRR", outcomes, o => 1.0 / o.Rank, o => 1.0 / o.BaseRank);
        yield return Row(test, "hit@1", outcomes, o => o.Rank == 1 ? 1 : 0, o => o.BaseRank == 1 ? 1 : 0);
        yield return Row(test, "hit@10", outcomes, o => o.Rank <= 10 ? 1 : 0, o => o.BaseRank <= 10 ? 1 : 0);
        var confident = outcomes.Where(o => o.Confidence >= Confident).ToList();
        yield return Row(test, "hit@1 confident", confident, o => o.Rank == 1 ? 1 : 0, o => o.BaseRank == 1 ? 1 : 0);
    }

    private static Row Row(
        string test,
        string metric,
        List<Outcome> outcomes,
        Func<Outcome, double> ours,
        Func<Outcome, double> baseline
    )
    {
        var (low, high) = Bootstrap.Interval(outcomes, sample => sample.Average(ours));
        return new Row(
            "titles",
            test,
            metric,
            outcomes.Average(ours),
            low,
            high,
            outcomes.Count,
            new Dictionary<string, double> { ["word TF-IDF"] = outcomes.Average(baseline) }
        );
    }
}
