namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>The plain baselines: quantiles of all rows, and of rows of one title, level and country.</summary>
internal sealed class PlainQuantiles
{
    private const int FewestRows = 20; // in a cell; a smaller one is answered by its level and country, then by all

    public static readonly double[] Levels = [0.1, 0.25, 0.5, 0.75, 0.9];

    private readonly Dictionary<string, double[]> _cells = new(StringComparer.Ordinal);

    public PlainQuantiles(IReadOnlyList<Answer> rows)
    {
        Global = Of(rows.Select(r => r.Amount));
        foreach (var keys in new Func<Answer, string>[] { Whole, Part })
        {
            foreach (var cell in rows.GroupBy(keys, StringComparer.Ordinal).Where(c => c.Count() >= FewestRows))
            {
                _cells[cell.Key] = Of(cell.Select(r => r.Amount));
            }
        }
    }

    /// <summary>Of all rows.</summary>
    public double[] Global { get; }

    /// <summary>Of the cell of a row.</summary>
    public double[] Cell(Answer row) => _cells.GetValueOrDefault(Whole(row)) ?? _cells.GetValueOrDefault(Part(row)) ?? Global;

    /// <summary>The five percentiles of values.</summary>
    public static double[] Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return Array.ConvertAll(
            Levels,
            level =>
            {
                var position = level * (sorted.Length - 1);
                var low = (int)position;
                return sorted[low] + (position - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]);
            }
        );
    }

    private static string Whole(Answer row) =>
        $"{row.Facts.Title}|{row.Facts.Band}|{row.Facts.Country}{row.Facts.Place}|{row.Facts.Employer}";

    private static string Part(Answer row) => $"{row.Facts.Band}|{row.Facts.Country}{row.Facts.Place}";
}
