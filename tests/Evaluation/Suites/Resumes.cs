using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Real resumes to O*NET occupations: an answer is right where its SOC code begins with one of the codes of the resume's
/// category. Macro figures are means over categories. The baseline is plain TF-IDF cosine of the resume with the text of the
/// role. The weights of the evidence are fitted to titles that other people held; no category takes part in fitting anything.
/// </summary>
internal static class Resumes
{
    private const int Top = 5;

    private sealed record Outcome(string Category, bool First, double Precision5, bool BaseFirst, double BasePrecision5);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!ResumeRow.AreIn(lab))
        {
            yield break;
        }
        var outcomes = new List<Outcome>();
        foreach (var fold in lab.Resumes)
        {
            outcomes.AddRange(fold.Test.Select(row => Answer(lab, fold.Index, row)));
        }

        foreach (var row in Rows("macro hit@1", outcomes, o => o.First ? 1 : 0, o => o.BaseFirst ? 1 : 0, Macro))
        {
            yield return row;
        }
        foreach (var row in Rows("macro precision@5", outcomes, o => o.Precision5, o => o.BasePrecision5, Macro))
        {
            yield return row;
        }
        foreach (var row in Rows("hit@1", outcomes, o => o.First ? 1 : 0, o => o.BaseFirst ? 1 : 0, Mean))
        {
            yield return row;
        }
    }

    private static Outcome Answer(Lab lab, MatchIndex index, ResumeRow row)
    {
        lab.CancellationToken.ThrowIfCancellationRequested();
        var evidence = row.Understand(index);
        using var person = new PersonView(index, evidence);
        var roles = lab.Fit is null
            ? row.Served(lab, Top).Select(r => index.RoleIds[r.Role])
            : Ranker.Rank(person, Top, role => !Gates.RuleOut(evidence, index.Roles[role])).Select(r => r.Role);
        var ranked = roles.Select(role => row.IsRight(index, role)).ToList();
        var (cosines, families) = (new float[index.RoleCount], new float[index.RoleCount]);
        index.Text.Score(row.PlainTerms(index), cosines, families);
        var byText = index
            .Roles.Ids.OrderByDescending(role => cosines[role.Index])
            .Take(5)
            .Select(role => row.IsRight(index, role))
            .ToList();
        return new Outcome(
            row.Category,
            ranked.FirstOrDefault(),
            ranked.Count(right => right) / 5.0,
            byText[0],
            byText.Count(right => right) / 5.0
        );
    }

    private static IEnumerable<Row> Rows(
        string metric,
        List<Outcome> outcomes,
        Func<Outcome, double> ours,
        Func<Outcome, double> baseline,
        Func<IReadOnlyList<Outcome>, Func<Outcome, double>, double> pool
    )
    {
        var (low, high) = Bootstrap.Interval(outcomes, sample => pool(sample, ours));
        yield return new Row(
            "resumes",
            "all",
            metric,
            pool(outcomes, ours),
            low,
            high,
            outcomes.Count,
            new Dictionary<string, double> { ["tf-idf"] = pool(outcomes, baseline) }
        );
        yield return Bootstrap.Difference(
            "resumes",
            "all",
            metric,
            "tf-idf",
            outcomes,
            sample => pool(sample, ours),
            sample => pool(sample, baseline)
        );
    }

    private static double Mean(IReadOnlyList<Outcome> outcomes, Func<Outcome, double> value) => outcomes.Average(value);

    private static double Macro(IReadOnlyList<Outcome> outcomes, Func<Outcome, double> value) =>
        outcomes.GroupBy(o => o.Category).Average(g => g.Average(value));
}
