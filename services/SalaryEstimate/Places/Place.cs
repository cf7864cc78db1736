using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Places;

/// <summary>How wide a place is.</summary>
public enum PlaceKind
{
    /// <summary>The whole country.</summary>
    Country,

    /// <summary>A state: the mean of its metropolitan areas.</summary>
    State,

    /// <summary>A metropolitan area.</summary>
    Metro,

    /// <summary>Another country that pay is known of, as a whole.</summary>
    Abroad,

    /// <summary>A country that no pay is known of.</summary>
    Elsewhere,
}

/// <summary>A place with its factors.</summary>
/// <param name="Kind">How wide it is.</param>
/// <param name="Code">CBSA of a metropolitan area, postal code of a state, ISO 3166-1 alpha-2 code of a country.</param>
/// <param name="Name">Its name; "United States" for the country.</param>
/// <param name="Population">In thousands; breaks ties between places of one name.</param>
/// <param name="Factors">By place group of the model; with a curve at its middle, before the shift.</param>
/// <param name="WithoutWages">By place group: whether no wages of the group are known there.</param>
public sealed record Place(PlaceKind Kind, string Code, string Name, int Population, double[] Factors, bool[] WithoutWages)
{
    // Beyond these no line was checked: some 27,000 and 199,000 dollars, and spreads that only extrapolated percentiles have.
    private const double LeastWage = 10.2;
    private const double MostWage = 12.2;
    private const double LeastSpread = 0.15;
    private const double MostSpread = 0.9;

    /// <summary>ISO 3166-1 alpha-2 code of the country it is in.</summary>
    public string Country { get; init; } = Countries.Home;

    /// <summary>Price level of all items, 1 the country; null where none is known.</summary>
    public double? PriceLevel { get; init; }

    /// <summary>What the logarithm of a factor grows by with that of the national median.</summary>
    public double Slope { get; init; }

    /// <summary>
    /// How the factors go with the wage; null where they are the same for all of a group, as those of a country are.
    /// </summary>
    public PlaceCurve? Curve { get; init; }

    /// <summary>What the place adds to the pay of an occupation.</summary>
    public double FactorOf(Occupation occupation)
    {
        ArgumentNullException.ThrowIfNull(occupation);
        return FactorAt(occupation.PlaceGroup, occupation.Curve.P50, occupation.Spread.P75 - occupation.Spread.P25);
    }

    /// <summary>What the place adds to pay of a group.</summary>
    /// <param name="group">Place group of the model.</param>
    /// <param name="median">National median, of the year of the model's wage table.</param>
    /// <param name="spread">Logarithm of the national p75 over p25.</param>
    public double FactorAt(int group, double median, double spread)
    {
        if (Curve is not { } curve)
        {
            return Factors[group];
        }
        var added = Math.Log(Factors[group]) + Slope * (Math.Clamp(Math.Log(median), LeastWage, MostWage) - curve.Middle);
        var known = Math.Clamp(spread, LeastSpread, MostSpread);
        return Math.Exp(curve.Shift + (1 + curve.Spread * (known - curve.MiddleSpread)) * added);
    }
}

/// <summary>A place found for what was asked.</summary>
/// <param name="Place">The place with figures.</param>
/// <param name="City">The city that was asked for and has no figures of its own; null: the place is as asked.</param>
public readonly record struct PlaceMatch(Place Place, string? City)
{
    /// <summary>Whether the state or country stands for a city.</summary>
    public bool Widened => City is not null;

    /// <summary>The place as asked: "London, United Kingdom", "Germany".</summary>
    public string Asked => City is null ? Place.Name : $"{City}, {Place.Name}";

    /// <summary>"No figures for London; United Kingdom is used."</summary>
    public string Widening => $"No figures for {City}; {Place.Name} is used.";
}
