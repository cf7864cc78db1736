using System.Collections.Frozen;
using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.WageTables;

/// <summary>What brings an amount from one date to the model's: a factor, in words, and where it is from.</summary>
public sealed record Growth(double Value, string Label, string Source)
{
    /// <summary>Whether anything is known; else the amounts stay those of their year.</summary>
    public bool IsKnown { get; init; } = true;
}

/// <summary>
/// Growth of wages by country: by a wage index where the model has one, at home else by a constant growth a year. Between the
/// middles of its years an index grows evenly; before the first and after the last year the growth next to it goes on.
/// </summary>
public sealed class WageGrowths
{
    private const double DaysOfYear = 365.2425;
    private readonly FrozenDictionary<string, (int[] Years, double[] Logs, string Source)> _indices;
    private readonly WageGrowth _home;

    internal WageGrowths(ModelParameters parameters)
    {
        AsOf = parameters.AsOf;
        _home = parameters.Growth;
        _indices = parameters.Indices.ToFrozenDictionary(i => i.Country, Read, StringComparer.Ordinal);
    }

    /// <summary>The date that amounts are brought to.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The growth in a country since a date.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code.</param>
    /// <param name="from">The date that the amounts speak of.</param>
    /// <param name="said">That date in words.</param>
    public Growth Of(string country, DateOnly from, string said)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"from {said} to {AsOf:MMMM yyyy}");
        if (_indices.TryGetValue(country, out var index))
        {
            return new Growth(
                Math.Exp(LogAt(index.Years, index.Logs, AsOf) - LogAt(index.Years, index.Logs, from)),
                label,
                index.Source
            );
        }
        if (country == Countries.Home)
        {
            return new Growth(Math.Pow(_home.PerYear, (AsOf.DayNumber - from.DayNumber) / DaysOfYear), label, _home.Source);
        }
        var name = Countries.ByCode.TryGetValue(country, out var known) ? known.Name : country;
        return new Growth(1, $"none: no wage index of {name}; pay as of {said}", "") { IsKnown = false };
    }

    /// <summary>The growth in a country; where nothing is known of it, that at home stands for it.</summary>
    internal Growth OrHome(string country, DateOnly from, string said) =>
        Of(_indices.ContainsKey(country) ? country : Countries.Home, from, said);

    /// <summary>
    /// The growth in a country from the middle of a year to that of another; where nothing is known of it, that at home.
    /// </summary>
    internal double Between(string country, int from, int to) =>
        SinceMiddle(country, from).Value / SinceMiddle(country, to).Value;

    /// <summary>The growth in a country since the middle of a year; where nothing is known of it, that at home.</summary>
    internal Growth SinceMiddle(string country, int year) =>
        OrHome(country, new DateOnly(year, 7, 1), FormattableString.Invariant($"the middle of {year}"));

    private static double LogAt(int[] years, double[] logs, DateOnly date)
    {
        // Years are counted from the middle of one to the middle of the next.
        var at = date.Year + (date.DayNumber - new DateOnly(date.Year, 7, 1).DayNumber) / DaysOfYear;
        var next = Array.FindIndex(years, year => year >= at);
        var i = Math.Clamp(next < 0 ? years.Length - 1 : next, 1, years.Length - 1);
        return logs[i - 1] + (at - years[i - 1]) / (years[i] - years[i - 1]) * (logs[i] - logs[i - 1]);
    }

    private static (int[] Years, double[] Logs, string Source) Read(WageIndex index)
    {
        if (index.Years.Length < 2)
        {
            throw new FormatException($"The wage index of {index.Country} has fewer than two years.");
        }
        var cells = index.Years.Select(line => line.Split(' ')).ToArray();
        return (
            [.. cells.Select(c => int.Parse(c[0], CultureInfo.InvariantCulture))],
            [.. cells.Select(c => Math.Log(double.Parse(c[1], CultureInfo.InvariantCulture)))],
            index.Source
        );
    }
}
