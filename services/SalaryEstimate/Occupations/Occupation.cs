using System.Collections.Frozen;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Occupations;

/// <summary>An occupation or group of them as estimates use it.</summary>
public sealed class Occupation
{
    /// <summary>Its wages as printed.</summary>
    public required WageRow Wages { get; init; }

    /// <summary>The table they are from.</summary>
    public required WageTableTerms Table { get; init; }

    /// <summary>Its percentiles, completed.</summary>
    public required WageCurve Curve { get; init; }

    /// <summary>Whether percentiles that the table lacks have the shape of the same occupation's in the United States.</summary>
    public bool IsShapeBorrowed { get; init; }

    /// <summary>Natural logarithms of p10, p25, p75 and p90 over the median.</summary>
    public required (double P10, double P25, double P75, double P90) Spread { get; init; }

    /// <summary>The seniority that its median speaks of.</summary>
    public required Seniority Reference { get; init; }

    /// <summary>Factor by <see cref="Seniority"/>; 1 for unspecified and for <see cref="Reference"/>.</summary>
    public required double[] SeniorityFactors { get; init; }

    /// <summary>The distribution of its pay.</summary>
    internal MarketCurve Market => field ??= new MarketCurve(Curve.P10, Curve.P25, Curve.P50, Curve.P75, Curve.P90);

    /// <summary>Which of the place factors is its own.</summary>
    public required int PlaceGroup { get; init; }

    /// <summary>
    /// What it adds to the place factor of its group, by CBSA; null where its own wages in areas are not known.
    /// </summary>
    internal FrozenDictionary<string, double>? AreaFactors { get; init; }

    /// <summary>"Data Scientists, US median 2024".</summary>
    public required string BaselineLabel { get; init; }
}

/// <summary>How an occupation was found.</summary>
public enum OccupationMatchKind
{
    /// <summary>By its own code, or its own title.</summary>
    Exact,

    /// <summary>By a title in use that the wage table does not have.</summary>
    Title,

    /// <summary>The broad group stands for it.</summary>
    Broad,

    /// <summary>The minor group stands for it.</summary>
    Minor,
}

/// <summary>An occupation found, and how.</summary>
public readonly record struct OccupationMatch(Occupation Occupation, OccupationMatchKind Kind, string Asked);
