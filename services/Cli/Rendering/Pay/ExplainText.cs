using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>The answer to `salary --explain`: the estimate and how it comes about.</summary>
public static class ExplainText
{
    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, ExplainEstimateResponse response, string title, string level)
    {
        if (!SalaryText.TryHead(page, response.Result, title, level))
        {
            return;
        }

        var estimate = response.Result.Estimate;
        var currency = estimate.Percentiles.P50.CurrencyCode;
        page.Heading("Step by step");
        var symbol = MoneyText.CurrencyOnTheWay(estimate);
        page.Table(
            response.Steps.Select(
                (step, i) =>
                    new[]
                    {
                        i == 0 ? "" : MoneyText.Times(step.Factor.Value, significant: 4),
                        "= " + MoneyText.Exact((decimal)step.RunningMedian, i == response.Steps.Count - 1 ? currency : symbol),
                        $"{step.Factor.Kind}: {step.Factor.Label}",
                    }
            ),
            "  ",
            0,
            1
        );
        page.Heading("Rests on");
        foreach (var evidence in response.Evidence)
        {
            var people = evidence.Observations > 0 ? $" · {Words.Count(evidence.Observations, "person", "people")}" : "";
            page.Wrap("  ", $"{evidence.Source}{people}{(evidence.Subject.Length > 0 ? $": {evidence.Subject}" : "")}", "    ");
        }

        page.Heading("The range");
        page.Wrap("  ", response.IntervalExplanation);
        page.Heading("Mind");
        foreach (var caution in response.Cautions)
        {
            page.Wrap("  · ", caution);
        }

        page.Line().Line($"Model {Words.Id(response.SalaryModel)}.");
    }
}
