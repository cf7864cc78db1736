using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Tests.Fakes;

/// <summary>Made-up answers of the catalog.</summary>
internal static class RoleAnswers
{
    public static GetRoleResponse Role() =>
        new()
        {
            CatalogVersion = Answers.Version,
            SkillTitles = { "Python", "Model deployment", "Communication" },
            KeyRoles =
            {
                new KeyRole
                {
                    Role = "catalogs/builtin/roles/machine-learning-engineer",
                    Title = "Machine Learning Engineer",
                    Ladder = EngineerLadder(),
                },
                new KeyRole
                {
                    Role = "catalogs/builtin/roles/machine-learning-researcher",
                    Title = "Machine Learning Researcher",
                },
            },
            Attributions = { "Some facts from O*NET 29.3, US DOL/ETA, CC BY 4.0." },
            Role = new Role
            {
                Name = "catalogs/builtin/roles/machine-learning-engineer",
                Title = "Machine Learning Engineer",
                AlternateTitles = { "ML Engineer", "AI Engineer" },
                Family = "machine-learning",
                Seniority = Seniority.Mid,
                Codes =
                {
                    new Code { System = CodeSystem.Onet, Value = "15-2051.00" },
                },
                Overview =
                    "Builds, ships and runs systems that learn from data. Works between data scientists, "
                    + "who find what can be learned, and platform engineers, who run what was built.",
                Responsibilities =
                {
                    new Theme { Title = "Models", Items = { "Train and evaluate models.", "Choose features and metrics." } },
                    new Theme
                    {
                        Title = "Production",
                        Items =
                        {
                            "Deploy models.",
                            "Watch them for drift.",
                            "Retrain them.",
                            "Keep cost and latency in bounds.",
                        },
                    },
                },
                Requirements = new Requirements
                {
                    Education =
                    {
                        new EducationRequirement
                        {
                            Level = EducationLevel.Bachelor,
                            Fields = { "computer science", "statistics" },
                            Demand = Demand.Required,
                        },
                    },
                    ExperienceYearsMin = 2,
                    ExperienceYearsMax = 5,
                    Experience = { "A model in production" },
                    ExperienceAdded = true,
                    Certifications =
                    {
                        new CertificationRequirement
                        {
                            Title = "Cloud certificate",
                            Demand = Demand.Optional,
                            Added = true,
                        },
                    },
                },
                Skills =
                {
                    new RoleSkill
                    {
                        Skill = "catalogs/builtin/skills/python",
                        Necessity = Necessity.Essential,
                        Importance = 0.95,
                        Proficiency = 5.5,
                        InDemand = true,
                    },
                    new RoleSkill
                    {
                        Skill = "catalogs/builtin/skills/model-deployment",
                        Necessity = Necessity.Essential,
                        Importance = 0.9,
                    },
                    new RoleSkill
                    {
                        Skill = "catalogs/builtin/skills/communication",
                        Importance = 0.5,
                        Added = true,
                    },
                },
                Ladder = EngineerLadder(),
                Figures =
                {
                    new Figure
                    {
                        Id = "average",
                        Subject = "base pay",
                        Statistic = Statistic.Mean,
                        Value = 162_000,
                        Bound = Bound.About,
                        Unit = Unit.UsdPerYear,
                        PayComponent = PayComponent.Base,
                        Population = new Population { Place = "United States" },
                        Period = "2024",
                        Source = "a publisher",
                        Status = FigureStatus.Historic,
                    },
                },
                Outlook = { "Demand is expected to grow." },
            },
            Field = new Field
            {
                Name = "catalogs/builtin/fields/machine-learning",
                Title = "Machine Learning",
                Overview = "Learning from data.",
                MarketDemand = new MarketDemand
                {
                    Statements = { "Wanted in every industry." },
                    Industries = { "health", "finance" },
                },
                Outlook = { "Growing." },
                Figures =
                {
                    new Figure
                    {
                        Id = "postings",
                        Subject = "postings",
                        Statistic = Statistic.AnnualGrowth,
                        Value = 74,
                        Unit = Unit.Percent,
                        Period = "2015-2019",
                        Source = "a publisher",
                        Status = FigureStatus.Historic,
                    },
                },
            },
        };

    public static SearchRolesResponse Search() =>
        new()
        {
            CatalogVersion = Answers.Version,
            Matches =
            {
                new TitleMatch
                {
                    Role = "catalogs/builtin/roles/data-engineer",
                    Title = "Data Engineer",
                    MatchedTitle = "Data Engineer",
                    Seniority = Seniority.Mid,
                    Family = "data",
                },
                new TitleMatch
                {
                    Role = "catalogs/builtin/roles/software-engineer",
                    Title = "Software Engineer",
                    MatchedTitle = "SWE",
                    Seniority = Seniority.Mid,
                    Family = "software",
                },
            },
            NextPageToken = "2",
            Facets =
            {
                new Facet
                {
                    Field = "families",
                    Values =
                    {
                        new FacetValue { Value = "software", Count = 12 },
                        new FacetValue { Value = "data", Count = 4 },
                    },
                },
                new Facet
                {
                    Field = "seniorities",
                    Values =
                    {
                        new FacetValue { Value = "SENIORITY_MID", Count = 9 },
                        new FacetValue { Value = "SENIORITY_SENIOR", Count = 7 },
                    },
                },
                new Facet { Field = "sources" },
            },
        };

    public static Ladder EngineerLadder() =>
        new()
        {
            Id = "ml-engineer",
            Title = "ML Engineer",
            Steps =
            {
                new LadderStep { Role = "catalogs/builtin/roles/junior-ml-engineer", Title = "Junior ML Engineer" },
                new LadderStep
                {
                    Role = "catalogs/builtin/roles/machine-learning-engineer",
                    Title = "Machine Learning Engineer",
                    Added = true,
                },
                new LadderStep { Role = "catalogs/builtin/roles/senior-ml-engineer", Title = "Senior ML Engineer" },
            },
        };
}
