using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.Cli.Rendering;

/// <summary>Amounts as people read them.</summary>
public static class MoneyText
{
    /// <summary>"$184k", "€4,350", "$54.20", "CHF 96k".</summary>
    public static string Brief(Money money)
    {
        var amount = Amount(money);
        var number = Math.Abs(amount) switch
        {
            >= 999_500m => (amount / 1_000_000m).ToString("0.0#", CultureInfo.InvariantCulture) + "M",
            >= 10_000m => Math.Round(amount / 1000m, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
                + "k",
            >= 1_000m => amount.ToString("#,0", CultureInfo.InvariantCulture),
            _ => amount.ToString("0.00", CultureInfo.InvariantCulture),
        };
        return Symbol(money.CurrencyCode) + number;
    }

    /// <summary>The amount as a number.</summary>
    public static decimal Amount(Money money) => money.Units + money.Nanos / 1e9m;

    /// <summary>What a factor multiplies with, to so many significant digits: "× 1.41", "× 0.000481".</summary>
    public static string Times(double factor, int significant = 3)
    {
        var digits = factor == 0 ? 0 : Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(factor))), 0, 15);
        return "× " + factor.ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The currency of the amounts before the last factor: empty where a rate is among the factors, for they are then of the
    /// currency of the evidence, and told as plain numbers.
    /// </summary>
    public static string CurrencyOnTheWay(SalaryEstimate estimate) =>
        estimate.Factors.Any(f => f.Kind == "currency") ? "" : estimate.Percentiles.P50.CurrencyCode;

    /// <summary>To the unit: "$184,000".</summary>
    public static string Exact(decimal amount, string currency) =>
        Symbol(currency) + amount.ToString(amount < 1000 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>What the mark before a range means, for the foot of a list.</summary>
    public const string LowConfidenceNote =
        "~ low confidence: pay of a wider group is shown for the role, its level or its place.";

    /// <summary>One in ten earns less, half earn less, nine in ten earn less: "$139k – $184k – $241k",
    /// "~$139k – $184k – $241k" of low confidence.</summary>
    public static string Range(SalaryEstimate estimate)
    {
        var p = estimate.Percentiles;
        return $"{(IsLow(estimate) ? "~" : "")}{Brief(p.P10)} – {Brief(p.P50)} – {Brief(p.P90)}";
    }

    /// <summary>Whether the estimate is of low confidence.</summary>
    public static bool IsLow(SalaryEstimate? estimate) => estimate?.Confidence == Confidence.Low;

    /// <summary>"base, USD a year, Nov 2026".</summary>
    public static string Terms(SalaryEstimate estimate)
    {
        var component = estimate.PayComponent == PayComponent.Total ? "total" : "base";
        var period = estimate.Period switch
        {
            PayPeriod.Month => "a month",
            PayPeriod.Hour => "an hour",
            _ => "a year",
        };
        var terms = $"{component}, {estimate.Percentiles.P50.CurrencyCode} {period}";
        return estimate.AsOf is { Year: > 0 } date ? $"{terms}, {MonthOf(date)}" : terms;
    }

    /// <summary>"Nov 2026".</summary>
    public static string MonthOf(Date date) =>
        date.Month is > 0 and <= 12
            ? new DateOnly(date.Year, date.Month, 1).ToString("MMM yyyy", CultureInfo.InvariantCulture)
            : date.Year.ToString(CultureInfo.InvariantCulture);

    private static string Symbol(string currency) =>
        currency switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" => "¥",
            "INR" => "₹",
            "" => "",
            _ => currency + " ",
        };
}
