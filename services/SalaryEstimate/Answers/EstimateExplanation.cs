using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Answers;

/// <summary>
/// How an estimate comes about, told from the estimate itself and the model that made it: nothing is worked out a second way.
/// </summary>
internal static class EstimateExplanation
{
    /// <summary>Adds to an answer what its estimate and the model tell.</summary>
    public static void AddTo(ExplainEstimateResponse answer, SalaryModelData model)
    {
        if (answer.Result.Estimate is not { } estimate)
        {
            return;
        }
        var median = 1.0;
        foreach (var factor in estimate.Factors)
        {
            median *= factor.Value;
            answer.Steps.Add(new ExplainedFactor { Factor = factor, RunningMedian = Math.Round(median, 2) });
        }

        for (var i = 0; i < estimate.Sources.Count; i++)
        {
            var said = estimate.Factors.Where(f => f.Source == estimate.Sources[i]).Select(f => f.Label);
            // The first source is the one whose people the estimate counts.
            answer.Evidence.Add(
                new PayEvidence
                {
                    Source = estimate.Sources[i],
                    Subject = string.Join("; ", said),
                    Observations = i == 0 ? estimate.Observations : 0,
                    AsOf = EvidenceDates.Of(estimate.Sources[i], estimate, model),
                }
            );
        }

        answer.IntervalExplanation = estimate.HasMeasuredCoverage
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The range p10 to p90 is meant to hold {estimate.NominalCoverage:P0} "
                    + $"of people; of people kept aside it held {estimate.MeasuredCoverage:P0}."
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The range p10 to p90 is meant to hold {estimate.NominalCoverage:P0} of people: the spread of the "
                    + $"evidence, drawn together by what is known. Its coverage is not measured for this kind of estimate."
            );
        if (estimate.Confidence is Confidence.Low or Confidence.Medium)
        {
            answer.Cautions.Add(estimate.ConfidenceReason);
        }
        if (estimate.Factors.All(f => f.Kind is not "seniority" and not "experience"))
        {
            answer.Cautions.Add("No seniority is known: all levels together. Stating one makes the range narrower.");
        }
        if (estimate.Place.Length == 0 && estimate.Country == Countries.Home)
        {
            answer.Cautions.Add("No place is known: the whole country. Stating a city makes the range narrower.");
        }
        answer.Cautions.Add("An estimate of what others earn, not an offer.");
    }
}
