using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.ModelCard;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Whether a likelihood says what it means: all pairs of a person and a role of the person's top 10. The map is fitted on the
/// pairs of other people; the predictor to beat knows the rank alone, by the mean rate of each rank among those people.
/// </summary>
internal static class Calibration
{
    private const int Top = 10;

    /// <summary>A role shown, by rank.</summary>
    private readonly record struct Shown(int MilliPoints, bool Right);

    /// <summary>A person with the roles shown, best first.</summary>
    private sealed record Person(string Id, IReadOnlyList<Shown> Shown);

    public static IEnumerable<Row> Measure(Lab lab) =>
        (ResumeRow.AreIn(lab) ? Onet(lab) : []).Concat(SurveyRow.IsIn(lab) ? BuiltIn(lab) : []);

    /// <summary>All pairs of a resume of the folder and a role of its top 10 in O*NET.</summary>
    public static List<(int MilliPoints, bool Right)> PairsOfResumes(Lab lab) =>
        [
            .. ResumeRow
                .Read(lab, lab.Data)
                .SelectMany(row => Rank(lab, lab.Onet, row).Shown)
                .Select(s => (s.MilliPoints, s.Right)),
        ];

    /// <summary>O*NET by real resumes.</summary>
    private static IEnumerable<Row> Onet(Lab lab)
    {
        var people = new List<IReadOnlyList<Judged>>();
        foreach (var fold in lab.Resumes)
        {
            if (lab.Fit is null)
            {
                people.AddRange(Served(lab, fold));
                continue;
            }

            var fit = fold.Fit.Select(row => Rank(lab, fold.Index, row)).ToList();
            var map = LikelihoodMap.Fit([.. fit.SelectMany(p => p.Shown).Select(s => (s.MilliPoints, s.Right))]);
            people.AddRange(Judge(fold.Test.Select(row => Rank(lab, fold.Index, row)), map, Rates(fit)));
        }

        foreach (var row in Rows("onet", people))
        {
            yield return row;
        }
    }

    /// <summary>
    /// The built-in catalog by the survey. The map is fitted on answers of models that had not seen these people either.
    /// </summary>
    private static IEnumerable<Row> BuiltIn(Lab lab)
    {
        var folds = Survey.Answers(lab).Select(fold => fold.Select(Seen).ToList()).ToList();
        var apart = lab.Fit is null || lab.IsSameFolder ? [] : Survey.AnswersToFit(lab).Select(Seen).ToList();
        var shipped = lab.Fit is null ? ShippedModelCard.MapOf(lab.Catalogs.BuiltIn.Version) : null;
        if (lab.Fit is null && shipped is null)
        {
            yield break;
        }
        var people = new List<IReadOnlyList<Judged>>();
        foreach (var test in folds)
        {
            var fit =
                lab.Fit is null ? test
                : lab.IsSameFolder ? [.. folds.Where(f => f != test).SelectMany(f => f)]
                : apart;
            var map = shipped ?? LikelihoodMap.Fit([.. fit.SelectMany(p => p.Shown).Select(s => (s.MilliPoints, s.Right))]);
            people.AddRange(Judge(test, map, Rates(fit)));
        }

        foreach (var row in Rows("builtin", people))
        {
            yield return row;
        }

        static Person Seen(Survey.Answer answer) =>
            new(answer.Row.Person, [.. answer.Roles.Select(r => new Shown(r.MilliPoints, r.IsRight))]);
    }

    private static Person Rank(Lab lab, MatchIndex index, ResumeRow row)
    {
        lab.CancellationToken.ThrowIfCancellationRequested();
        var evidence = row.Understand(index);
        using var person = new PersonView(index, evidence);
        var ranked = Ranker.Rank(person, Top, role => !Gates.RuleOut(evidence, index.Roles[role]));
        return new Person(row.Id, [.. ranked.Select(r => new Shown(r.MilliPoints, row.IsRight(index, r.Role)))]);
    }

    /// <summary>
    /// The likelihoods that ship, as the services answer them, against the rates of the ranks of these very people, which no
    /// predictor could know.
    /// </summary>
    private static List<IReadOnlyList<Judged>> Served(Lab lab, ResumeFold fold)
    {
        var answers = fold
            .Test.Select(row =>
                row.Served(lab, Top)
                    .Select(r => (r.Likelihood, Right: row.IsRight(fold.Index, fold.Index.RoleIds[r.Role])))
                    .ToList()
            )
            .ToList();
        var rates = Rates([.. answers.Select(a => new Person("", [.. a.Select(r => new Shown(0, r.Right))]))]);
        return
        [
            .. answers.Select(a =>
                (IReadOnlyList<Judged>)[.. a.Select((r, rank) => new Judged(r.Likelihood, rates[rank], r.Right))]
            ),
        ];
    }

    private static IEnumerable<IReadOnlyList<Judged>> Judge(IEnumerable<Person> people, LikelihoodMap map, double[] rates) =>
        people.Select(p =>
            (IReadOnlyList<Judged>)[.. p.Shown.Select((s, rank) => new Judged(map.Evaluate(s.MilliPoints), rates[rank], s.Right))]
        );

    private static double[] Rates(IReadOnlyList<Person> people) =>
        [
            .. Enumerable
                .Range(0, Top)
                .Select(rank =>
                    people.Where(p => p.Shown.Count > rank).Select(p => p.Shown[rank].Right ? 1.0 : 0).DefaultIfEmpty().Average()
                ),
        ];

    private static IEnumerable<Row> Rows(string catalog, List<IReadOnlyList<Judged>> people)
    {
        var pairs = people.SelectMany(p => p).ToList();
        var (low, high) = Bootstrap.Interval(people, sample => Reliability.CalibrationError(sample.SelectMany(p => p)));
        yield return new Row(
            "calibration",
            catalog,
            "expected calibration error",
            Reliability.CalibrationError(pairs),
            low,
            high,
            pairs.Count,
            new Dictionary<string, double>()
        );
        (low, high) = Bootstrap.Interval(people, sample => Reliability.BrierSkill([.. sample.SelectMany(p => p)]));
        yield return new Row(
            "calibration",
            catalog,
            "Brier skill over the rank",
            Reliability.BrierSkill(pairs),
            low,
            high,
            pairs.Count,
            new Dictionary<string, double>()
        );
        var bin = 0;
        foreach (var (said, was, count) in Reliability.Curve(pairs))
        {
            yield return new Row(
                "calibration",
                catalog,
                $"reliability, bin {++bin}",
                was,
                was,
                was,
                count,
                new Dictionary<string, double> { ["said"] = said }
            );
        }
    }
}
