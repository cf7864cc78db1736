using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Comparison;

/// <summary>What two medians buy: each over the price level of its place.</summary>
internal static class PowerOfPay
{
    /// <summary>Adds to an answer that has a difference in money, where both price levels are known.</summary>
    public static void AddTo(ComparePayResponse answer, ComparePayRequest request, SalaryModelData model)
    {
        if (answer.Difference is null || model.Parameters.Prices is not { } prices)
        {
            return;
        }
        if (Level(model, request.Query) is not { } level || Level(model, request.OtherQuery) is not { } otherLevel)
        {
            answer.Message =
                "what the medians buy is not compared: price levels are known "
                + "for the United States, its states and metropolitan areas alone";
            return;
        }

        var (median, other) = (answer.Result.Estimate.Percentiles.P50, answer.OtherResult.Estimate.Percentiles.P50);
        var period = answer.Result.Estimate.Period;
        var (buys, otherBuys) = (median.Value() / level, other.Value() / otherLevel);
        answer.PurchasingPower = new PurchasingPower
        {
            PriceLevel = Math.Round(level, 4),
            OtherPriceLevel = Math.Round(otherLevel, 4),
            Median = Amounts.Of(median.CurrencyCode, period, buys),
            OtherMedian = Amounts.Of(other.CurrencyCode, period, otherBuys),
            Share = Math.Round(otherBuys / buys - 1, 4),
            Source = prices.Source.Name,
        };
    }

    private static double? Level(SalaryModelData model, SalaryQuery query) => model.Places.Find(query.Location)?.Place.PriceLevel;
}
