using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// The engine. The survey answers for the roles that it has people of; else the wage table of the country: the median of the
/// occupation or its family, times factors for role, experience, place and wage growth. Pure; a query and a model give the same
/// result always.
/// </summary>
public sealed class Estimator(SalaryModelData model)
{
    private readonly SurveyEstimator? _survey = model.Survey is { } survey ? new(model, survey) : null;

    /// <summary>An estimate, or why there is none.</summary>
    public SalaryResult Estimate(SalaryQuery query)
    {
        if (model.Places.Find(query.Location) is not { } place)
        {
            return Insufficient.Place(model, query.Location);
        }
        if (place.Place.Kind == PlaceKind.Elsewhere)
        {
            return Insufficient.Country(model, place);
        }
        var match = FindOccupation(query.Role);
        var role = FindRole(query.Role);
        if (role is not null && role.Soc != match?.Occupation.Wages.Soc)
        {
            role = null; // its factor is against another mean
        }
        var title =
            model.Survey is { } survey && survey.SpeaksOf(place.Place.Country)
                ? survey.Find(query.Role, match?.Occupation, role)
                : null;
        var isAbroad = place.Place.Kind == PlaceKind.Abroad;
        var known = match is not null;
        if (isAbroad)
        {
            match = FindAbroad(place.Place.Country, query.Role, match);
        }
        if (match is null && title is null)
        {
            return known ? Insufficient.Abroad(model, place) : Insufficient.Role(query.Role);
        }
        if (Convert(query.Currency, place.Place, ref title, match) is not { } conversion)
        {
            return Insufficient.Currency(
                query.Currency,
                model.Exchange.Reachable(title is null ? match!.Value.Occupation.Table.Currency : Exchange.Usd)
            );
        }

        double? totalRatio = null;
        if (query.PayComponent == PayComponent.Total && (isAbroad || (totalRatio = role?.TotalRatio) is null))
        {
            return Insufficient.TotalPay();
        }

        var estimate = Terms(query, place);
        if (title is { } read && _survey is not null)
        {
            var evidence = new SurveyEvidence(
                read,
                role,
                SeniorityRule.Of(query),
                place,
                match?.Occupation ?? model.Computing,
                totalRatio
            )
            {
                Employer = EmployerFacts.Of(query),
            };
            _survey.Complete(estimate, evidence, conversion);
        }
        else if (match is { } found)
        {
            var published = isAbroad ? null : role;
            var experience = ExperienceFactor.FromQuery(query, found.Occupation, published, model);
            Complete(estimate, new Evidence(found, published, experience, place, totalRatio), conversion);
            estimate.ConfidenceReason += EmployerFacts.Of(query).UnusedByTables;
        }

        if (place.Widened)
        {
            (estimate.Confidence, estimate.ConfidenceReason) = (Confidence.Low, $"{place.Widening} {estimate.ConfidenceReason}");
        }

        if (conversion.Source.Length > 0)
        {
            estimate.Sources.Add(conversion.Source);
        }
        if (title is not null && conversion.Year is { } year && year != model.Survey?.Year)
        {
            estimate.ConfidenceReason += FormattableString.Invariant(
                $" Told in US dollars of {model.Survey!.Year} and brought to {conversion.Currency} at a rate of {year}."
            );
        }
        if (query.Currency.Length == 0 && conversion.Currency != Home(place.Place))
        {
            estimate.ConfidenceReason +=
                $" In {(conversion.Currency == Exchange.Usd ? "US dollars" : conversion.Currency)}: "
                + $"the model has no rate of {Home(place.Place)}.";
        }
        return new SalaryResult { Estimate = estimate };
    }

    /// <summary>
    /// What brings the amounts to the currency asked for, else to that of the place where its rate is known. Null where there is
    /// no way; the survey, which is in US dollars, then leaves the answer to a wage table of the country that has one.
    /// </summary>
    private Conversion? Convert(string asked, Place place, ref SurveyTitle? title, OccupationMatch? match)
    {
        var table = match?.Occupation.Table.Currency;
        if (asked.Length == 0)
        {
            var own = title is null ? table! : Exchange.Usd;
            return model.Exchange.Find(own, Home(place)) ?? model.Exchange.Find(own, own);
        }

        if (title is not null)
        {
            if (model.Exchange.Find(Exchange.Usd, asked) is { } conversion)
            {
                return conversion;
            }
            if (table is null || model.Exchange.Find(table, asked) is null)
            {
                return null;
            }
            title = null;
        }

        return model.Exchange.Find(table!, asked);
    }

    private static string Home(Place place) => Countries.ByCode[place.Country].Currency;

    private OccupationMatch? FindAbroad(string country, RoleReference role, OccupationMatch? home)
    {
        if (!model.Abroad.TryGetValue(country, out var occupations))
        {
            return null;
        }
        if (role.SocCodes.Count > 0)
        {
            return occupations.Find(role.SocCodes);
        }
        // Titles are read by the table at home; the code that one means is then looked up.
        return home is { } found && occupations.Own(found.Occupation.Wages.Soc) is { } own
            ? found with
            {
                Occupation = own,
            }
            : null;
    }

    private OccupationMatch? FindOccupation(RoleReference role) =>
        role.SocCodes.Count > 0 ? model.Occupations.Find(role.SocCodes)
        : role.Title.Length > 0 ? model.Titles.Occupation(role.Title)
        : null;

    private PublishedRole? FindRole(RoleReference role) =>
        (role.Title.Length > 0 ? model.Titles.Role(role.Title) : null)
        ?? (role.Name.Length > 0 ? model.Titles.Role(role.Name.AsSpan()[(role.Name.LastIndexOf('/') + 1)..]) : null);

    /// <summary>What an estimate is of, before anything is computed.</summary>
    private SalaryEstimate Terms(SalaryQuery query, PlaceMatch match) =>
        new()
        {
            NominalCoverage = 0.8,
            PayComponent = query.PayComponent == PayComponent.Total ? PayComponent.Total : PayComponent.Base,
            Period = query.Period == PayPeriod.Unspecified ? PayPeriod.Year : query.Period,
            Place = match.Place.Kind is PlaceKind.Country or PlaceKind.Abroad ? "" : match.Place.Name,
            Country = match.Place.Country,
            CityWithoutFigures = match.City ?? "",
            AsOf = model.AsOf(),
        };

    /// <summary>Completes an estimate from the wage table.</summary>
    private void Complete(SalaryEstimate estimate, Evidence evidence, Conversion conversion)
    {
        AddFactors(estimate, evidence);
        estimate.AddPeriod();
        conversion.AddTo(estimate);
        estimate.AsOf = evidence.Occupation.Table.AsOf(model.Parameters.AsOf);
        estimate.Percentiles = Spread.Percentiles(
            model,
            evidence,
            conversion.Currency,
            estimate.Period,
            EstimateFactors.Product(estimate)
        );
        estimate.Observations = evidence.Occupation.Wages.Employment;
        (estimate.Confidence, estimate.ConfidenceReason) = ConfidenceRule.Judge(model, evidence);
        AddSources(estimate, evidence);
    }

    private void AddFactors(SalaryEstimate estimate, Evidence evidence)
    {
        var table = evidence.Occupation.Table;
        estimate.Add("baseline", evidence.Occupation.BaselineLabel, evidence.Occupation.Curve.P50, table.Source);
        if (evidence.Role is { } role)
        {
            estimate.Add("role", role.Title, role.Factor, role.Source);
        }
        if (evidence.Experience is { } experience)
        {
            estimate.Add(experience.Kind, experience.Label, experience.Value, experience.Source);
        }

        if (evidence.HasPlace)
        {
            estimate.Add("place", evidence.Place.Place.Name, evidence.PlaceFactor, PlaceSource(evidence));
        }
        estimate.Add("wage growth", table.Growth.Label, table.Growth.Value, table.Growth.Source);
        if (evidence.TotalRatio is { } total)
        {
            estimate.Add("pay component", "total over base", total, evidence.Role!.Source);
        }
    }

    private void AddSources(SalaryEstimate estimate, Evidence evidence)
    {
        estimate.Sources.Add(evidence.Occupation.Table.Source);
        if (evidence.Role is { } role)
        {
            estimate.Sources.Add(role.Source);
        }
        if (evidence.Experience is { } experience)
        {
            estimate.Sources.Add(experience.Source);
        }
        if (evidence.HasPlace)
        {
            estimate.Sources.Add(PlaceSource(evidence));
        }
    }

    private string PlaceSource(Evidence evidence) =>
        evidence.AreaFactor is null ? model.Parameters.Place.Source : model.AreaSource;
}
