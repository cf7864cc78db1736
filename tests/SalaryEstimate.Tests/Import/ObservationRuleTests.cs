using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Import;
using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.Salary.Tests.Import;

public sealed class ObservationRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(PayPeriod.Unspecified, 120_000, 120_000)]
    [InlineData(PayPeriod.Year, 120_000, 120_000)]
    [InlineData(PayPeriod.Month, 10_000, 120_000)]
    [InlineData(PayPeriod.Hour, 50, 104_000)]
    public void Pay_is_brought_to_a_year(PayPeriod period, long amount, long yearly)
    {
        var row = Row(amount, period);
        Assert.Null(ObservationRule.Normalize(row, Today, out var normalized));
        Assert.Equal(yearly, normalized.Amount.Units);
        Assert.Equal(PayPeriod.Year, normalized.Period);
        Assert.Equal("USD", normalized.Amount.CurrencyCode);
        Assert.Equal(PayComponent.Base, normalized.PayComponent);
        Assert.Equal(amount, row.Amount.Units); // what came is left alone
    }

    [Theory]
    [InlineData(0, PayPeriod.Year)]
    [InlineData(-50_000, PayPeriod.Year)]
    [InlineData(100, PayPeriod.Year)]
    [InlineData(50_000_000, PayPeriod.Year)]
    [InlineData(long.MaxValue, PayPeriod.Hour)]
    [InlineData(50_000, (PayPeriod)9)]
    public void Impossible_pay_is_set_aside(long amount, PayPeriod period) =>
        Assert.NotNull(ObservationRule.Normalize(Row(amount, period), Today, out _));

    [Theory]
    [InlineData(2027, 0, 0)]
    [InlineData(2026, 12, 0)]
    [InlineData(2026, 11, 24)]
    [InlineData(2025, 2, 30)]
    [InlineData(2025, 13, 1)]
    [InlineData(1900, 1, 1)]
    [InlineData(-1, 0, 0)]
    public void Impossible_dates_are_set_aside(int year, int month, int day)
    {
        var row = Row(50_000, PayPeriod.Year);
        row.Observed = new Date
        {
            Year = year,
            Month = month,
            Day = day,
        };
        Assert.NotNull(ObservationRule.Normalize(row, Today, out _));
    }

    [Fact]
    public void A_currency_that_is_none_is_set_aside()
    {
        var row = Row(50_000, PayPeriod.Year);
        row.Amount.CurrencyCode = "$";
        Assert.Contains("ISO 4217", ObservationRule.Normalize(row, Today, out _), StringComparison.Ordinal);
    }

    private static PayObservation Row(long amount, PayPeriod period) =>
        new()
        {
            Id = "1",
            Title = "Data Scientist",
            Amount = new Money { CurrencyCode = "usd", Units = amount },
            Period = period,
        };
}
