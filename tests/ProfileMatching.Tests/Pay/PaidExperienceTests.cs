using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Tests.Pay;

public sealed class PaidExperienceTests
{
    [Fact]
    public void Years_go_where_the_level_was_only_concluded_from_them()
    {
        var query = Ask(new Role { Title = "Cook" }, Known(Seniority.Senior, SeniorityBasis.Years, 12));

        Assert.Equal(12, query.YearsExperience);
        Assert.Equal(Seniority.Unspecified, query.Seniority);
    }

    [Theory]
    [InlineData(SeniorityBasis.Stated)]
    [InlineData(SeniorityBasis.Titles)]
    public void A_level_that_was_stated_or_is_in_a_title_goes_before_years(SeniorityBasis basis)
    {
        var query = Ask(new Role { Title = "Cook" }, Known(Seniority.Lead, basis, 3));

        Assert.False(query.HasYearsExperience);
        Assert.Equal(Seniority.Lead, query.Seniority);
    }

    [Fact]
    public void The_level_of_the_role_goes_before_all_that_is_known_of_the_person()
    {
        var query = Ask(
            new Role { Title = "Senior Cook", Seniority = Seniority.Senior },
            Known(Seniority.Junior, SeniorityBasis.Years, 1)
        );

        Assert.False(query.HasYearsExperience);
        Assert.Equal(Seniority.Senior, query.Seniority);
    }

    [Fact]
    public void Years_are_sent_within_what_the_salary_service_takes() =>
        Assert.Equal(70, Ask(new Role { Title = "Cook" }, Known(Seniority.Senior, SeniorityBasis.Years, 90)).YearsExperience);

    private static PersonEvidence Known(Seniority seniority, SeniorityBasis basis, double years) =>
        new()
        {
            Skills = [],
            Roles = [],
            Terms = new Dictionary<string, int>(),
            Seniority = seniority,
            SeniorityBasis = basis,
            Years = years,
        };

    private static Salary.V1.SalaryQuery Ask(Role role, PersonEvidence person) =>
        PayLookup.Query(
            role,
            new PayQuestion(new PayTerms("", "", "", PaidExperience.FromPerson(person)), "catalogs/made-up/versions/1", "d")
        );
}
