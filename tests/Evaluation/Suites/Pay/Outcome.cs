using CareerRecs.Salary.PayModels;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>What was asked of a row and how far each answer was off; the trees only where they were fitted.</summary>
internal sealed record Outcome(string Band, double Paid, double Median, Loss Ours, Loss Global, Loss Cell, Loss? Trees)
{
    public static IEnumerable<Outcome> Of(IReadOnlyList<Answer> rows, PayModel model, PlainQuantiles plain, double[][]? trees) =>
        rows.Select(
            (row, i) =>
            {
                var range = model.Estimate(row.Facts);
                double[] ours = [range.P10, range.P25, range.P50, range.P75, range.P90];
                return new Outcome(
                    row.Band,
                    row.Amount,
                    range.P50,
                    Loss.Of(ours, row.Amount),
                    Loss.Of(plain.Global, row.Amount),
                    Loss.Of(plain.Cell(row), row.Amount),
                    trees is null ? null : Loss.Of(trees[i], row.Amount)
                );
            }
        );

    /// <summary>The mean over the turns of one row.</summary>
    public static Outcome Mean(IReadOnlyList<Outcome> turns) =>
        turns[0] with
        {
            Ours = Loss.Mean([.. turns.Select(t => t.Ours)]),
            Median = turns.Average(t => t.Median),
        };
}
