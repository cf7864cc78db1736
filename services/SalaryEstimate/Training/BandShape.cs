using System.Collections.Immutable;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training;

/// <summary>
/// The shape of the ranges by experience band, taken from rows kept aside (split-conformal with folds), each band shrunk to the
/// whole so that a few rows do not make a range of their own.
/// </summary>
internal static class BandShape
{
    private const double MedianRows = 20; // rows of a band that weigh as much as the whole
    private const double QuantileRows = 50;
    private static readonly double[] Levels = [0.1, 0.25, 0.5, 0.75, 0.9];

    /// <summary>The median of what is left in each band.</summary>
    public static double[] Medians(double[] residuals, int[] bands, int count)
    {
        var whole = Quantile.Of(Sorted(residuals), 0.5);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(band =>
                {
                    var own = Sorted(residuals.Where((_, i) => bands[i] == band));
                    return Quantile.Shrunk(own, 0.5, whole, MedianRows);
                }),
        ];
    }

    /// <summary>The bands of a model.</summary>
    public static ImmutableArray<PayBand> Of(double[] standard, int[] bands, double[] medians)
    {
        var all = Sorted(standard);
        return
        [
            .. medians.Select(
                (median, band) =>
                {
                    var own = Sorted(standard.Where((_, i) => bands[i] == band));
                    var quantiles = Levels
                        .Select(level => Quantile.Shrunk(own, level, Quantile.Of(all, level), QuantileRows))
                        .ToArray();
                    (quantiles[0], quantiles[1], quantiles[2]) = (Math.Min(quantiles[0], 0), Math.Min(quantiles[1], 0), 0);
                    (quantiles[3], quantiles[4]) = (Math.Max(quantiles[3], 0), Math.Max(quantiles[4], 0));
                    return new PayBand((double)own.Length / standard.Length, median, [.. quantiles.Order()]);
                }
            ),
        ];
    }

    private static double[] Sorted(IEnumerable<double> values) => [.. values.Order()];
}
