using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// The percentiles around a median: the occupation's own ratios, drawn together because what is known of the person (seniority,
/// metro) no longer adds to the variance. Logarithms of the ratios are scaled by the root of the share of variance that is left.
/// </summary>
internal static class Spread
{
    public static Percentiles Percentiles(
        SalaryModelData model,
        Evidence evidence,
        string currency,
        PayPeriod period,
        double median
    )
    {
        var left = 1.0;
        if (evidence.Experience is not null)
        {
            left -= model.SeniorityShare;
        }
        if (evidence.InMetro)
        {
            left -= model.PlaceShare;
        }
        return Around(currency, period, median, Math.Sqrt(left), evidence.Occupation.Spread);
    }

    /// <summary>Percentiles around a median, of the logarithms of their ratios to it and what those are scaled by.</summary>
    public static Percentiles Around(
        string currency,
        PayPeriod period,
        double median,
        double scale,
        (double P10, double P25, double P75, double P90) spread
    ) =>
        new()
        {
            P10 = Amounts.Of(currency, period, median * Math.Exp(scale * spread.P10)),
            P25 = Amounts.Of(currency, period, median * Math.Exp(scale * spread.P25)),
            P50 = Amounts.Of(currency, period, median),
            P75 = Amounts.Of(currency, period, median * Math.Exp(scale * spread.P75)),
            P90 = Amounts.Of(currency, period, median * Math.Exp(scale * spread.P90)),
        };
}
