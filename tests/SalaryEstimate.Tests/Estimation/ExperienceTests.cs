using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Tests.Estimation;

/// <summary>Experience is a percentile of the occupation's own wages.</summary>
public sealed class ExperienceTests
{
    private const string Accountant = "13-2011";

    [Fact]
    public void Years_are_a_percentile_of_what_the_occupation_earns()
    {
        var factor = Experience(Accountant, 6);
        Assert.Equal("experience", factor.Kind);
        Assert.Matches(
            @"^6 years, about the 6\dth percentile of what Accountants and Auditors earn \(BLS OEWS May 2024\)$",
            Normal(factor.Label)
        );
        Assert.DoesNotContain("ML engineer", factor.Source, StringComparison.Ordinal);
        Assert.StartsWith("no experience yet, ", Experience(Accountant, 0).Label, StringComparison.Ordinal);
        Assert.StartsWith("1 year, ", Experience(Accountant, 1).Label, StringComparison.Ordinal);

        static string Normal(string label) =>
            label
                .Replace("1st", "1th", StringComparison.Ordinal)
                .Replace("2nd", "2th", StringComparison.Ordinal)
                .Replace("3rd", "3th", StringComparison.Ordinal);
    }

    [Fact]
    public void Few_years_are_below_the_median_and_many_above_but_inside_the_distribution()
    {
        var curve = Given.Model.Occupations.Own(Accountant)!.Curve;
        Assert.InRange(Experience(Accountant, 0).Value, curve.P25 / curve.P50, 0.95);
        Assert.InRange(Experience(Accountant, 3).Value, 0.97, 1.06);
        Assert.InRange(Experience(Accountant, 20).Value, curve.P75 / curve.P50, curve.P90 / curve.P50);
    }

    [Fact]
    public void Where_pay_differs_little_experience_moves_it_little()
    {
        var lawyers = Experience("23-1011", 20).Value / Experience("23-1011", 0).Value;
        var cashiers = Experience("41-2011", 20).Value / Experience("41-2011", 0).Value;
        Assert.True(cashiers < 1.35);
        Assert.True(lawyers > 1.7);
    }

    [Fact]
    public void Half_a_year_more_moves_pay_a_little_and_never_in_a_jump()
    {
        for (var years = 0.0; years < 40; years += 0.5)
        {
            var step = Experience(Accountant, years + 0.5).Value / Experience(Accountant, years).Value;
            Assert.InRange(step, 1.0, 1.04);
        }
    }

    [Fact]
    public void The_median_of_managers_is_that_of_long_experience() =>
        Assert.InRange(Experience("11-3031", 10).Value, 0.93, 1.07);

    [Fact]
    public void A_stated_level_is_a_percentile_too()
    {
        var senior = Given.Estimate(Given.Query(Accountant, Seniority.Senior)).Factors.Single(f => f.Kind == "seniority");
        Assert.StartsWith(
            "senior, about the 66th percentile of what Accountants and Auditors earn",
            senior.Label,
            StringComparison.Ordinal
        );
        Assert.Equal(
            1,
            Given.Estimate(Given.Query(Accountant, Seniority.Mid)).Factors.Single(f => f.Kind == "seniority").Value,
            9
        );
    }

    [Fact]
    public void Roles_with_published_pay_of_their_levels_keep_it()
    {
        var query = Given.MlEngineer(Seniority.Senior);
        var factor = Given.Tables.Estimate(query).Estimate.Factors.Single(f => f.Kind == "seniority");
        Assert.Equal("senior", factor.Label);
        Assert.Contains("ML engineers", factor.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_an_occupation_title_state_no_level()
    {
        var query = Given.Query("35-1011");
        query.Role.Title = "Chefs and Head Cooks";
        query.YearsExperience = 5;
        Assert.Equal(Confidence.Medium, Given.Estimate(query).Confidence);
        Assert.Contains(Given.Estimate(query).Factors, f => f.Kind == "experience");
    }

    [Fact]
    public void A_model_from_before_has_the_factors_of_computing_jobs()
    {
        var before = new Estimator(SalaryModelData.Compile(Given.Model.Parameters with { Experience = null, Pay = null }));
        var query = Given.Query(Accountant);
        query.YearsExperience = 6;
        Assert.Equal("senior", before.Estimate(query).Estimate.Factors.Single(f => f.Kind == "seniority").Label);
    }

    [Theory]
    [InlineData(new[] { 0.0, 1 }, 1, 8)] // too few levels
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 1, 0 }, 1, 8)] // falling
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0 }, -1, 8)]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0 }, 1, 0)]
    public void A_curve_that_is_none_is_refused(double[] levels, double rise, double pace)
    {
        var note = new ExperienceNote
        {
            Levels = [.. levels],
            Rise = rise,
            Pace = pace,
        };
        Assert.Throws<FormatException>(() =>
            SalaryModelData.Compile(Given.Model.Parameters with { Experience = note, Pay = null })
        );
    }

    [Fact]
    public void Figures_of_twelve_trades_are_plausible()
    {
        foreach (var (trade, soc, beginner, veteran) in Trades)
        {
            int[] years = [0, 2, 5, 10, 20];
            var medians = years.Select(y => Estimate(soc, y).Percentiles.P50.Units).ToArray();
            TestContext.Current.TestOutputHelper?.WriteLine($"{trade, -22}{string.Join(' ', medians.Select(m => $"{m, 9:N0}"))}");
            Assert.InRange(medians[0], beginner * 85 / 100, beginner * 115 / 100);
            Assert.InRange(medians[^1], veteran * 85 / 100, veteran * 115 / 100);
        }
    }

    private static (string Trade, string Soc, long Beginner, long Veteran)[] Trades { get; } =
    [
        ("registered nurse", "29-1141", 92_000, 127_000),
        ("electrician", "47-2111", 59_000, 98_000),
        ("accountant", "13-2011", 78_000, 128_000),
        ("retail salesperson", "41-2031", 34_000, 45_000),
        ("chef", "35-1011", 58_000, 90_000),
        ("truck driver", "53-3032", 56_000, 76_000),
        ("teacher", "25-2031", 66_000, 98_000),
        ("lawyer", "23-1011", 129_000, 270_000),
        ("cleaner", "37-2011", 36_000, 48_000),
        ("dental hygienist", "29-1292", 93_000, 118_000),
        ("police officer", "33-3051", 72_000, 112_000),
        ("software developer", "15-1252", 126_000, 200_000),
    ];

    private static PayFactor Experience(string soc, double years) =>
        Estimate(soc, years).Factors.Single(f => f.Kind == "experience");

    private static SalaryEstimate Estimate(string soc, double years)
    {
        var query = Given.Query(soc);
        query.YearsExperience = years;
        return Given.Estimate(query);
    }
}
