using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Tests.Fakes;

/// <summary>Answers to questions of pay.</summary>
internal static class PayAnswers
{
    public static ExplainEstimateResponse Explained()
    {
        var estimate = Answers.Estimate(139_200, 184_000, 240_900);
        var answer = new ExplainEstimateResponse
        {
            Result = new SalaryResult { Estimate = estimate },
            Evidence =
            {
                new PayEvidence
                {
                    Source = "BLS OEWS May 2024",
                    Subject = "Data Scientists, US median 2024",
                    Observations = 192_710,
                },
                new PayEvidence { Source = "BEA RPP 2024", Subject = "San Francisco, CA" },
            },
            IntervalExplanation = "The range p10 to p90 is meant to hold 80 % of people; of people kept aside it held 78 %.",
            Cautions =
            {
                "Evidence for the occupation, adjusted for the place.",
                "An estimate of what others earn, not an offer.",
            },
            SalaryModel = "salaryModels/2026.11",
        };
        var median = 1.0;
        foreach (var factor in estimate.Factors)
        {
            answer.Steps.Add(new ExplainedFactor { Factor = factor, RunningMedian = Math.Round(median *= factor.Value, 2) });
        }
        return answer;
    }

    public static ComparePayResponse Compared()
    {
        var other = Answers.Estimate(121_000, 162_000, 214_000);
        other.Place = "Austin-Round Rock-San Marcos, TX";
        return new ComparePayResponse
        {
            Result = new SalaryResult { Estimate = Answers.Estimate(139_200, 184_000, 240_900) },
            OtherResult = new SalaryResult { Estimate = other },
            Difference = Answers.Usd(-22_000),
            Share = -0.1196,
            Overlap = 0.3614,
            PurchasingPower = new PurchasingPower
            {
                PriceLevel = 1.182,
                OtherPriceLevel = 0.983,
                Median = Answers.Usd(155_668),
                OtherMedian = Answers.Usd(164_802),
                Share = 0.0587,
                Source = "US Bureau of Economic Analysis, regional price parities by metropolitan area, 2024",
            },
            SalaryModel = "salaryModels/2026.11",
        };
    }

    public static GetPayBandsResponse Bands()
    {
        var market = Answers.Estimate(139_200, 184_000, 240_900);
        return new GetPayBandsResponse
        {
            Market = new SalaryResult { Estimate = market },
            SuggestedLow = market.Percentiles.P25,
            SuggestedHigh = market.Percentiles.P75,
            SalaryModel = "salaryModels/2026.11",
        };
    }

    public static ListPayCoverageResponse Coverage() =>
        new()
        {
            Rows =
            {
                new PayCoverage
                {
                    Country = "US",
                    Title = "data scientist",
                    Seniority = Seniority.Senior,
                    Observations = 1_942,
                    MeasuredCoverage = 0.8,
                    Source = "A survey (CC0)",
                },
                new PayCoverage
                {
                    Country = "US",
                    SocCode = "15-2051",
                    Title = "Data Scientists",
                    Observations = 233_440,
                    Source = "BLS OEWS May 2024",
                },
            },
            NextPageToken = "next",
            SalaryModel = "salaryModels/2026.11",
        };
}
