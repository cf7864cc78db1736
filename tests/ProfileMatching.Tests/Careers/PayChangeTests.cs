using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Careers;
using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.ProfileMatching.Tests.Careers;

public sealed class PayChangeTests
{
    [Fact]
    public void The_change_is_of_the_medians_to_the_cent()
    {
        var change = PathPay.Change(Estimate("USD", 80_000.10m), Estimate("USD", 92_000.30m))!;

        Assert.Equal((12_000.20m, "USD", 0.15), (change.Difference.DecimalValue, change.Difference.CurrencyCode, change.Share));
    }

    [Fact]
    public void Two_currencies_or_an_unknown_pay_make_no_change()
    {
        Assert.Null(PathPay.Change(Estimate("USD", 1), Estimate("EUR", 2)));
        Assert.Null(PathPay.Change(null, Estimate("EUR", 2)));
        Assert.Null(PathPay.Change(Estimate("USD", 0), Estimate("USD", 2)));
    }

    [Fact]
    public void A_survey_and_a_wage_table_make_no_change()
    {
        Assert.Null(PathPay.Change(Estimate("USD", 1, "a survey"), Estimate("USD", 2, "a wage table", "a survey")));
        Assert.NotNull(PathPay.Change(Estimate("USD", 1, "a wage table"), Estimate("USD", 2, "a wage table", "a survey")));
    }

    private static SalaryEstimate Estimate(string currency, decimal median, params string[] sources) =>
        new()
        {
            Sources = { sources },
            Percentiles = new Percentiles
            {
                P50 = new Money { CurrencyCode = currency, DecimalValue = median },
            },
        };
}
