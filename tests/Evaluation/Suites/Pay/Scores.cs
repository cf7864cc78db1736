namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>The rows of the report on a test of pay.</summary>
internal static class Scores
{
    private const string Trees = "boosted trees";

    /// <summary>A test whose rows are not there.</summary>
    public static IEnumerable<Row> None(string test)
    {
        Console.WriteLine($"{Salary.Suite, -11} {test, -14} no rows; skipped.");
        return [];
    }

    public static IEnumerable<Row> Of(string test, IReadOnlyList<Outcome> outcomes)
    {
        var withTrees = outcomes.All(o => o.Trees is not null);
        yield return Mean("pinball, USD", l => l.Pinball);
        if (withTrees)
        {
            double Ratio(IReadOnlyList<Outcome> sample) =>
                sample.Average(o => o.Ours.Pinball) / sample.Average(o => o.Trees!.Value.Pinball);
            yield return Row("pinball over boosted trees", outcomes, Ratio, []);
        }

        yield return Row(
            "MdAPE",
            outcomes,
            s => Median(s, o => o.Ours.Error),
            Baselines(outcomes, (s, loss) => Median(s, o => loss(o).Error))
        );
        yield return Row("R2 of log pay", outcomes, Explained, []);
        yield return Mean("width over median", l => l.Width);
        yield return Mean("coverage of 80 %", l => l.Covered);
        foreach (var band in outcomes.GroupBy(o => o.Band, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<Outcome> own = [.. band];
            yield return Row(
                $"coverage, {band.Key}",
                own,
                s => s.Average(o => o.Ours.Covered),
                Baselines(own, (s, loss) => s.Average(o => loss(o).Covered))
            );
        }

        Row Mean(string metric, Func<Loss, double> of) =>
            Row(metric, outcomes, s => s.Average(o => of(o.Ours)), Baselines(outcomes, (s, loss) => s.Average(o => of(loss(o)))));

        Row Row(
            string metric,
            IReadOnlyList<Outcome> rows,
            Func<IReadOnlyList<Outcome>, double> value,
            Dictionary<string, double> baselines
        )
        {
            var (low, high) = Bootstrap.Interval(rows, value);
            return new Row(Salary.Suite, test, metric, value(rows), low, high, rows.Count, baselines);
        }

        Dictionary<string, double> Baselines(
            IReadOnlyList<Outcome> rows,
            Func<IReadOnlyList<Outcome>, Func<Outcome, Loss>, double> value
        )
        {
            var all = new Dictionary<string, double>
            {
                ["global"] = value(rows, o => o.Global),
                ["cell"] = value(rows, o => o.Cell),
            };
            if (withTrees)
            {
                all[Trees] = value(rows, o => o.Trees!.Value);
            }
            return all;
        }
    }

    public static double Median<T>(IReadOnlyList<T> rows, Func<T, double> value)
    {
        double[] sorted = [.. rows.Select(value)];
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Explained(IReadOnlyList<Outcome> rows)
    {
        var mean = rows.Average(o => Math.Log(o.Paid));
        return 1 - rows.Sum(o => Math.Pow(Math.Log(o.Paid / o.Median), 2)) / rows.Sum(o => Math.Pow(Math.Log(o.Paid) - mean, 2));
    }
}
