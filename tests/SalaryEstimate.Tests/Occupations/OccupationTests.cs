using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Occupations;

public sealed class OccupationTests
{
    [Theory]
    [InlineData("15-2051", "15-2051", Confidence.High)]
    [InlineData("15-2051.01", "15-2051", Confidence.High)] // an O*NET code
    [InlineData("15-2059", "15-2050", Confidence.Low)] // its broad group
    [InlineData("15-2999", "15-2000", Confidence.Low)] // its minor group
    [InlineData("15-1289", "15-1200", Confidence.Low)] // a minor group that BLS numbers by hundreds
    public void A_code_finds_its_occupation_or_the_nearest_group(string code, string found, Confidence confidence)
    {
        Assert.Equal(found, Given.Model.Occupations.Find([code])?.Occupation.Wages.Soc);
        Assert.Equal(confidence, Given.Estimate(Given.Query(code)).Confidence);
    }

    [Fact]
    public void A_code_with_wages_of_its_own_goes_before_the_group_of_a_better_code()
    {
        var match = Given.Model.Occupations.Find(["15-2059", "15-1252"]);
        Assert.Equal("15-1252", match?.Occupation.Wages.Soc);
    }

    [Fact]
    public void A_group_that_stands_in_is_named()
    {
        var reason = Given.Estimate(Given.Query("15-2059")).ConfidenceReason;
        Assert.Contains("15-2059", reason, StringComparison.Ordinal);
        Assert.Contains("broad group 15-2050", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Scientists", "15-2051")]
    [InlineData("Sr. Data Scientist", "15-2051")]
    [InlineData("data engineer", "15-1243")]
    [InlineData("Lead Software Engineer", "15-1252")]
    [InlineData("ML Engineer", "15-2051")]
    [InlineData("Chief Executives", "11-1011")]
    public void A_title_is_read_where_there_are_no_codes(string title, string soc) =>
        Assert.Equal(soc, Given.Model.Titles.Occupation(title)?.Occupation.Wages.Soc);

    [Fact]
    public void What_is_no_known_title_gives_no_estimate()
    {
        var none = Given.NoEstimate(new SalaryQuery { Role = new RoleReference { Title = "Wizard of Light Bulb Moments" } });
        Assert.Equal(Reason.UnknownRole, none.Reason);
        Assert.Contains("Wizard", none.Message, StringComparison.Ordinal);
        Assert.Equal(Reason.UnknownRole, Given.NoEstimate(Given.Query("99-9999")).Reason);
        Assert.Equal(Reason.UnknownRole, Given.NoEstimate(Given.Query("x")).Reason);
    }

    [Fact]
    public void Seniority_is_the_one_asked_for_else_of_the_role_else_of_the_title_else_of_the_years()
    {
        var query = new SalaryQuery { Role = new RoleReference { Title = "Data Scientist" } };
        Assert.DoesNotContain(Given.Estimate(query).Factors, f => f.Kind == "seniority");
        query.YearsExperience = 1;
        Assert.Equal("junior", Said(query));
        query.Role.Title = "Senior Data Scientist";
        Assert.Equal("senior", Said(query));
        query.Role.Seniority = Seniority.Lead;
        Assert.Equal("lead", Said(query));
        query.Seniority = Seniority.Principal;
        Assert.Equal("principal", Said(query));
    }

    [Fact]
    public void Wages_of_managers_are_those_of_leads()
    {
        var factors = Given.Model.Occupations.Own("11-3021")!.SeniorityFactors;
        Assert.Equal(1, factors[(int)Seniority.Lead]);
        Assert.True(factors[(int)Seniority.Mid] < 1);
    }

    [Fact]
    public void Pay_above_the_top_code_is_low_confidence()
    {
        var estimate = Given.Estimate(Given.Query("29-1212")); // cardiologists: p50 and above are "#"
        Assert.Equal(Confidence.Low, estimate.Confidence);
        Assert.True(estimate.Percentiles.P50.Units > 239_200);
        Assert.Contains("lower bound", estimate.ConfidenceReason, StringComparison.Ordinal);
    }

    private static string Said(SalaryQuery query) => Given.Estimate(query).Factors.Single(f => f.Kind == "seniority").Label;
}
