using CareerRecs.Salary.Estimation;

namespace CareerRecs.Salary.Training;

/// <summary>How often the 80 % ranges of a model held recent rows.</summary>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Coverage">Share of them within p10 to p90.</param>
public sealed record Drift(int Rows, double Coverage)
{
    /// <summary>Coverage below it calls for a recalibration.</summary>
    public const double Lowest = 0.75;

    /// <summary>Coverage above it as well: the ranges are too wide.</summary>
    public const double Highest = 0.85;

    /// <summary>With fewer rows chance alone leaves the bounds too often.</summary>
    public const int FewestRows = 100;

    /// <summary>Whether the ranges no longer hold what they claim.</summary>
    public bool IsDrifted => Rows >= FewestRows && Coverage is (< Lowest or > Highest);

    /// <summary>Compares the model with rows that it was not fitted to.</summary>
    public static Drift Of(PayModel model, IEnumerable<PayRow> recent)
    {
        int rows = 0, held = 0;
        foreach (var row in recent.DistinctBy(r => r.Key, StringComparer.Ordinal))
        {
            var range = model.Estimate(row.Facts);
            rows++;
            if (row.Amount >= range.P10 && row.Amount <= range.P90) held++;
        }

        return new Drift(rows, rows == 0 ? 0 : (double)held / rows);
    }
}
