using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>The answer to `salary`.</summary>
public static class SalaryText
{
    private const int BarWidth = 48;
    private const int MostFigures = 3;

    /// <summary>Lays out the answer, and beside it what was published of the role's pay before.</summary>
    public static void Render(
        Page page,
        EstimateSalaryResponse response,
        string title,
        string level,
        IReadOnlyList<Figure> published
    )
    {
        if (!TryHead(page, response.Result, title, level))
        {
            return;
        }

        var estimate = response.Result.Estimate;
        Factors(page, estimate);
        Evidence(page, estimate, response.SalaryModel);
        Published(page, published.Where(f => f.PayComponent == estimate.PayComponent), estimate);
        page.Line("An estimate, not an offer.");
    }

    /// <summary>What an answer begins with: the range, or why there is none, which is all that there is to say then.</summary>
    internal static bool TryHead(Page page, SalaryResult result, string title, string level)
    {
        if (result.Estimate is not { } estimate)
        {
            var none = result.InsufficientEvidence ?? new InsufficientPayEvidence();
            page.Wrap("", $"No estimate for {title}: {none.Message}");
            if (none.Known.Count > 0)
            {
                page.Wrap("Known: ", string.Join(" · ", none.Known));
            }

            return false;
        }

        page.Line(string.Join(" · ", new[] { page.Strong(title), level, PlaceOf(estimate) }.Where(x => x.Length > 0))).Line();
        var p = estimate.Percentiles;
        page.Line(
            $"{Words.InTen(estimate.NominalCoverage)} people earn {MoneyText.Brief(p.P10)} to {MoneyText.Brief(p.P90)}; "
                + $"half of them above {MoneyText.Brief(p.P50)}."
        );
        page.Line().Line("  " + Bar(p)).Line();
        page.Line(UnderstandingText.Labelled("Pay") + MoneyText.Terms(estimate));
        if (estimate.CityWithoutFigures.Length > 0)
        {
            page.Wrap(
                UnderstandingText.Labelled("Place"),
                $"no figures for {estimate.CityWithoutFigures}; {PlaceOf(estimate)} is used"
            );
        }

        return true;
    }

    /// <summary>The place, else the country: by its name where the answer has it.</summary>
    internal static string PlaceOf(SalaryEstimate estimate) =>
        estimate.Place.Length > 0
            ? estimate.Place
            : estimate.Factors.FirstOrDefault(f => f.Kind == "country")?.Label
                ?? (estimate.Country == "US" ? "United States" : estimate.Country);

    /// <summary>p10 and p90 at the ends, the middle half thick, the median marked.</summary>
    internal static string Bar(Percentiles p)
    {
        var low = MoneyText.Amount(p.P10);
        var span = Math.Max(MoneyText.Amount(p.P90) - low, 0.01m);
        var cells = new char[BarWidth];
        for (var i = 0; i < BarWidth; i++)
        {
            cells[i] = i >= At(p.P25) && i <= At(p.P75) ? '█' : '─';
        }

        cells[0] = '├';
        cells[^1] = '┤';
        cells[At(p.P50)] = '┃';
        return $"{MoneyText.Brief(p.P10)} {new string(cells)} {MoneyText.Brief(p.P90)}";

        int At(Money money) =>
            (int)Math.Clamp(Math.Round((MoneyText.Amount(money) - low) / span * (BarWidth - 1)), 0, BarWidth - 1);
    }

    private static void Factors(Page page, SalaryEstimate estimate)
    {
        var median = estimate.Percentiles.P50;
        var label = "Made of";
        foreach (var factor in estimate.Factors)
        {
            var value =
                factor.Kind == "baseline"
                    ? MoneyText.Exact((decimal)factor.Value, MoneyText.CurrencyOnTheWay(estimate))
                    : MoneyText.Times(factor.Value);
            page.Wrap($"{UnderstandingText.Labelled(label)}{value, 10}  ", $"{factor.Kind}: {factor.Label}");
            label = "";
        }
        if (estimate.Factors.Count > 0)
        {
            var exact = MoneyText.Exact(MoneyText.Amount(median), median.CurrencyCode);
            page.Line($"{UnderstandingText.Labelled("")}{"= " + exact, 10}  median");
        }
    }

    private static void Evidence(Page page, SalaryEstimate estimate, string model)
    {
        var evidence = estimate.Sources.ToList();
        if (estimate.Observations > 0)
        {
            evidence.Insert(0, Words.Count(estimate.Observations, "person", "people"));
        }

        evidence.Add($"model {Words.Id(model)}");
        page.Wrap(UnderstandingText.Labelled("Evidence"), string.Join(" · ", evidence));
        if (estimate.Confidence != Confidence.Unspecified)
        {
            page.Wrap(
                UnderstandingText.Labelled("Confidence"),
                $"{estimate.Confidence.ToString().ToLowerInvariant()}: {estimate.ConfidenceReason}"
            );
        }

        page.Wrap(
            UnderstandingText.Labelled("Range"),
            estimate.HasMeasuredCoverage
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"meant to hold {estimate.NominalCoverage * 100:0} % of people; "
                        + $"held {estimate.MeasuredCoverage * 100:0} % of people kept aside"
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"meant to hold {estimate.NominalCoverage * 100:0} % of people; not measured for this kind of estimate"
                )
        );
    }

    private static void Published(Page page, IEnumerable<Figure> figures, SalaryEstimate estimate)
    {
        var label = "Published";
        foreach (var figure in figures.Take(MostFigures))
        {
            page.Wrap(UnderstandingText.Labelled(label), PublishedPayText.Line(figure, estimate.AsOf?.Year ?? 0));
            label = "";
        }
    }
}
