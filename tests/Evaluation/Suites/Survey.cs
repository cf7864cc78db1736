using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Practice;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// People of a survey to the line of work they named, in the built-in catalog, from skills, years and whether they manage people.
/// Macro recall: mean over the labels. Baselines: the most frequent labels, and logistic regression on the same features whose
/// probabilities are divided by a power of the share of the label.
/// </summary>
internal static class Survey
{
    /// <summary>Roles asked for: enough for three places of roles that share labels.</summary>
    private const int Most = 20;

    private static readonly double[] Powers = [0, 0.5, 0.7];

    /// <summary>A role shown: its fit and whether it answers the label.</summary>
    public readonly record struct Shown(string Role, int MilliPoints, bool IsRight);

    /// <summary>What a person was shown, and whether it was right; ours and each baseline's.</summary>
    public sealed record Answer(
        SurveyRow Row,
        IReadOnlyList<Shown> Roles,
        bool IsRight,
        bool IsRightUngated,
        IReadOnlyList<bool> Baselines
    );

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!SurveyRow.IsIn(lab))
        {
            return [];
        }
        var answers = Answers(lab, withBaselines: true).SelectMany(fold => fold).ToList();
        string[] names =
            answers[0].Baselines.Count > 0
                ? ["most frequent", .. Powers.Select(p => FormattableString.Invariant($"logistic {p:0.0}"))]
                : [];
        var rows = new List<Row>();
        foreach (
            var (metric, pool) in new (string, Func<IReadOnlyList<Answer>, Func<Answer, bool>, double>)[]
            {
                ("macro recall@3", Macro),
                ("top-3", Share),
            }
        )
        {
            var (low, high) = Bootstrap.Interval(answers, sample => pool(sample, a => a.IsRight));
            rows.Add(
                new Row(
                    "survey",
                    "builtin",
                    metric,
                    pool(answers, a => a.IsRight),
                    low,
                    high,
                    answers.Count,
                    names
                        .Select((name, b) => (name, Value: pool(answers, a => a.Baselines[b])))
                        .ToDictionary(b => b.name, b => b.Value)
                )
            );
            rows.AddRange(
                names.Select(
                    (name, b) =>
                        Bootstrap.Difference(
                            "survey",
                            "builtin",
                            metric,
                            name,
                            answers,
                            sample => pool(sample, a => a.IsRight),
                            sample => pool(sample, a => a.Baselines[b])
                        )
                )
            );
            (low, high) = Bootstrap.Interval(answers, sample => pool(sample, a => a.IsRightUngated));
            rows.Add(
                new Row(
                    "survey",
                    "with gated",
                    metric,
                    pool(answers, a => a.IsRightUngated),
                    low,
                    high,
                    answers.Count,
                    new Dictionary<string, double>()
                )
            );
        }

        return rows;
    }

    /// <summary>The answers by fold; one fold where nothing is fitted, or on other rows.</summary>
    public static IEnumerable<IReadOnlyList<Answer>> Answers(Lab lab, bool withBaselines = false)
    {
        var labels = new SurveyLabels(lab);
        return lab.Split(folder => SurveyRow.Read(folder, labels), row => row.Person)
            .Select(split =>
                lab.Fit is null ? Served(lab, labels, split.Test) : Fitted(lab, labels, split.Fit, split.Test, withBaselines)
            );
    }

    /// <summary>The answers to the people to fit on, each by a model that has not seen the person.</summary>
    public static IEnumerable<Answer> AnswersToFit(Lab lab)
    {
        var labels = new SurveyLabels(lab);
        return Splits
            .Folds(SurveyRow.Read(lab.Fit!, labels), row => row.Person)
            .SelectMany(split => Fitted(lab, labels, split.Fit, split.Test, withBaselines: false));
    }

    private static List<Answer> Served(Lab lab, SurveyLabels labels, IReadOnlyList<SurveyRow> test)
    {
        return [.. test.Select(row => Judge(labels, row, Ask(row, gated: false), Ask(row, gated: true), []))];

        List<(string, int)> Ask(SurveyRow row, bool gated) =>
            [
                .. lab
                    .Shipped.Session.Matching.RecommendRoles(
                        new RecommendRolesRequest
                        {
                            Subject = new Subject { InlineProfile = row.Profile },
                            Catalog = "catalogs/builtin",
                            MaxResults = Most,
                            IncludeGated = gated,
                        },
                        cancellationToken: lab.CancellationToken
                    )
                    .Recommendations.Select(r => (r.Role, r.Fit.MilliPoints)),
            ];
    }

    private static List<Answer> Fitted(
        Lab lab,
        SurveyLabels labels,
        IReadOnlyList<SurveyRow> fit,
        IReadOnlyList<SurveyRow> test,
        bool withBaselines
    )
    {
        var plain = MatchIndex.Build(lab.Catalogs.BuiltIn);
        var reports = fit.Select(row => row.Report(plain)).ToList();
        var model = PracticeFitter.Fit(reports, labels.Roles, lab.Catalogs.BuiltIn, PracticeModel.Shipped, lab.CancellationToken);
        var index = MatchIndex.Build(lab.Catalogs.BuiltIn, FitParameters.Shipped, model);
        var baselines = withBaselines ? new SurveyBaselines(reports, model.Skills, Powers, lab.CancellationToken) : null;
        return
        [
            .. test.Select(row =>
                Judge(
                    labels,
                    row,
                    Rank(index, row, gated: false),
                    Rank(index, row, gated: true),
                    baselines?.Right(row.Report(plain)) ?? []
                )
            ),
        ];
    }

    private static List<(string, int)> Rank(MatchIndex index, SurveyRow row, bool gated)
    {
        var evidence = row.Evidence(index);
        using var person = new PersonView(index, evidence);
        if (!Shortlist.HasEnoughEvidence(person))
        {
            return [];
        }
        var roles = index.Roles;
        return
        [
            .. Ranker
                .Rank(person, Most, role => gated || !Gates.RuleOut(evidence, roles[role]))
                .Select(r => (roles[r.Role].Name, r.MilliPoints)),
        ];
    }

    private static Answer Judge(
        SurveyLabels labels,
        SurveyRow row,
        List<(string Role, int MilliPoints)> ranked,
        List<(string Role, int MilliPoints)> ungated,
        IReadOnlyList<bool> baselines
    ) =>
        new(
            row,
            [.. ranked.Take(10).Select(r => new Shown(r.Role, r.MilliPoints, labels.LabelsOf(r.Role).Contains(row.Label)))],
            labels.IsInFirstThree(ranked.Select(r => r.Role), row.Label),
            labels.IsInFirstThree(ungated.Select(r => r.Role), row.Label),
            baselines
        );

    private static double Share(IReadOnlyList<Answer> answers, Func<Answer, bool> right) =>
        answers.Average(a => right(a) ? 1.0 : 0);

    private static double Macro(IReadOnlyList<Answer> answers, Func<Answer, bool> right) =>
        answers.GroupBy(a => a.Row.Label).Average(label => label.Average(a => right(a) ? 1.0 : 0));
}
