using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.Estimation;

/// <summary>All that was found for a query, before anything is computed from it.</summary>
internal readonly record struct Evidence(
    OccupationMatch Match,
    PublishedRole? Role,
    ExperienceFactor? Experience,
    PlaceMatch Place,
    double? TotalRatio
)
{
    public Occupation Occupation => Match.Occupation;

    public double PlaceFactor => Place.Place.FactorOf(Occupation) * (AreaFactor ?? 1);

    /// <summary>What the occupation's own wages in the area add; null where they are not known.</summary>
    public double? AreaFactor =>
        InMetro && Occupation.AreaFactors is { } areas && areas.TryGetValue(Place.Place.Code, out var factor) ? factor : null;

    /// <summary>Whether the place has a factor: countries have none.</summary>
    public bool HasPlace => Place.Place.Kind is PlaceKind.State or PlaceKind.Metro;

    public bool IsWithoutWages => AreaFactor is null && Place.Place.WithoutWages[Occupation.PlaceGroup];

    public bool InMetro => Place.Place.Kind == PlaceKind.Metro;
}
