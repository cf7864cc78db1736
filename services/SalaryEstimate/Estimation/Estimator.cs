using CareerRecs.Catalog.V1;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// The engine: a baseline, the occupation's national median, times factors for role, seniority, place and wage growth.
/// Pure; a query and a model give the same result always.
/// </summary>
public sealed class Estimator(SalaryModelData model)
{
    private const string Usd = "USD";

    /// <summary>An estimate, or why there is none.</summary>
    public SalaryResult Estimate(SalaryQuery query)
    {
        if (query.Currency.Length > 0 && query.Currency != Usd) return Insufficient.Currency(query.Currency);
        if (model.Places.Find(query.Location) is not { } place) return Insufficient.Place(model, query.Location);
        if (FindOccupation(query.Role) is not { } match) return Insufficient.Role(query.Role);

        var role = FindRole(query.Role);
        if (role is not null && role.Soc != match.Occupation.Wages.Soc) role = null; // its factor is against another mean
        double? totalRatio = null;
        if (query.PayComponent == PayComponent.Total && (totalRatio = role?.TotalRatio) is null) return Insufficient.TotalPay();

        var (seniority, known) = SeniorityRule.Of(query, match.Occupation.Reference);
        return new SalaryResult { Estimate = Make(query, new Evidence(match, role, seniority, known, place, totalRatio)) };
    }

    private OccupationMatch? FindOccupation(RoleReference role) =>
        role.SocCodes.Count > 0 ? model.Occupations.Find(role.SocCodes)
        : role.Title.Length > 0 ? model.Titles.Occupation(role.Title)
        : null;

    private PublishedRole? FindRole(RoleReference role) =>
        (role.Title.Length > 0 ? model.Titles.Role(role.Title) : null)
        ?? (role.Name.Length > 0 ? model.Titles.Role(role.Name.AsSpan()[(role.Name.LastIndexOf('/') + 1)..]) : null);

    private SalaryEstimate Make(SalaryQuery query, Evidence evidence)
    {
        var (confidence, reason) = ConfidenceRule.Judge(model, evidence);
        var place = evidence.Place.Place;
        var estimate = new SalaryEstimate
        {
            NominalCoverage = 0.8,
            PayComponent = evidence.TotalRatio is null ? PayComponent.Base : PayComponent.Total,
            Period = query.Period == PayPeriod.Unspecified ? PayPeriod.Year : query.Period,
            Place = place.Kind == PlaceKind.Country ? "" : place.Name,
            Country = "US",
            AsOf = model.AsOf(),
            Observations = evidence.Occupation.Wages.Employment,
            Confidence = confidence,
            ConfidenceReason = reason,
        };
        AddFactors(estimate, evidence);
        estimate.Percentiles = Spread.Percentiles(model, evidence, Product(estimate));
        AddSources(estimate, evidence);
        return estimate;
    }

    /// <summary>The median before rounding: the product of the factors in their order.</summary>
    private static double Product(SalaryEstimate estimate)
    {
        var median = 1.0;
        for (var i = 0; i < estimate.Factors.Count; i++) median *= estimate.Factors[i].Value;
        return median;
    }

    private void AddFactors(SalaryEstimate estimate, Evidence evidence)
    {
        var parameters = model.Parameters;
        Add("baseline", evidence.Occupation.BaselineLabel, evidence.Occupation.Curve.P50, parameters.WageTable.Source);
        if (evidence.Role is { } role) Add("role", role.Title, role.Factor, role.Source);
        if (evidence.SeniorityKnown)
            Add("seniority", SeniorityRule.Word(evidence.Seniority), evidence.SeniorityFactor, parameters.Seniority.Source);
        if (evidence.Place.Place.Kind != PlaceKind.Country)
            Add("place", evidence.Place.Place.Name, evidence.PlaceFactor, parameters.Place.Source);
        Add("wage growth", model.GrowthLabel, model.Growth, parameters.Growth.Source);
        if (evidence.TotalRatio is { } total) Add("pay component", "total over base", total, evidence.Role!.Source);
        if (estimate.Period == PayPeriod.Month) Add("period", "a twelfth of a year", 1.0 / 12, "");
        if (estimate.Period == PayPeriod.Hour) Add("period", "one of 2,080 hours of a year", 1.0 / 2080, "");

        void Add(string kind, string label, double value, string source) =>
            estimate.Factors.Add(new PayFactor { Kind = kind, Label = label, Value = value, Source = source });
    }

    private void AddSources(SalaryEstimate estimate, Evidence evidence)
    {
        estimate.Sources.Add(model.Parameters.WageTable.Source);
        if (evidence.Role is { } role) estimate.Sources.Add(role.Source);
        if (evidence.SeniorityKnown) estimate.Sources.Add(model.Parameters.Seniority.Source);
        if (evidence.Place.Place.Kind != PlaceKind.Country) estimate.Sources.Add(model.Parameters.Place.Source);
    }
}
