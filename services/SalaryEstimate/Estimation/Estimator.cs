using CareerRecs.Catalog.V1;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// The engine. The survey answers for the roles that it has people of; else the wage table: the national median of the occupation or its
/// family, times factors for role, seniority, place and wage growth. Pure; a query and a model give the same result always.
/// </summary>
public sealed class Estimator(SalaryModelData model)
{
    private const string Usd = "USD";
    private readonly SurveyEstimator? _survey = model.Survey is { } survey ? new(model, survey) : null;

    /// <summary>An estimate, or why there is none.</summary>
    public SalaryResult Estimate(SalaryQuery query)
    {
        if (query.Currency.Length > 0 && query.Currency != Usd) return Insufficient.Currency(query.Currency);
        if (model.Places.Find(query.Location) is not { } place) return Insufficient.Place(model, query.Location);
        var match = FindOccupation(query.Role);
        var role = FindRole(query.Role);
        if (role is not null && role.Soc != match?.Occupation.Wages.Soc) role = null; // its factor is against another mean
        var title = model.Survey?.Find(query.Role, match?.Occupation, role);
        if (match is null && title is null) return Insufficient.Role(query.Role);
        if (title is null && place.Place.Kind == PlaceKind.Abroad) return Insufficient.Abroad(place.Place);

        double? totalRatio = null;
        if (query.PayComponent == PayComponent.Total
            && (place.Place.Kind == PlaceKind.Abroad || (totalRatio = role?.TotalRatio) is null)) return Insufficient.TotalPay();

        var estimate = Terms(query, place.Place);
        if (title is { } read && _survey is not null)
        {
            var (seniority, known) = SeniorityRule.Of(query, default);
            var group = match?.Occupation.PlaceGroup ?? model.ComputingPlaces;
            _survey.Complete(estimate, new SurveyEvidence(read, role, seniority, known, place, group, totalRatio));
        }
        else if (match is { } found)
        {
            var (seniority, known) = SeniorityRule.Of(query, found.Occupation.Reference);
            Complete(estimate, new Evidence(found, role, seniority, known, place, totalRatio));
        }

        return new SalaryResult { Estimate = estimate };
    }

    private OccupationMatch? FindOccupation(RoleReference role) =>
        role.SocCodes.Count > 0 ? model.Occupations.Find(role.SocCodes)
        : role.Title.Length > 0 ? model.Titles.Occupation(role.Title)
        : null;

    private PublishedRole? FindRole(RoleReference role) =>
        (role.Title.Length > 0 ? model.Titles.Role(role.Title) : null)
        ?? (role.Name.Length > 0 ? model.Titles.Role(role.Name.AsSpan()[(role.Name.LastIndexOf('/') + 1)..]) : null);

    /// <summary>What an estimate is of, before anything is computed.</summary>
    private SalaryEstimate Terms(SalaryQuery query, Place place) => new()
    {
        NominalCoverage = 0.8,
        PayComponent = query.PayComponent == PayComponent.Total ? PayComponent.Total : PayComponent.Base,
        Period = query.Period == PayPeriod.Unspecified ? PayPeriod.Year : query.Period,
        Place = place.Kind is PlaceKind.Country or PlaceKind.Abroad ? "" : place.Name,
        Country = place.Country,
        AsOf = model.AsOf(),
    };

    /// <summary>Completes an estimate from the wage table.</summary>
    private void Complete(SalaryEstimate estimate, Evidence evidence)
    {
        AddFactors(estimate, evidence);
        estimate.Percentiles = Spread.Percentiles(model, evidence, EstimateFactors.Product(estimate));
        estimate.Observations = evidence.Occupation.Wages.Employment;
        (estimate.Confidence, estimate.ConfidenceReason) = ConfidenceRule.Judge(model, evidence);
        AddSources(estimate, evidence);
    }

    private void AddFactors(SalaryEstimate estimate, Evidence evidence)
    {
        var parameters = model.Parameters;
        estimate.Add("baseline", evidence.Occupation.BaselineLabel, evidence.Occupation.Curve.P50, parameters.WageTable.Source);
        if (evidence.Role is { } role) estimate.Add("role", role.Title, role.Factor, role.Source);
        if (evidence.SeniorityKnown)
            estimate.Add("seniority", SeniorityRule.Word(evidence.Seniority), evidence.SeniorityFactor, parameters.Seniority.Source);
        if (evidence.Place.Place.Kind != PlaceKind.Country)
            estimate.Add("place", evidence.Place.Place.Name, evidence.PlaceFactor, parameters.Place.Source);
        estimate.Add("wage growth", model.GrowthLabel, model.Growth, parameters.Growth.Source);
        if (evidence.TotalRatio is { } total) estimate.Add("pay component", "total over base", total, evidence.Role!.Source);
        estimate.AddPeriod();
    }

    private void AddSources(SalaryEstimate estimate, Evidence evidence)
    {
        estimate.Sources.Add(model.Parameters.WageTable.Source);
        if (evidence.Role is { } role) estimate.Sources.Add(role.Source);
        if (evidence.SeniorityKnown) estimate.Sources.Add(model.Parameters.Seniority.Source);
        if (evidence.Place.Place.Kind != PlaceKind.Country) estimate.Sources.Add(model.Parameters.Place.Source);
    }
}
