using System.Collections.Immutable;

namespace CareerRecs.Salary.Parameters;

/// <summary>Price levels of metropolitan areas.</summary>
/// <param name="Source">Where they are from.</param>
/// <param name="Levels">CBSA, a space, the level of all items, 1 the country.</param>
public sealed record PriceLevels(SourceNote Source, ImmutableArray<string> Levels);

/// <summary>What single occupations add to or take from the place factor of their group in metropolitan areas.</summary>
/// <param name="Source">Where they are from.</param>
/// <param name="Factors">SOC code, then for each area `|`, its CBSA, a space and the factor.</param>
public sealed record AreaWages(SourceNote Source, ImmutableArray<string> Factors);

/// <summary>Wages of a country beside the United States, a year, in its own currency.</summary>
public sealed record CountryWages
{
    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string Country { get; init; } = "";

    /// <summary>ISO 4217 code of the amounts.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The year they speak of; the middle of it.</summary>
    public int Year { get; init; }

    /// <summary>Where they are from.</summary>
    public SourceNote Source { get; init; } = new("", "", "");

    /// <summary>As <see cref="ModelParameters.Occupations"/>.</summary>
    public ImmutableArray<string> Occupations { get; init; } = [];
}

/// <summary>A currency's rate.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="PerUsd">Units of it for one US dollar.</param>
/// <param name="Date">The day it was.</param>
/// <param name="Source">Where it is from.</param>
public sealed record CurrencyRate(string Currency, double PerUsd, DateOnly Date, string Source);

/// <summary>A wage index of a country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Years">Year, a space, the index; rising years, at least two.</param>
public sealed record WageIndex(string Country, string Source, ImmutableArray<string> Years);
