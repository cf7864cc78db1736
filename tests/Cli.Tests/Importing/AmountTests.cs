using CareerRecs.Cli.Importing;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Tests.Importing;

/// <summary>Amounts as tables of many countries have them.</summary>
public sealed class AmountTests
{
    [Theory]
    [InlineData("45.000")]
    [InlineData("1.250.000")]
    [InlineData("45,000")]
    [InlineData("45.000,00")]
    [InlineData("45,000.00")]
    [InlineData("45 000")]
    [InlineData("45\u00A0000")]
    [InlineData("45\u202F000")]
    [InlineData("45'000")]
    [InlineData("45’000")]
    [InlineData("4,50,000")]
    [InlineData("45000,50")]
    [InlineData("57,5")]
    [InlineData("57.500")]
    [InlineData("-45.000")]
    [InlineData("120.000")]
    [InlineData("€45.000")]
    [InlineData("$45,000")]
    [InlineData("45k")]
    [InlineData("45.000 EUR")]
    [InlineData("CHF 85'000")]
    [InlineData("4.5e4")]
    public void What_may_be_thousands_is_refused(string amount) =>
        Assert.StartsWith("an amount without separators", ObservationColumns.All["amount"](new PayObservation(), amount));

    [Theory]
    [InlineData("45000", 45_000, 0)]
    [InlineData("57.5", 57, 500_000_000)]
    [InlineData("57.50", 57, 500_000_000)]
    [InlineData("45000.00", 45_000, 0)]
    [InlineData("0.5", 0, 500_000_000)]
    [InlineData("18.1234", 18, 123_400_000)]
    public void Plain_numbers_are_read(string text, long units, int nanos)
    {
        var row = new PayObservation();

        Assert.Null(ObservationColumns.All["amount"](row, text));
        Assert.Equal((units, nanos), (row.Amount.Units, row.Amount.Nanos));
    }
}
