using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Estimation;

public sealed class EstimatorTests
{
    [Fact]
    public void A_machine_learning_engineer_is_paid_plausibly()
    {
        var country = Given.Estimate(Given.MlEngineer()).Percentiles;
        var city = Given.Estimate(Given.MlEngineer(location: "San Francisco, CA")).Percentiles;
        Assert.InRange(country.P50.Units, 165_000, 200_000);
        Assert.InRange(city.P50.Units, 205_000, 240_000);
        Assert.InRange(city.P10.Units, 120_000, 160_000);
        Assert.InRange(city.P90.Units, 320_000, 400_000);
    }

    [Fact]
    public void The_factors_tell_what_they_stand_for_and_multiply_to_the_median()
    {
        var estimate = Given.Tables.Estimate(Given.MlEngineer(Seniority.Senior, "NYC")).Estimate;
        Assert.Equal(["baseline", "role", "seniority", "place", "wage growth"], estimate.Factors.Select(f => f.Kind));
        Assert.Equal("Data Scientists, US median 2024", estimate.Factors[0].Label);
        Assert.Equal(112_590, estimate.Factors[0].Value);
        Assert.Equal(estimate.Percentiles.P50.Units, (long)Math.Round(estimate.Factors.Aggregate(1.0, (p, f) => p * f.Value)));
        Assert.All(estimate.Factors, f => Assert.NotEmpty(f.Source));
    }

    [Fact]
    public void A_month_is_a_twelfth_and_an_hour_one_of_2080()
    {
        var query = Given.Query("15-1252");
        var year = Given.Estimate(query).Percentiles.P50.Units;
        query.Period = PayPeriod.Month;
        Assert.Equal(year / 12.0, Given.Estimate(query).Percentiles.P50.Units, 1.0);
        query.Period = PayPeriod.Hour;
        Assert.Equal(year / 2080.0, Given.Estimate(query).Percentiles.P50.Units, 1.0);
    }

    [Fact]
    public void Total_pay_is_told_where_it_is_published_and_nowhere_else()
    {
        var query = Given.MlEngineer();
        var basePay = Given.Estimate(query).Percentiles.P50.Units;
        query.PayComponent = PayComponent.Total;
        var total = Given.Estimate(query);
        Assert.Equal(202_331.0 / 157_969, total.Percentiles.P50.Units / (double)basePay, 0.001);
        Assert.Equal(PayComponent.Total, total.PayComponent);

        var developer = Given.Query("15-1252");
        developer.PayComponent = PayComponent.Total;
        Assert.Equal(Reason.UnknownPayComponent, Given.NoEstimate(developer).Reason);
    }

    [Fact]
    public void Another_currency_is_not_guessed()
    {
        var query = Given.Query("15-1252");
        query.Currency = "USX";
        var none = Given.NoEstimate(query);
        Assert.Equal(Reason.UnknownCurrency, none.Reason);
        Assert.Contains("USD", none.Known);
    }

    [Fact]
    public void The_whole_country_and_all_seniorities_of_an_occupation_are_the_table_itself()
    {
        var estimate = Given.Estimate(Given.Query("15-2051"));
        Assert.Equal(["baseline", "wage growth"], estimate.Factors.Select(f => f.Kind));
        Assert.Equal(Confidence.High, estimate.Confidence);
        Assert.Equal(63_650.0 / 112_590, estimate.Percentiles.P10.Units / (double)estimate.Percentiles.P50.Units, 0.001);
        Assert.Equal(233_440, estimate.Observations);
        Assert.Equal("", estimate.Place);
    }

    [Fact]
    public void Knowing_seniority_and_metro_narrows_the_range()
    {
        Assert.True(Width(Given.MlEngineer(location: "Austin, TX")) < Width(Given.MlEngineer()));
        Assert.True(Width(Given.Query("15-1252", Seniority.Mid)) < Width(Given.Query("15-1252")));
    }

    [Fact]
    public void Coverage_that_was_not_measured_is_absent_and_said_so()
    {
        var estimate = Given.Estimate(Given.Query("15-1252"));
        Assert.Equal(0.8, estimate.NominalCoverage);
        Assert.False(estimate.HasMeasuredCoverage);
        Assert.Contains("not measured", estimate.ConfidenceReason, StringComparison.Ordinal);
    }

    private static double Width(SalaryQuery query)
    {
        var p = Given.Estimate(query).Percentiles;
        return p.P90.Units / (double)p.P10.Units;
    }
}
