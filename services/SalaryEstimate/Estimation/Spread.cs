using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// The percentiles around a median: the occupation's own ratios, drawn together because what is known of the person (seniority,
/// metro) no longer adds to the variance. Logarithms of the ratios are scaled by the root of the share of variance that is left.
/// </summary>
internal static class Spread
{
    public static Percentiles Percentiles(SalaryModelData model, Evidence evidence, double median)
    {
        var left = 1.0;
        if (evidence.SeniorityKnown) left -= model.SeniorityShare;
        if (evidence.InMetro) left -= model.PlaceShare;
        var scale = Math.Sqrt(left);
        var spread = evidence.Occupation.Spread;
        return new Percentiles
        {
            P10 = Whole(median * Math.Exp(scale * spread.P10)),
            P25 = Whole(median * Math.Exp(scale * spread.P25)),
            P50 = Whole(median),
            P75 = Whole(median * Math.Exp(scale * spread.P75)),
            P90 = Whole(median * Math.Exp(scale * spread.P90)),
        };
    }

    private static Money Whole(double amount) =>
        new() { CurrencyCode = "USD", Units = (long)Math.Round(amount, MidpointRounding.AwayFromZero) };
}
