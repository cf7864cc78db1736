using CareerRecs.Salary.Figures;

namespace CareerRecs.Salary.PayModels;

/// <summary>
/// Pay of all experience bands together: the people of each in their share. Its range is wider than that of a typical level,
/// since what juniors and executives earn is in it.
/// </summary>
internal static class BandMixture
{
    private const int Halvings = 30; // of an interval of logarithms a few units wide: far below a unit of currency

    /// <summary>The percentiles of the mixture.</summary>
    /// <param name="bands">Ranges with their shares of the people, any positive weights.</param>
    public static (double P10, double P25, double P50, double P75, double P90) Percentiles(
        IReadOnlyList<(double Share, PayRange Range)> bands
    )
    {
        var people = bands.Sum(b => b.Share);
        var parts = bands
            .Where(b => b.Share > 0)
            .Select(b =>
                (Share: b.Share / people, Curve: new MarketCurve(b.Range.P10, b.Range.P25, b.Range.P50, b.Range.P75, b.Range.P90))
            )
            .ToArray();
        // No percentile of a mixture lies outside those of its parts.
        return (
            At(0.1, bands.Min(b => b.Range.P10), bands.Max(b => b.Range.P10)),
            At(0.25, bands.Min(b => b.Range.P25), bands.Max(b => b.Range.P25)),
            At(0.5, bands.Min(b => b.Range.P50), bands.Max(b => b.Range.P50)),
            At(0.75, bands.Min(b => b.Range.P75), bands.Max(b => b.Range.P75)),
            At(0.9, bands.Min(b => b.Range.P90), bands.Max(b => b.Range.P90))
        );

        double At(double share, double least, double most)
        {
            var (low, high) = (Math.Log(least), Math.Log(most));
            for (var i = 0; i < Halvings && high - low > 1e-9; i++)
            {
                var middle = (low + high) / 2;
                var below = 0.0;
                foreach (var (weight, curve) in parts)
                {
                    below += weight * curve.ShareBelowLog(middle);
                }
                if (below < share)
                {
                    low = middle;
                }
                else
                {
                    high = middle;
                }
            }

            return Math.Exp((low + high) / 2);
        }
    }
}
