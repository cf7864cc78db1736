using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using FsCheck.Xunit;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Estimation;

/// <summary>Roles that the survey has people of.</summary>
public sealed class SurveyEstimateTests
{
    private static readonly SurveyPay Survey = Given.Model.Survey!;

    [Fact]
    public void A_role_with_observations_is_answered_by_them_and_says_so()
    {
        var estimate = Given.Estimate(Given.MlEngineer(Seniority.Senior));
        Assert.Equal(["baseline", "role", "seniority", "country", "year", "wage growth"], estimate.Factors.Select(f => f.Kind));
        Assert.Equal(["ai-jobs.net salary survey, full time, distinct rows, 2020-2024 (CC0)"], estimate.Sources);
        Assert.Equal(Confidence.High, estimate.Confidence);
        Assert.Equal(0.8, estimate.MeasuredCoverage, 0.005);
        Assert.InRange(estimate.Observations, 500, 2_000);
        Assert.Contains("among jobs in data, AI and software", estimate.ConfidenceReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metro_multiplies_the_countrys_figure_and_its_coverage_is_not_called_measured()
    {
        var (country, city) = (
            Given.Estimate(Given.MlEngineer(Seniority.Senior)),
            Given.Estimate(Given.MlEngineer(Seniority.Senior, "San Francisco, CA"))
        );
        var place = city.Factors.Single(f => f.Kind == "place").Value;
        Assert.Equal(place, city.Percentiles.P50.Units / (double)country.Percentiles.P50.Units, 1e-4);
        Assert.False(city.HasMeasuredCoverage);
        Assert.Contains("measured for the whole country", city.ConfidenceReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sr. Machine Learning Engineer")]
    [InlineData("Machine Learning Engineer, senior")]
    [InlineData("machine-learning-engineer")]
    [InlineData("ML Engineer")]
    public void A_title_is_read_without_the_words_of_its_seniority_and_by_its_other_names(string title)
    {
        var query = Given.Query("15-2051", Seniority.Senior);
        query.Role.Title = title;
        Assert.Equal(Given.Estimate(Given.MlEngineer(Seniority.Senior)).Percentiles, Given.Estimate(query).Percentiles);
    }

    [Theory]
    [InlineData("Architect", "17-1011")] // of buildings
    [InlineData("Consultant", "13-1111")]
    public void A_title_that_means_other_work_elsewhere_keeps_to_its_wage_table(string title, string soc)
    {
        var query = Given.Query(soc, Seniority.Senior);
        query.Role.Title = title;
        Assert.StartsWith("BLS OEWS", Given.Estimate(query).Sources[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_with_enough_people_is_answered_in_its_currency_and_one_without_is_not()
    {
        var query = Given.MlEngineer(Seniority.Senior, "Germany");
        var estimate = Given.Estimate(query);
        Assert.Equal(("DE", "", "EUR"), (estimate.Country, estimate.Place, estimate.Percentiles.P50.CurrencyCode));
        Assert.Contains(estimate.Sources, s => s.StartsWith("ECB statistics", StringComparison.Ordinal));
        Assert.False(estimate.HasMeasuredCoverage);

        query.Currency = "ARS";
        Assert.Equal(Reason.UnknownCurrency, Given.NoEstimate(query).Reason);
        Assert.Equal(Reason.UnknownPlace, Given.NoEstimate(Given.MlEngineer(location: "Portugal")).Reason);
        Assert.Equal(Reason.UnknownPlace, Given.NoEstimate(Given.Query("29-1141", location: "Germany")).Reason);
        Assert.Contains("Germany", Given.NoEstimate(Given.MlEngineer(location: "Grmany")).Known);
        Assert.Equal("California", Given.Estimate(Given.MlEngineer(location: "CA")).Place);
    }

    [Fact]
    public void The_digest_speaks_of_the_tables_and_of_the_survey()
    {
        Assert.NotEqual(ModelFile.Digest(DefaultModel.TablesFile()), LoadedModel.Default().Digest);
        var read = LoadedModel.Of(DefaultModel.File());
        Assert.Equal(LoadedModel.Default().Digest, read.Digest);
        var query = Given.MlEngineer(Seniority.Lead, "Austin, TX");
        Assert.Equal(Given.Estimator.Estimate(query), read.Estimator.Estimate(query));
    }

    [Property(MaxTest = 500)]
    public void Percentiles_never_cross_and_the_factors_multiply_to_the_median(int title, int place, byte seniority, byte period)
    {
        var query = Query(title, place);
        query.Seniority = (Seniority)(seniority % 8);
        query.Period = (PayPeriod)(period % 4);
        var estimate = Given.Estimate(query);
        var p = estimate.Percentiles;
        double[] rising = [1, p.P10.Value(), p.P25.Value(), p.P50.Value(), p.P75.Value(), p.P90.Value()];
        Assert.Equal(rising.Order(), rising);
        var product = estimate.Factors.Aggregate(1.0, (all, f) => all * f.Value);
        Assert.Equal(Amounts.Of(p.P50.CurrencyCode, estimate.Period, product), p.P50);
    }

    [Fact]
    public void A_model_trained_on_other_jobs_speaks_of_those()
    {
        var pay = Given.Model.Parameters.Pay!;
        var model = SalaryModelData.Compile(Given.Model.Parameters with { Pay = pay with { Subject = "jobs of our own" } });
        SalaryResult Ask(string title, string place) =>
            new Estimator(model).Estimate(
                new SalaryQuery
                {
                    Role = new RoleReference { Title = title },
                    Location = place,
                }
            );

        Assert.Contains("among jobs of our own", Ask("Data Scientist", "").Estimate.ConfidenceReason, StringComparison.Ordinal);
        Assert.EndsWith(
            "only jobs of our own are known there",
            Ask("Registered Nurse", "Canada").InsufficientEvidence.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "for jobs of our own also",
            Ask("Data Scientist", "Nowhere at all").InsufficientEvidence.Message,
            StringComparison.Ordinal
        );
    }

    [Property(MaxTest = 200)]
    public void A_higher_seniority_never_lowers_the_median(int title, int place)
    {
        var medians = Enumerable
            .Range(1, 7)
            .Select(seniority =>
            {
                var query = Query(title, place);
                query.Seniority = (Seniority)seniority;
                return Given.Estimate(query).Percentiles.P50.Units;
            })
            .ToArray();
        Assert.Equal(medians.Order(), medians);
    }

    private static SalaryQuery Query(int title, int place)
    {
        var titles = Survey.Model.Facets.Values[(int)PayFacet.Title];
        string[] places = ["", "San Francisco, CA", "Texas", .. Survey.Countries.Select(c => c.Name)];
        return new SalaryQuery
        {
            Role = new RoleReference { Title = titles[(int)((uint)title % titles.Length)], SocCodes = { "15-1252" } },
            Location = places[(int)((uint)place % places.Length)],
        };
    }
}
