using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// Estimates of roles that the survey has people of: its fitted median and range in the country, times the place factor of the
/// wage tables inside it, brought to the model's date by the same wage index.
/// </summary>
internal sealed class SurveyEstimator(SalaryModelData model, SurveyPay survey)
{
    /// <summary>Adds percentiles, factors, sources and confidence to an estimate that has its terms.</summary>
    public void Complete(SalaryEstimate estimate, SurveyEvidence evidence, Conversion conversion)
    {
        var facts = evidence.Facts(survey.Year);
        var range = survey.Range(facts);
        AddFactors(estimate, evidence, range);
        estimate.AddPeriod();
        conversion.AddTo(estimate);
        // What is known of the metro no longer adds to the variance, as in the wage table's estimates.
        var scale = evidence.Place.Place.Kind == PlaceKind.Metro ? Math.Sqrt(1 - model.PlaceShare) : 1;
        var median = EstimateFactors.Product(estimate);
        estimate.Percentiles = Spread.Around(
            conversion.Currency,
            estimate.Period,
            median,
            scale,
            (
                Math.Log(range.P10 / range.P50),
                Math.Log(range.P25 / range.P50),
                Math.Log(range.P75 / range.P50),
                Math.Log(range.P90 / range.P50)
            )
        );
        var rows = survey.Rows(facts);
        estimate.Observations = rows < ToldApart.Fewest ? 0 : rows;
        estimate.Sources.Add(survey.Source);
        if (!evidence.IsWholeCountry)
        {
            estimate.Sources.Add(model.Parameters.Place.Source);
        }
        if (evidence.TotalRatio is not null)
        {
            estimate.Sources.Add(evidence.Role!.Source);
        }
        var coverage = SurveyCoverage.Of(survey, evidence);
        if (coverage.Share is { } share)
        {
            estimate.MeasuredCoverage = share;
        }
        (estimate.Confidence, var reason) = SurveyConfidence.Judge(survey, evidence, rows);
        estimate.ConfidenceReason = $"{reason} {coverage.Said}{evidence.Employer.Unused(survey)}";
    }

    private void AddFactors(SalaryEstimate estimate, SurveyEvidence evidence, PayRange range)
    {
        // Without a seniority the mean of all levels is a part of where the factors start.
        var baseline = evidence.Seniority is not null ? Of("baseline") : Of("baseline") * Of("seniority");
        estimate.Add("baseline", survey.BaselineLabel, baseline, survey.Source);
        estimate.Add("role", evidence.Title.Title, Of("role"), survey.Source);
        if (evidence.Seniority is { } level)
        {
            estimate.Add("seniority", SeniorityRule.Word(level), Of("seniority"), survey.Source);
        }
        var place = evidence.Place.Place;
        estimate.Add(
            "country",
            place.Kind == PlaceKind.Abroad ? place.Name : model.Places.Country.Name,
            Of("place"),
            survey.Source
        );
        estimate.Add("year", survey.YearLabel, Of("year"), survey.Source);
        foreach (var (kind, label) in evidence.Employer.Labels(survey))
        {
            estimate.Add(kind, label, Of(kind), survey.Source);
        }
        if (!evidence.IsWholeCountry)
        {
            estimate.Add("place", place.Name, evidence.PlaceFactor, model.Parameters.Place.Source);
        }
        var growth = survey.GrowthIn(place.Country);
        estimate.Add("wage growth", growth.Label, growth.Value, growth.Source);
        if (evidence.TotalRatio is { } total)
        {
            estimate.Add("pay component", "total over base", total, evidence.Role!.Source);
        }

        double Of(string kind)
        {
            foreach (var factor in range.Factors)
            {
                if (factor.Kind == kind)
                {
                    return factor.Value;
                }
            }

            return 1;
        }
    }
}
