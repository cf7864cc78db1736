using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Cli.Rendering.Roles;
using CareerRecs.Cli.Rendering.Versions;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class OtherLayoutsTests
{
    [Fact]
    public void Gap()
    {
        var match = Answers.MachineLearningEngineer();
        var response = new AnalyzeGapResponse
        {
            Match = match,
            Gaps = { match.Missing },
            Understanding = Answers.Understanding(),
        };
        response.Gaps[0].LiftsRoles.Add("catalogs/builtin/roles/mlops-engineer");
        response
            .Gaps[0]
            .Resources.Add(
                new LearningResource
                {
                    Title = "Serving models",
                    Hours = 12,
                    Cost = "free",
                    Uri = "https://example.org/serving",
                }
            );
        Golden.Holds("gap.txt", page => GapText.Render(page, response, all: false, _ => "MLOps Engineer"));
    }

    [Fact]
    public void A_long_gap_is_cut_unless_all_of_it_is_asked_for()
    {
        var response = new AnalyzeGapResponse { Match = Answers.MachineLearningEngineer() };
        response.Gaps.Add(Enumerable.Range(1, 20).Select(n => new MissingSkill { Title = $"Tool {n}", GainPoints = 1 }));

        Assert.Contains("and 8 more; --all shows them", Rendered(all: false), StringComparison.Ordinal);
        Assert.Contains("Tool 20", Rendered(all: true), StringComparison.Ordinal);

        string Rendered(bool all)
        {
            var page = new Page();
            GapText.Render(page, response, all, name => name);
            return page.ToString();
        }
    }

    [Fact]
    public void Salary() =>
        Golden.Holds(
            "salary.txt",
            page =>
                SalaryText.Render(page, Estimated(), "Machine Learning Engineer", "mid level", RoleAnswers.Role().Role.Figures)
        );

    [Fact]
    public void Salary_without_evidence_says_what_is_known() =>
        Golden.Holds(
            "salary-none.txt",
            page =>
                SalaryText.Render(
                    page,
                    new EstimateSalaryResponse
                    {
                        Result = new SalaryResult
                        {
                            InsufficientEvidence = new InsufficientPayEvidence
                            {
                                Message = "no pay evidence for Graz; known: Austria",
                                Known = { "Austria", "Germany" },
                            },
                        },
                    },
                    "Machine Learning Engineer",
                    "",
                    []
                )
        );

    [Fact]
    public void Role_fits_one_screen()
    {
        Golden.Holds("role.txt", page => RoleText.Screen(page, RoleAnswers.Role(), 2026));
        var page = new Page();
        RoleText.Screen(page, RoleAnswers.Role(), 2026);
        Assert.InRange(page.ToString().Count(c => c == '\n'), 1, 45);
    }

    [Fact]
    public void Role_in_full() => Golden.Holds("role-full.txt", page => RoleText.Full(page, RoleAnswers.Role()));

    [Fact]
    public void Role_section() =>
        Golden.Holds("role-skills.txt", page => RoleText.Section(page, RoleAnswers.Role(), RoleSections.Find("Skills")!));

    [Fact]
    public void A_section_goes_on_with_what_the_field_says() =>
        Golden.Holds("role-outlook.txt", page => RoleText.Section(page, RoleAnswers.Role(), RoleSections.Find("outlook")!));

    [Fact]
    public void A_section_that_neither_role_nor_field_has_is_said_so()
    {
        var page = new Page();
        RoleText.Section(page, RoleAnswers.Role(), RoleSections.Find("challenges")!);
        Assert.Contains("The catalog says nothing on it.", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_report() => Golden.Holds("import-onet.txt", page => VersionsText.Import(page, Imported(), active: true));

    [Theory]
    [InlineData(true, "  accepted: It has 1 roles.")]
    [InlineData(false, "  error: It has 1 roles.")]
    public void What_stopped_a_draft_was_accepted_of_an_active_version(bool active, string expected)
    {
        var response = Imported();
        response.Report.Findings[0] = new Finding
        {
            Severity = Finding.Types.Severity.Error,
            Code = "FEWER_ROLES",
            Message = "It has 1 roles.",
        };
        var page = new Page();
        VersionsText.Import(page, response, active);
        Assert.Contains(expected, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Similar_roles() =>
        Golden.Holds(
            "similar.txt",
            page =>
                ListsText.Similar(
                    page,
                    new SimilarRolesResponse
                    {
                        Versions = Answers.Versions(),
                        Roles =
                        {
                            new SimilarRole
                            {
                                Title = "MLOps Engineer",
                                Similarity = 0.81,
                                SharedSkills = { "Python", "Docker" },
                            },
                            new SimilarRole
                            {
                                Title = "Data Scientist",
                                Similarity = 0.744,
                                SharedSkills = { "Python" },
                            },
                        },
                    },
                    "Machine Learning Engineer"
                )
        );

    [Theory]
    [InlineData(184_499, "USD", "$184k")]
    [InlineData(184_500, "USD", "$185k")]
    [InlineData(9_999, "EUR", "€9,999")]
    [InlineData(1_250_000, "CHF", "CHF 1.25M")]
    public void Money_is_short(long units, string currency, string expected) =>
        Assert.Equal(expected, MoneyText.Brief(new Money { Units = units, CurrencyCode = currency }));

    [Fact]
    public void Money_keeps_cents_where_they_matter() =>
        Assert.Equal(
            "$54.20",
            MoneyText.Brief(
                new Money
                {
                    Units = 54,
                    Nanos = 200_000_000,
                    CurrencyCode = "USD",
                }
            )
        );

    [Theory]
    [InlineData(1, "× 1.00")]
    [InlineData(1.412, "× 1.41")]
    [InlineData(0.08333, "× 0.0833")]
    [InlineData(1.0 / 2080, "× 0.000481")]
    [InlineData(148.2, "× 148")]
    public void A_factor_has_three_significant_digits(double factor, string expected) =>
        Assert.Equal(expected, MoneyText.Times(factor));

    [Fact]
    public void Before_a_rate_is_reached_amounts_have_no_currency_and_pay_of_an_hour_has_its_cents()
    {
        var answer = Estimated();
        var estimate = answer.Result.Estimate;
        estimate.Period = PayPeriod.Hour;
        estimate.Factors.Add(
            new PayFactor
            {
                Kind = "currency",
                Label = "EUR for one US dollar, 2026-11-01",
                Value = 0.92,
            }
        );
        estimate.Percentiles = new Percentiles
        {
            P10 = Euros(12),
            P25 = Euros(14),
            P50 = Euros(15),
            P75 = Euros(16),
            P90 = Euros(18),
        };
        var page = new Page();
        SalaryText.Render(page, answer, "Cook", "", []);
        var text = page.ToString();
        Assert.Contains("Made of        112,590  baseline", text, StringComparison.Ordinal);
        Assert.Contains("× 0.920  currency", text, StringComparison.Ordinal);
        Assert.Contains("= €15.50  median", text, StringComparison.Ordinal);
        Assert.Contains("earn €12.50 to €18.50; half of them above €15.50", text, StringComparison.Ordinal);

        Money Euros(long units) =>
            new()
            {
                CurrencyCode = "EUR",
                Units = units,
                Nanos = 500_000_000,
            };
    }

    [Fact]
    public void A_difference_of_less_than_one_is_less_or_more_too()
    {
        var answer = PayAnswers.Compared();
        answer.Difference = new Money { CurrencyCode = "USD", Nanos = -250_000_000 };
        var page = new Page();
        PayCompareText.Render(page, answer, "Cook", "Cook");
        Assert.Contains("the second pays $0.25 less", page.ToString(), StringComparison.Ordinal);
    }

    private static EstimateSalaryResponse Estimated() =>
        new()
        {
            Result = new SalaryResult { Estimate = Answers.Estimate(139_200, 184_000, 240_900) },
            SalaryModel = "salaryModels/2026.11",
        };

    private static ImportVersionResponse Imported() =>
        new()
        {
            Version = new CatalogVersion
            {
                Name = "catalogs/onet/versions/29.3",
                RoleCount = 1016,
                SkillCount = 9000,
                Source = "O*NET 29.3 (db_29_3_text.zip)",
                Attributions =
                {
                    "This includes information from the O*NET 29.3 Database by the "
                        + "U.S. Department of Labor, used under the CC BY 4.0 license.",
                },
            },
            Report = new ValidationReport
            {
                Counters =
                {
                    new Counter { Title = "skill ratings", Value = 61_530 },
                    new Counter { Title = "suppressed ratings kept out", Value = 12 },
                },
                Findings =
                {
                    new Finding
                    {
                        Severity = Finding.Types.Severity.Warning,
                        Code = "TABLE_MISSING",
                        Message = "is not in the archive; abilities are left out",
                        File = "Abilities.txt",
                    },
                },
                WarningCount = 1,
            },
        };
}
