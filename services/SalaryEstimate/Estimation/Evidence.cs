using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>All that was found for a query, before anything is computed from it.</summary>
internal readonly record struct Evidence(
    OccupationMatch Match, PublishedRole? Role, Seniority Seniority, bool SeniorityKnown, PlaceMatch Place, double? TotalRatio)
{
    public Occupation Occupation => Match.Occupation;

    public double SeniorityFactor => Occupation.SeniorityFactors[(int)Seniority];

    public double PlaceFactor => Place.Place.Factors[Occupation.PlaceGroup];

    public bool PricesAlone => Place.Place.PricesAlone[Occupation.PlaceGroup];

    public bool InMetro => Place.Place.Kind == PlaceKind.Metro;
}
