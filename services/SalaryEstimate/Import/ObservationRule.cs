using CareerRecs.Salary.V1;
using Google.Type;
using DateTime = System.DateTime;

namespace CareerRecs.Salary.Import;

/// <summary>Brings observations into one form, yearly pay in whole units of their currency, or says why one cannot be.</summary>
public static class ObservationRule
{
    // Wider than any pay seen in surveys; what lies outside is a typing error or another unit.
    private const decimal LeastUsd = 1_000;
    private const decimal MostUsd = 20_000_000;
    private const decimal MostOther = 1_000_000_000_000;
    private const int FirstYear = 1990;

    /// <summary>The reason for which the row is set aside; null where <paramref name="normalized"/> holds it.</summary>
    public static string? Normalize(PayObservation row, DateOnly today, out PayObservation normalized)
    {
        normalized = row;
        var money = row.Amount;
        if (money.CurrencyCode.Length != 3 || money.CurrencyCode.Any(c => !char.IsAsciiLetter(c)))
        {
            return $"amount.currency_code \"{Short(money.CurrencyCode)}\" is not an ISO 4217 code";
        }
        if (money.Nanos is < -999_999_999 or > 999_999_999 || Math.Sign(money.Units) * Math.Sign(money.Nanos) < 0)
        {
            return "amount.nanos is out of range or of another sign than amount.units";
        }
        var factor = row.Period switch
        {
            PayPeriod.Unspecified or PayPeriod.Year => 1,
            PayPeriod.Month => 12,
            PayPeriod.Hour => 2080,
            _ => 0,
        };
        if (factor == 0)
        {
            return "period is not a year, a month or an hour";
        }

        var currency = money.CurrencyCode.ToUpperInvariant();
        var yearly = (money.Units + money.Nanos / 1_000_000_000m) * factor;
        var (least, most) = currency == "USD" ? (LeastUsd, MostUsd) : (1m, MostOther);
        if (yearly < least || yearly > most)
        {
            return FormattableString.Invariant($"{yearly:0} {currency} a year is not a possible pay; {least:0} to {most:0} is");
        }
        if (Impossible(row.Observed, today) is { } wrong)
        {
            return wrong;
        }

        normalized = row.Clone();
        normalized.Amount = new Money
        {
            CurrencyCode = currency,
            Units = (long)Math.Round(yearly, MidpointRounding.AwayFromZero),
        };
        normalized.Period = PayPeriod.Year;
        if (normalized.PayComponent == Catalog.V1.PayComponent.Unspecified)
        {
            normalized.PayComponent = Catalog.V1.PayComponent.Base;
        }
        return null;
    }

    private static string? Impossible(Date? observed, DateOnly today)
    {
        if (observed is null || observed.Year == 0)
        {
            return null;
        }
        if (observed.Year < FirstYear)
        {
            return $"observed.year is {observed.Year}; from {FirstYear} on it is taken";
        }
        if (observed.Month is < 0 or > 12 || observed.Day is < 0 or > 31 || (observed.Month == 0 && observed.Day > 0))
        {
            return "observed is not a date";
        }
        if (
            observed.Month > 0
            && observed.Year <= today.Year
            && observed.Day > DateTime.DaysInMonth(observed.Year, observed.Month)
        )
        {
            return "observed is not a date";
        }
        return (observed.Year, observed.Month, observed.Day).CompareTo((today.Year, today.Month, today.Day)) > 0
            ? "observed lies in the future"
            : null;
    }

    private static string Short(string text) => text.Length > 10 ? text[..10] : text;
}
