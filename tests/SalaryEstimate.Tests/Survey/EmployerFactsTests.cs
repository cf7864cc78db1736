using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using FsCheck.Xunit;

namespace CareerRecs.Salary.Tests.Survey;

/// <summary>Company size, remote share and employer in a question.</summary>
public sealed class EmployerFactsTests
{
    [Fact]
    public void The_survey_answers_with_a_factor_for_each_that_it_knows()
    {
        var query = Given.MlEngineer(Seniority.Senior);
        query.CompanySize = 20;
        query.RemoteShare = 1;
        query.Employer = "Acme";
        var estimate = Given.Estimate(query);
        Assert.Equal(
            ["under 50 people", "remote"],
            estimate.Factors.Where(f => f.Kind is "company size" or "remote" or "employer").Select(f => f.Label)
        );
        Assert.Contains("Not used: employer", estimate.ConfidenceReason, StringComparison.Ordinal);
        Assert.NotEqual(Given.Estimate(Given.MlEngineer(Seniority.Senior)).Percentiles.P50, estimate.Percentiles.P50);
    }

    [Property]
    public bool Factors_still_multiply_to_the_median(int size, double share, byte level, bool metro)
    {
        var query = Given.MlEngineer((Seniority)(level % 8), metro ? "Denver, CO" : "");
        query.CompanySize = Math.Abs(size % 1_000);
        if (double.IsFinite(share))
        {
            query.RemoteShare = Math.Abs(share % 1);
        }
        var estimate = Given.Estimate(query);
        return Math.Round(estimate.Factors.Aggregate(1.0, (product, f) => product * f.Value), MidpointRounding.AwayFromZero)
            == estimate.Percentiles.P50.Units;
    }

    [Fact]
    public void Without_them_an_answer_says_nothing_of_them()
    {
        var estimate = Given.Estimate(Given.MlEngineer());
        Assert.DoesNotContain(estimate.Factors, f => f.Kind is "company size" or "remote" or "employer");
        Assert.DoesNotContain("Not used", estimate.ConfidenceReason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wage_table_ignores_them_and_says_so()
    {
        var plain = Given.Query("29-1141", Seniority.Senior);
        var asked = plain.Clone();
        asked.CompanySize = 5_000;
        asked.RemoteShare = 0;
        var (one, other) = (Given.Estimate(plain), Given.Estimate(asked));
        Assert.Equal(one.Percentiles, other.Percentiles);
        Assert.EndsWith(
            "Not used: company size, remote; the wage table does not tell what they do to pay.",
            other.ConfidenceReason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_employer_that_a_model_was_trained_on_is_a_factor()
    {
        var rows = MadeUpPay
            .Rows(2_000, 5)
            .Select(
                (row, i) =>
                    i % 4 == 0
                        ? new PayRow(row.Facts with { Employer = "acme" }, row.Amount * 1.3)
                        : row with
                        {
                            Facts = row.Facts with { Employer = "other" },
                        }
            )
            .ToArray();
        var data = MadeUpPay.Data(PayTrainer.Fit(rows, FewRule.SpecOf(rows), TestContext.Current.CancellationToken), rows);
        var query = new SalaryQuery
        {
            Role = new RoleReference { Title = "Data Scientist" },
            Seniority = Seniority.Senior,
            Employer = " ACME",
        };
        var factor = Assert.Single(new Estimator(data).Estimate(query).Estimate.Factors, f => f.Kind == "employer");
        Assert.Equal("ACME", factor.Label);
        Assert.InRange(factor.Value, 1.1, 1.35);
    }
}
