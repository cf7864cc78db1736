using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Tests.Fakes;

/// <summary>Answers as the services give them, small enough to read.</summary>
internal static class Answers
{
    public const string Version = "catalogs/builtin/versions/2026.11";

    public static Understanding Understanding() =>
        new()
        {
            Skills = { Skill("Python"), Skill("PyTorch"), Skill("SQL"), Skill("Docker"), Skill("Statistics", "statistics") },
            YearsExperience = 4,
            Seniority = Seniority.Mid,
            SeniorityBasis = SeniorityBasis.Years,
        };

    public static UnderstoodSkill Skill(string title, string? text = null, MatchKind kind = MatchKind.Title) =>
        new()
        {
            Resolution = new SkillResolution
            {
                Text = text ?? title,
                Title = title,
                Skill = "catalogs/builtin/skills/" + title,
                Kind = kind,
                Confidence = 1,
            },
            Proficiency = 4,
            Source = SkillSource.Stated,
        };

    public static RecommendRolesResponse Recommendations() =>
        new()
        {
            Understanding = Understanding(),
            Recommendations = { MachineLearningEngineer(), DataScientist() },
            RecommendationId = "r1",
            SearchedRoleCount = 58,
            PayStatus = PayStatus.Included,
            Versions = Versions(),
        };

    public static AnswerVersions Versions() =>
        new()
        {
            CatalogVersion = Version,
            CatalogDisplayName = "Built-in catalog",
            SalaryModel = "salaryModels/2026.11",
            EngineVersion = "0.2.0+test",
        };

    public static Recommendation MachineLearningEngineer() =>
        new()
        {
            Role = "catalogs/builtin/roles/machine-learning-engineer",
            Title = "Machine Learning Engineer",
            Seniority = Seniority.Mid,
            Fit = Fit(
                74_020,
                FitBand.Strong,
                (ComponentKind.Skills, 37_710),
                (ComponentKind.Tools, 17_330),
                (ComponentKind.Related, 6_400),
                (ComponentKind.Experience, 12_580)
            ),
            Feasibility = new Feasibility { EssentialsMet = 5, EssentialsTotal = 8 },
            Step = StepKind.SameLevel,
            Likelihood = 0.431,
            LikelihoodStatus = LikelihoodStatus.Calibrated,
            Matched =
            {
                new MatchedSkill
                {
                    Title = "Python",
                    Essential = true,
                    Similarity = 1,
                },
                new MatchedSkill
                {
                    Title = "TensorFlow",
                    ByRelated = "PyTorch",
                    Similarity = 0.8,
                },
            },
            Missing =
            {
                new MissingSkill
                {
                    Title = "model deployment",
                    Essential = true,
                    FitIfAcquiredMilliPoints = 80_100,
                    GainPoints = 6,
                    RequiredProficiency = 5,
                },
                new MissingSkill
                {
                    Title = "feature engineering",
                    FitIfAcquiredMilliPoints = 77_900,
                    GainPoints = 4,
                    RequiredProficiency = 4,
                    Proficiency = 2,
                },
                new MissingSkill
                {
                    Title = "Kubernetes",
                    FitIfAcquiredMilliPoints = 76_000,
                    GainPoints = 2,
                },
                new MissingSkill
                {
                    Title = "data pipelines",
                    Essential = true,
                    FitIfAcquiredMilliPoints = 79_900,
                    GainPoints = 6,
                    KnownByWork = true,
                },
            },
            Gates =
            {
                new Gate
                {
                    Kind = GateKind.Education,
                    Status = GateStatus.Unverified,
                    Requirement = "bachelor's degree required",
                },
            },
            Pay = new SalaryResult { Estimate = Estimate(139_200, 184_000, 240_900) },
        };

    public static Recommendation DataScientist() =>
        new()
        {
            Role = "catalogs/builtin/roles/data-scientist",
            Title = "Data Scientist",
            Fit = Fit(
                68_500,
                FitBand.Strong,
                (ComponentKind.Skills, 40_500),
                (ComponentKind.Tools, 14_500),
                (ComponentKind.Experience, 13_500)
            ),
            Feasibility = new Feasibility { EssentialsMet = 1, EssentialsTotal = 1 },
            Pay = new SalaryResult { Estimate = Estimate(121_000, 162_000, 214_000) },
        };

    public static SalaryEstimate Estimate(long p10, long p50, long p90) =>
        new()
        {
            Percentiles = new Percentiles
            {
                P10 = Usd(p10),
                P25 = Usd((p10 + p50) / 2),
                P50 = Usd(p50),
                P75 = Usd((p50 + p90) / 2),
                P90 = Usd(p90),
            },
            NominalCoverage = 0.8,
            MeasuredCoverage = 0.779,
            PayComponent = PayComponent.Base,
            Period = PayPeriod.Year,
            Place = "San Francisco-Oakland-Fremont, CA",
            Country = "US",
            AsOf = new Date
            {
                Year = 2026,
                Month = 11,
                Day = 1,
            },
            Observations = 192_710,
            Sources = { "BLS OEWS May 2024", "BEA RPP 2024" },
            Factors =
            {
                new PayFactor
                {
                    Kind = "baseline",
                    Label = "Data Scientists, US median 2024",
                    Value = 112_590,
                    Source = "BLS OEWS",
                },
                new PayFactor
                {
                    Kind = "seniority",
                    Label = "mid",
                    Value = 1.0,
                },
                new PayFactor
                {
                    Kind = "place",
                    Label = "San Francisco, CA",
                    Value = 1.412,
                    Source = "BEA RPP 2024",
                },
                new PayFactor
                {
                    Kind = "wage growth",
                    Label = "2024 to 2026",
                    Value = 1.157,
                },
            },
            Confidence = Confidence.Medium,
            ConfidenceReason = "Evidence for the occupation, adjusted for the place.",
        };

    public static Money Usd(long units) => new() { CurrencyCode = "USD", Units = units };

    public static Fit Fit(int total, FitBand band, params (ComponentKind Kind, int Points)[] components) =>
        new()
        {
            MilliPoints = total,
            Band = band,
            Components =
            {
                components.Select(c => new FitComponent
                {
                    Kind = c.Kind,
                    MilliPoints = c.Points,
                    Evidence = { "Python" },
                }),
            },
        };
}
