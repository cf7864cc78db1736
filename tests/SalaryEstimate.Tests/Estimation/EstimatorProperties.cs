using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using FsCheck.Xunit;

namespace CareerRecs.Salary.Tests.Estimation;

public sealed class EstimatorProperties
{
    [Property(MaxTest = 500)]
    public void Percentiles_never_cross(int occupation, int place, byte seniority, byte period)
    {
        var query = Query(occupation, place);
        query.Seniority = (Seniority)(seniority % 8);
        query.Period = (PayPeriod)(period % 4);
        var p = Given.Estimate(query).Percentiles;
        long[] rising = [1, p.P10.Units, p.P25.Units, p.P50.Units, p.P75.Units, p.P90.Units];
        Assert.Equal(rising.Order(), rising);
    }

    [Property(MaxTest = 500)]
    public void The_factors_multiply_to_the_median(int occupation, int place, byte seniority, byte period)
    {
        var query = Query(occupation, place);
        query.Seniority = (Seniority)(seniority % 8);
        query.Period = (PayPeriod)(period % 4);
        var estimate = Given.Estimate(query);
        var product = estimate.Factors.Aggregate(1.0, (p, f) => p * f.Value);
        Assert.Equal(Amounts.Of("USD", estimate.Period, product), estimate.Percentiles.P50);
    }

    [Property(MaxTest = 500)]
    public void More_experience_never_lowers_the_median(int occupation, int place, byte years, byte more)
    {
        var query = Query(occupation, place);
        query.YearsExperience = years % 71;
        var less = Given.Estimate(query).Percentiles.P50.Units;
        query.YearsExperience = Math.Min(70, query.YearsExperience + more);
        Assert.True(Given.Estimate(query).Percentiles.P50.Units >= less);
    }

    [Property(MaxTest = 200)]
    public void A_higher_seniority_never_lowers_the_median(int occupation, int place)
    {
        var medians = Enumerable
            .Range(1, 7)
            .Select(seniority =>
            {
                var query = Query(occupation, place);
                query.Seniority = (Seniority)seniority;
                return Given.Estimate(query).Percentiles.P50.Units;
            })
            .ToArray();
        Assert.Equal(medians.Order(), medians);
    }

    [Property(MaxTest = 300)]
    public void Any_text_is_answered(string? title, string? location, string? code)
    {
        var query = new SalaryQuery
        {
            Role = new RoleReference { Title = title ?? "", SocCodes = { code ?? "" } },
            Location = location ?? "",
        };
        Assert.NotEqual(SalaryResult.OutcomeOneofCase.None, Given.Estimator.Estimate(query).OutcomeCase);
        query.Role.SocCodes.Clear();
        Assert.NotEqual(SalaryResult.OutcomeOneofCase.None, Given.Estimator.Estimate(query).OutcomeCase);
    }

    private static SalaryQuery Query(int occupation, int place)
    {
        var occupations = Given.Model.Occupations.All;
        var metros = Given.Model.Places.Metros;
        var query = Given.Query(occupations[(int)((uint)occupation % occupations.Length)].Wages.Soc);
        if (place % 3 != 0)
        {
            query.Location = metros[(int)((uint)place % metros.Length)].Name;
        }
        return query;
    }
}
