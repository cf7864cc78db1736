using System.Collections.Immutable;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training;

/// <summary>
/// Brings a model to fresh rows of a later time without fitting it anew: the level of each experience band is shifted, and its
/// range widened or narrowed until it holds what it claims. Few rows move little: a band is drawn to the whole, the whole to the
/// model.
/// </summary>
public static class Recalibration
{
    // Chosen where each year of a survey was answered from the years before it and 250 rows of its own.
    private const double ShiftRows = 100; // fresh rows of a band that weigh as much as the shift of the whole
    private const double WidthRows = 20; // the same of its width
    private const double ModelRows = 1000; // fresh rows that weigh as much as the model's own level and widths
    private const double Nominal = 0.8;

    /// <summary>The model at the time of the fresh rows.</summary>
    public static PayModel Fit(PayModel model, IEnumerable<PayRow> fresh)
    {
        var rows = fresh
            .DistinctBy(r => r.Key, StringComparer.Ordinal)
            .Where(r => r.Facts.Band is not null)
            .Select(row => Fresh.Of(model, row))
            .ToArray();
        if (rows.Length == 0)
        {
            return model;
        }

        var shift = Drawn(rows, r => r.Residual, 0.5, 0, ModelRows);
        var bands = model
            .Bands.Select(
                (band, b) =>
                {
                    var own = rows.Where(r => r.Band == b).ToArray();
                    return band with { Median = band.Median + Drawn(own, r => r.Residual, 0.5, shift, ShiftRows) };
                }
            )
            .ToImmutableArray();

        var shifted = rows.Select(r => r.Shifted(bands[r.Band].Median - model.Bands[r.Band].Median, model.Bands[r.Band]))
            .ToArray();
        var width = Drawn(shifted, r => r.Reach, Nominal, 0, ModelRows);
        return model.With([
            .. bands.Select(
                (band, b) =>
                {
                    var own = shifted.Where(r => r.Band == b).ToArray();
                    var factor = Math.Exp(Drawn(own, r => r.Reach, Nominal, width, WidthRows));
                    return band with { Quantiles = [.. band.Quantiles.Select(q => q * factor)] };
                }
            ),
        ]);
    }

    private static double Drawn(Fresh[] rows, Func<Fresh, double> value, double level, double prior, double weight) =>
        (rows.Length * Quantile.Conformal([.. rows.Select(value).Order()], level) + weight * prior) / (rows.Length + weight);

    /// <param name="Band">Its band.</param>
    /// <param name="Residual">Logarithm of its pay over the median.</param>
    /// <param name="Scale">The scale of its spread.</param>
    /// <param name="Reach">Logarithm of the factor on the range at which it is just held.</param>
    private sealed record Fresh(int Band, double Residual, double Scale, double Reach)
    {
        private const double Least = 1e-6;

        public static Fresh Of(PayModel model, PayRow row)
        {
            var band = Math.Clamp((int)Math.Round(row.Facts.Band!.Value), 0, model.Bands.Length - 1);
            return new Fresh(band, Math.Log(row.Amount / model.Estimate(row.Facts).P50), model.ScaleOf(row.Facts), 0);
        }

        public Fresh Shifted(double shift, PayBand band)
        {
            var standard = (Residual - shift) / Scale;
            var edge = standard > 0 ? band.Quantiles[^1] : -band.Quantiles[0];
            return this with { Reach = Math.Log(Math.Max(Math.Abs(standard), Least) / Math.Max(edge, Least)) };
        }
    }
}
