using System.Globalization;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>The answer to `pay-bands`.</summary>
public static class PayBandsText
{
    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, GetPayBandsResponse response, string title)
    {
        if (response.Market.Estimate is not { } estimate)
        {
            page.Wrap("", $"No pay is known for {title}: {response.Market.InsufficientEvidence?.Message}");
            return;
        }

        page.Line(PayCompareText.Head(page, estimate, title)).Line();
        page.Line(
            UnderstandingText.Labelled("To post")
                + $"{MoneyText.Brief(response.SuggestedLow)} to "
                + $"{MoneyText.Brief(response.SuggestedHigh)}, the middle half of the market"
        );
        page.Line(
            UnderstandingText.Labelled("Market")
                + $"{SalaryText.Bar(estimate.Percentiles)}  half above {MoneyText.Brief(estimate.Percentiles.P50)}"
        );
        if (response.Posted is { } posted)
        {
            page.Wrap(
                UnderstandingText.Labelled("Posted"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"holds {posted.MarketShare * 100:0} % of the market; {posted.LowPercentile * 100:0} % "
                        + $"earn less than its lower end, {(1 - posted.HighPercentile) * 100:0} % more than its upper"
                )
            );
            foreach (var remark in posted.Remarks)
            {
                page.Wrap(UnderstandingText.Labelled(""), remark);
            }
        }

        page.Wrap(
            UnderstandingText.Labelled("Confidence"),
            $"{estimate.Confidence.ToString().ToLowerInvariant()}: {estimate.ConfidenceReason}"
        );
        page.Line($"Model {Words.Id(response.SalaryModel)}. An estimate, not an offer.");
    }
}
