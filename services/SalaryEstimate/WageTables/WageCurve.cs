using CareerRecs.Salary.Figures;

namespace CareerRecs.Salary.WageTables;

/// <summary>
/// The five percentiles of an occupation, with the upper ones that a table prints as `#` extrapolated by a lognormal
/// distribution: through p25 and p50 where p50 is printed, else through the highest printed percentile and the mean.
/// A top code is a lower bound, so nothing extrapolated falls below it.
/// </summary>
public sealed record WageCurve(
    double P10,
    double P25,
    double P50,
    double P75,
    double P90,
    bool Extrapolated,
    bool MedianExtrapolated
)
{
    private const double DefaultSigma = 0.5; // a spread usual among occupations, for the few rows that tell nothing
    private static readonly double[] Z = [-1.2815515655446004, -0.6744897501960817, 0, 0.6744897501960817, 1.2815515655446004];

    /// <summary>Completes a row. At least its p50 must be printed or top-coded.</summary>
    public static WageCurve Complete(WageRow row, double topCode)
    {
        double?[] printed = [row.P10, row.P25, row.P50, row.P75, row.P90];
        var known = new double?[5];
        for (var i = 0; i < 5; i++)
        {
            known[i] = printed[i] is { } v && double.IsFinite(v) ? v : null;
        }
        var anchor = known[2] is not null ? 2 : Array.FindLastIndex(known, v => v is not null);
        var (at, value) = anchor >= 0 ? (Z[anchor], known[anchor]!.Value) : (0, topCode);
        var sigma = Sigma(known, anchor, row.Mean);

        var p = new double[5];
        for (var i = 0; i < 5; i++)
        {
            p[i] = known[i] ?? value * Math.Exp(sigma * (Z[i] - at));
            if (printed[i] is WageRow.TopCode)
            {
                p[i] = Math.Max(p[i], topCode);
            }
            if (i > 0)
            {
                p[i] = Math.Max(p[i], p[i - 1]);
            }
        }

        return new WageCurve(p[0], p[1], p[2], p[3], p[4], known.Contains(null), known[2] is null);
    }

    /// <summary>Completes a row by the ratios to the median that another table prints for the occupation.</summary>
    public static WageCurve Shaped(WageRow row, WageCurve shape)
    {
        var median = row.P50!.Value;
        double?[] printed = [row.P10, row.P25, median, row.P75, row.P90];
        double[] ratios = [shape.P10 / shape.P50, shape.P25 / shape.P50, 1, shape.P75 / shape.P50, shape.P90 / shape.P50];
        var p = new double[5];
        for (var i = 0; i < 5; i++)
        {
            p[i] = printed[i] ?? median * ratios[i];
        }
        // What is printed stands: a borrowed percentile keeps between its neighbours.
        for (var i = 1; i >= 0; i--)
        {
            p[i] = Math.Min(p[i], p[i + 1]);
        }
        for (var i = 1; i < 5; i++)
        {
            p[i] = Math.Max(p[i], p[i - 1]);
        }
        return new WageCurve(p[0], p[1], p[2], p[3], p[4], false, false);
    }

    private static double Sigma(double?[] known, int anchor, double? mean)
    {
        if (anchor == 2)
        {
            if (known[1] is { } p25)
            {
                return Math.Log(known[2]!.Value / p25) / -Z[1];
            }
            if (known[0] is { } p10)
            {
                return Math.Log(known[2]!.Value / p10) / -Z[0];
            }
            return DefaultSigma;
        }

        // A lognormal through the point (z, v) with this mean: ln(mean / v) = sigma^2 / 2 - z * sigma.
        if (anchor < 0 || mean is not { } m || !double.IsFinite(m) || m <= known[anchor])
        {
            return DefaultSigma;
        }
        return Z[anchor] + Math.Sqrt(Z[anchor] * Z[anchor] + 2 * Math.Log(m / known[anchor]!.Value));
    }
}
