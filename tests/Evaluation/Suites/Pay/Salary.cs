using CareerRecs.Salary.Training;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>
/// Pay: what a model fitted to a survey says of rows it has not seen. Pinball is the mean over p10, p25, p50, p75 and p90 in USD
/// a year of full-time rows of at least 15,000, distinct. Needs rows to fit on.
/// </summary>
internal static class Salary
{
    public const string Suite = "salary";
    private const int Repeats = 20;
    private const int FreshRows = 250;

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (lab.Fit is not { } folder)
        {
            Console.WriteLine("salary: --fit names no rows to fit to; skipped.");
            return [];
        }

        var known = Survey.AiJobs(folder);
        var last = Survey.LastFittedYear(folder, known);
        var fitted = known.Where(r => r.Year <= last).ToList();
        var fresh = known.Where(r => r.Year > last).ToList();
        var rows = lab.IsSameFolder ? known : Survey.AiJobs(lab.Data);
        return SameYears(lab, fitted, [.. rows.Where(r => r.Year <= last)])
            .Concat(LaterYears(lab, fitted, fresh, [.. rows.Where(r => r.Year > last)]))
            .Concat(Employers(lab, folder))
            .Concat(Regions.Measure(lab))
            .Concat(Cost.Measure(fitted))
            .Concat(Cost.Batch(lab));
    }

    private static IEnumerable<Row> SameYears(Lab lab, List<Answer> fitted, List<Answer> rows)
    {
        if (fitted.Count < PayTrainer.FewestRows || rows.Count == 0)
        {
            return Scores.None("ai-jobs");
        }
        var splits = lab.IsSameFolder ? Splits.Folds<Answer>(fitted, r => r.Text) : [(fitted, (IReadOnlyList<Answer>)rows)];
        var outcomes = new List<Outcome>();
        foreach (var (fit, test) in splits)
        {
            var model = PayTrainer.Fit(fit.Select(r => r.Row), PaySpecs.Survey, lab.CancellationToken);
            outcomes.AddRange(Outcome.Of(test, model, new PlainQuantiles(fit), new BoostedTrees(fit).Predict(test)));
        }

        return Scores.Of("ai-jobs", outcomes);
    }

    private static IEnumerable<Row> LaterYears(Lab lab, List<Answer> fitted, List<Answer> fresh, List<Answer> rows)
    {
        if (fitted.Count < PayTrainer.FewestRows || rows.Count == 0)
        {
            return Scores.None("later year");
        }
        var model = PayTrainer.Fit(fitted.Select(r => r.Row), PaySpecs.Survey, lab.CancellationToken);
        var (plain, trees) = (new PlainQuantiles(fitted), new BoostedTrees(fitted).Predict(rows));
        Console.WriteLine(
            $"salary      later year     coverage of the fitted model before it is brought "
                + $"to fresh rows: {Drift.Of(model, rows.Select(r => r.Row)).Coverage:0.000}"
        );
        if (!lab.IsSameFolder && fresh.Count > 0)
        {
            return Scores.Of(
                "later year",
                [.. Outcome.Of(rows, Recalibration.Fit(model, fresh.Select(r => r.Row)), plain, trees)]
            );
        }

        // Half of the rows are the fresh ones, the other half is tested on, again and again; a row counts once, with the mean of
        // its turns.
        var turns = rows.Zip(trees).Select(_ => new List<Outcome>()).ToArray();
        for (var turn = 0; turn < Repeats; turn++)
        {
            var order = Enumerable.Range(0, rows.Count).OrderBy(i => Splits.Hash($"{turn}|{rows[i].Text}")).ToArray();
            var held = Math.Min(FreshRows, rows.Count / 2);
            var recent = Recalibration.Fit(model, order.Take(held).Select(i => rows[i].Row));
            foreach (var i in order.Skip(held))
            {
                turns[i].AddRange(Outcome.Of([rows[i]], recent, plain, [trees[i]]));
            }
        }

        return Scores.Of("later year", [.. turns.Where(t => t.Count > 0).Select(Outcome.Mean)]);
    }

    private static IEnumerable<Row> Employers(Lab lab, DirectoryInfo folder)
    {
        var rows = Survey.LevelsFyi(lab.Data);
        if (rows.Count == 0)
        {
            return Scores.None("levels.fyi");
        }
        var splits = lab.IsSameFolder ? Splits.Folds(rows, r => r.Text) : [(Survey.LevelsFyi(folder), rows)];
        var outcomes = new List<Outcome>();
        foreach (var (fit, test) in splits.Where(s => s.Fit.Count >= PayTrainer.FewestRows))
        {
            var model = PayTrainer.Fit(fit.Select(r => r.Row), PaySpecs.Employers(Survey.YearBandCount), lab.CancellationToken);
            outcomes.AddRange(Outcome.Of(test, model, new PlainQuantiles(fit), null));
        }

        return outcomes.Count == 0 ? Scores.None("levels.fyi") : Scores.Of("levels.fyi", outcomes);
    }
}
