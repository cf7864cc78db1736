using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.Salary.Figures;

/// <summary>Amounts of money as numbers, and back.</summary>
internal static class Amounts
{
    private const int NanosOfHundredth = 10_000_000;

    /// <summary>The amount as a number.</summary>
    public static double Value(this Money money) => money.Units + (money.Nanos / 1e9);

    /// <summary>
    /// Rounds what a period pays: of a year or a month to whole units, of an hour, where a unit is a good part of it, to the
    /// hundredth.
    /// </summary>
    public static Money Of(string currency, PayPeriod period, double amount)
    {
        var hundredths =
            period == PayPeriod.Hour
                ? (long)Math.Round(amount * 100, MidpointRounding.AwayFromZero)
                : (long)Math.Round(amount, MidpointRounding.AwayFromZero) * 100;
        return new Money
        {
            CurrencyCode = currency,
            Units = hundredths / 100,
            Nanos = (int)(hundredths % 100) * NanosOfHundredth,
        };
    }
}
