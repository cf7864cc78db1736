using System.Globalization;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>A published figure in one line, with all that is needed to read it right.</summary>
public static class FigureText
{
    /// <summary>"about $162k: base pay of …; 2024; source; historic".</summary>
    public static string Line(Figure figure)
    {
        var parts = Subject(figure);
        if (figure.Period.Length > 0)
        {
            parts.Add(figure.Period);
        }

        if (figure.Source.Length > 0)
        {
            parts.Add(figure.Source);
        }

        if (figure.Status is FigureStatus.Historic or FigureStatus.Retired)
        {
            parts.Add(figure.Status.ToString().ToLowerInvariant());
        }

        if (figure.Note.Length > 0)
        {
            parts.Add(figure.Note);
        }

        return $"{Value(figure)}: {string.Join("; ", parts)}";
    }

    /// <summary>What the figure measures, and of whom.</summary>
    internal static List<string> Subject(Figure figure)
    {
        var parts = new List<string> { figure.Subject };
        if (Statistic(figure) is { Length: > 0 } statistic)
        {
            parts.Add(statistic);
        }

        parts.AddRange(
            new[] { figure.Population?.Role, figure.Population?.Experience, figure.Population?.Place, figure.Population?.Other }
                .OfType<string>()
                .Where(p => p.Length > 0 && !figure.Subject.Contains(p, StringComparison.OrdinalIgnoreCase))
        );
        return parts;
    }

    /// <summary>"about $162,000 a year".</summary>
    internal static string Value(Figure figure)
    {
        var number = Number(figure.Value, figure.Unit);
        if (figure.HasHigh)
        {
            number += (figure.Statistic == Catalog.V1.Statistic.Total ? " to " : " – ") + Number(figure.High, figure.Unit);
        }

        var bound = figure.Bound switch
        {
            Bound.About => "about ",
            Bound.Over => "over ",
            _ => "",
        };
        var component = figure.PayComponent == PayComponent.Total ? " total" : "";
        return bound + number + (figure.Unit == Unit.UsdPerYear ? " a year" : "") + component;
    }

    private static string Number(double value, Unit unit) =>
        unit switch
        {
            Unit.UsdPerYear => "$" + value.ToString("#,0.##", CultureInfo.InvariantCulture),
            Unit.Usd when Math.Abs(value) >= 1e9 => "$"
                + (value / 1e9).ToString("0.##", CultureInfo.InvariantCulture)
                + " billion",
            Unit.Usd when Math.Abs(value) >= 1e6 => "$"
                + (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture)
                + " million",
            Unit.Usd => "$" + value.ToString("#,0.##", CultureInfo.InvariantCulture),
            Unit.Percent => value.ToString("0.##", CultureInfo.InvariantCulture) + " %",
            _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
        };

    private static string Statistic(Figure figure) =>
        figure.Statistic switch
        {
            Catalog.V1.Statistic.Mean => "mean",
            Catalog.V1.Statistic.Median => "median",
            // Where only one end is known, the subject tells which.
            Catalog.V1.Statistic.Range => figure.HasHigh ? "lowest to highest" : "",
            Catalog.V1.Statistic.RangeOfAverages => "range of averages",
            Catalog.V1.Statistic.MostCommonBand => "most common band",
            Catalog.V1.Statistic.Growth => "growth over the period",
            Catalog.V1.Statistic.AnnualGrowth => "growth a year",
            _ => "",
        };
}
