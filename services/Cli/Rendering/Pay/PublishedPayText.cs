using System.Globalization;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>A published figure of pay, dated so that nobody takes it for an estimate of today.</summary>
internal static class PublishedPayText
{
    private const int YearDigits = 4;

    /// <summary>Whether the figure is one of pay that its publisher did not withdraw.</summary>
    public static bool IsShown(Figure figure) =>
        figure.PayComponent != PayComponent.Unspecified && figure.Status != FigureStatus.Retired;

    /// <summary>"2024: about $162,000 a year: base pay; mean; United States (career guide, historic)".</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="year">The year of today's estimate; what ended before it is historic. 0: not known.</param>
    public static string Line(Figure figure, int year)
    {
        var isHistoric = figure.Status == FigureStatus.Historic || (LastYear(figure.Period) is { } last && last < year);
        string[] origin = [.. new[] { figure.Source, isHistoric ? "historic" : "" }.Where(part => part.Length > 0)];
        var period = figure.Period.Length > 0 ? $"{figure.Period}: " : "";
        var note = figure.Note.Length > 0 ? $"; {figure.Note}" : "";
        return $"{period}{FigureText.Value(figure)}: {string.Join("; ", FigureText.Subject(figure))}"
            + (origin.Length > 0 ? $" ({string.Join(", ", origin)})" : "")
            + note;
    }

    /// <summary>The last year that a period names; null where it names none.</summary>
    private static int? LastYear(string period)
    {
        int? last = null;
        for (var i = 0; i + YearDigits <= period.Length; i++)
        {
            if (
                int.TryParse(period.AsSpan(i, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year > (last ?? 0)
            )
            {
                last = year;
            }
        }

        return last;
    }
}
