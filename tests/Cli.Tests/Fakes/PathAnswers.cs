using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Tests.Fakes;

/// <summary>Moves, routes and a comparison as the service gives them.</summary>
internal static class PathAnswers
{
    public static SuggestMovesResponse Moves() =>
        new()
        {
            Understanding = Answers.Understanding(),
            FromRole = "catalogs/builtin/roles/data-analyst",
            FromTitle = "Data Analyst",
            FromPay = new SalaryResult { Estimate = Answers.Estimate(61_000, 84_000, 118_000) },
            PayStatus = PayStatus.Included,
            Versions = Answers.Versions(),
            Moves =
            {
                new Move
                {
                    Role = "catalogs/builtin/roles/data-scientist",
                    Title = "Data Scientist",
                    Kind = StepKind.StepUp,
                    Score = 0.71,
                    Fit = Answers.DataScientist().Fit,
                    Readiness = 0.628,
                    Missing =
                    {
                        new MissingSkill { Title = "Machine learning", Essential = true },
                        new MissingSkill { Title = "Hypothesis testing", Essential = true },
                    },
                    Brought = { "SQL", "Python", "Statistics" },
                    Effort = new Effort
                    {
                        Hours = 320,
                        Basis = EffortBasis.Proficiency,
                        Explanation = "2 skills at 40 h a point of proficiency",
                    },
                    Pay = new SalaryResult { Estimate = Answers.Estimate(121_000, 162_000, 214_000) },
                    PayChange = new PayChange
                    {
                        Difference = new Money { CurrencyCode = "USD", Units = 78_000 },
                        Share = 0.9286,
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
                },
                new Move
                {
                    Role = "catalogs/builtin/roles/bi-analyst",
                    Title = "Business Intelligence Analyst",
                    Kind = StepKind.SameLevel,
                    Readiness = 1,
                    Effort = new Effort(),
                },
            },
        };

    public static PlanRouteResponse Routes() =>
        new()
        {
            FromRole = "catalogs/builtin/roles/data-analyst",
            FromTitle = "Data Analyst",
            FromPay = new SalaryResult { Estimate = Answers.Estimate(61_000, 84_000, 118_000) },
            PayStatus = PayStatus.Included,
            Versions = Answers.Versions(),
            Message = "Before the first step: bachelor's degree required.",
            Requirements =
            {
                new Gate
                {
                    Kind = GateKind.Education,
                    Status = GateStatus.Unverified,
                    Requirement = "bachelor's degree required",
                },
            },
            Routes =
            {
                new Route
                {
                    LeastReadiness = 0.459,
                    Effort = new Effort
                    {
                        Hours = 1_140,
                        Basis = EffortBasis.Mixed,
                        Explanation = "1 course of your list (20 h), 7 skills at 40 h a point of proficiency",
                    },
                    Steps =
                    {
                        Step("Data Scientist", StepKind.StepUp, 0.628, 320, "Machine learning", "Hypothesis testing"),
                        Step(
                            "Machine Learning Engineer",
                            StepKind.CloseRelative,
                            0.459,
                            820,
                            "Model deployment",
                            "Model serving",
                            "Docker",
                            "Feature engineering",
                            "TensorFlow",
                            "MLOps"
                        ),
                    },
                },
            },
        };

    public static CompareRolesResponse Comparison() =>
        new()
        {
            Role = new ComparedRole
            {
                Title = "Data Analyst",
                Overview = "Turns data into reports that people decide by.",
                Duties = { "Query databases.", "Build dashboards." },
                DistinctDuties = { "Build dashboards.", "Report to management." },
                Seniority = Seniority.Junior,
                Requirements = new Requirements
                {
                    Education =
                    {
                        new EducationRequirement { Level = EducationLevel.Bachelor, Demand = Demand.Preferred },
                    },
                },
                Pay = new SalaryResult { Estimate = Answers.Estimate(61_000, 84_000, 118_000) },
            },
            OtherRole = new ComparedRole
            {
                Title = "Data Scientist",
                Duties = { "Train models." },
                Seniority = Seniority.Mid,
                Requirements = new Requirements
                {
                    Certifications =
                    {
                        new CertificationRequirement { Title = "Certified Analyst", Demand = Demand.Required },
                    },
                },
                Pay = new SalaryResult { Estimate = Answers.Estimate(121_000, 162_000, 214_000) },
            },
            Similarity = 0.62,
            Step = StepKind.StepUp,
            Readiness = 0.628,
            OtherReadiness = 0.81,
            PayChange = new PayChange { Share = 0.9286 },
            PayStatus = PayStatus.Included,
            Versions = Answers.Versions(),
            Skills =
            {
                new ComparedSkill
                {
                    Title = "SQL",
                    Essential = true,
                    Importance = 1,
                    OtherImportance = 0.8,
                    Proficiency = 5,
                    OtherProficiency = 4,
                },
                new ComparedSkill { Title = "Excel", Importance = 0.9 },
                new ComparedSkill
                {
                    Title = "Machine learning",
                    OtherImportance = 1,
                    OtherProficiency = 4.5,
                },
            },
        };

    private static RouteStep Step(string title, StepKind kind, double readiness, double hours, params string[] missing) =>
        new()
        {
            Title = title,
            Kind = kind,
            Readiness = readiness,
            Missing = { missing.Select(m => new MissingSkill { Title = m, Essential = true }) },
            Effort = new Effort { Hours = hours, Basis = EffortBasis.Proficiency },
            Pay = new SalaryResult { Estimate = Answers.Estimate(121_000, 162_000, 214_000) },
            PayChange = new PayChange { Share = 0.1 },
        };
}
