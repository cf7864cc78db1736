using System.Globalization;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>The answer to `pay-compare`.</summary>
public static class PayCompareText
{
    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, ComparePayResponse response, string title, string other)
    {
        Side(page, response.Result, title);
        Side(page, response.OtherResult, other);
        if (response.Difference is { } difference)
        {
            page.Line();
            page.Line(
                UnderstandingText.Labelled("In money")
                    + $"the second pays {Amount(difference)} "
                    + $"{(MoneyText.Amount(difference) < 0 ? "less" : "more")} ({Percent(response.Share)})"
            );
            if (response.HasOverlap)
            {
                page.Line(
                    UnderstandingText.Labelled("")
                        + $"{Words.InTen(Math.Round(response.Overlap, 1))} drawn "
                        + $"from the second earn more than one drawn from the first"
                );
            }
        }

        if (response.PurchasingPower is { } power)
        {
            page.Line(
                UnderstandingText.Labelled("It buys")
                    + $"what {MoneyText.Brief(power.Median)} and {MoneyText.Brief(power.OtherMedian)} "
                    + $"buy at the country's prices ({Percent(power.Share)})"
            );
            page.Line(
                UnderstandingText.Labelled("")
                    + string.Create(
                        CultureInfo.InvariantCulture,
                        $"price levels {power.PriceLevel:0.00} and {power.OtherPriceLevel:0.00} of the country's"
                    )
            );
            page.Wrap(UnderstandingText.Labelled("Prices"), power.Source);
        }

        if (response.Message.Length > 0 && response.Result.Estimate is not null && response.OtherResult.Estimate is not null)
        {
            page.Wrap(UnderstandingText.Labelled("Note"), Words.Options(response.Message));
        }

        page.Line($"Model {Words.Id(response.SalaryModel)}. Estimates, not offers.");
    }

    private static void Side(Page page, SalaryResult result, string title)
    {
        if (result.Estimate is not { } estimate)
        {
            page.Line(page.Strong(title)).Wrap("  ", result.InsufficientEvidence?.Message ?? "");
            return;
        }

        page.Line(Head(page, estimate, title));
        page.Line($"  {SalaryText.Bar(estimate.Percentiles)}  half above {MoneyText.Brief(estimate.Percentiles.P50)}");
        page.Wrap("  ", $"{estimate.Confidence.ToString().ToLowerInvariant()} confidence: {estimate.ConfidenceReason}");
    }

    /// <summary>Who is spoken of: the title with its level, the place, and what the amounts are.</summary>
    internal static string Head(Page page, SalaryEstimate estimate, string title) =>
        $"{page.Strong(title)} · {SalaryText.PlaceOf(estimate)} · {MoneyText.Terms(estimate)}";

    private static string Amount(Google.Type.Money difference)
    {
        var size = difference.Clone();
        (size.Units, size.Nanos) = (Math.Abs(size.Units), Math.Abs(size.Nanos));
        return MoneyText.Brief(size);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:+0;-0;0} %");
}
