using CareerRecs.Salary.Figures;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Comparison;

/// <summary>Two estimates side by side. Only what is of one currency, period and component is compared.</summary>
internal static class PayComparison
{
    /// <summary>Points of each distribution that the chance of earning more is summed over.</summary>
    private const int Points = 41;

    /// <summary>Adds to an answer what its two results let be said.</summary>
    public static void AddTo(ComparePayResponse answer)
    {
        if (answer.Result.Estimate is not { } one || answer.OtherResult.Estimate is not { } other)
        {
            answer.Message = answer.Result.InsufficientEvidence?.Message ?? answer.OtherResult.InsufficientEvidence.Message;
            return;
        }

        if (Difference(one, other) is { } why)
        {
            answer.Message = why;
            return;
        }

        var (median, otherMedian) = (one.Percentiles.P50.Value(), other.Percentiles.P50.Value());
        answer.Difference = Amounts.Of(one.Percentiles.P50.CurrencyCode, one.Period, otherMedian - median);
        answer.Share = Math.Round((otherMedian / median) - 1, 4);
        answer.Overlap = Math.Round(ChanceOfMore(new MarketCurve(one.Percentiles), new MarketCurve(other.Percentiles)), 4);
    }

    private static string? Difference(SalaryEstimate one, SalaryEstimate other)
    {
        if (one.Percentiles.P50.CurrencyCode != other.Percentiles.P50.CurrencyCode)
        {
            return "the two are in different currencies; set query.currency of both";
        }
        if (one.PayComponent != other.PayComponent)
        {
            return "one is base and the other total pay; set query.pay_component of both";
        }
        return one.Period != other.Period ? "the two are for different periods; set query.period of both" : null;
    }

    /// <summary>The chance that one drawn from the other earns more than one drawn from the one.</summary>
    private static double ChanceOfMore(MarketCurve one, MarketCurve other)
    {
        double sum = 0,
            weights = 0;
        for (var i = 0; i < Points; i++)
        {
            var score = -3 + (6.0 * i / (Points - 1));
            var weight = Math.Exp(-score * score / 2);
            sum += weight * one.ShareBelow(other.AmountAt(score));
            weights += weight;
        }

        return sum / weights;
    }
}
