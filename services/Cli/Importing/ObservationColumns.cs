using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Importing;

/// <summary>The columns of a table of pay observations, and how each becomes a field of <see cref="PayObservation"/>.</summary>
internal static class ObservationColumns
{
    private const int DigitsOfGroup = 3;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Columns that must be there and filled.</summary>
    public static readonly string[] Required = ["id", "title", "amount", "currency"];

    /// <summary>
    /// All of them, in the order in which they are documented. A cell that cannot be read says what it should be.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, Func<PayObservation, string, string?>> All = new Dictionary<
        string,
        Func<PayObservation, string, string?>
    >(StringComparer.Ordinal)
    {
        ["id"] = (row, text) => Do(() => row.Id = text),
        ["title"] = (row, text) => Do(() => row.Title = text),
        ["amount"] = Amount,
        ["currency"] = (row, text) => Do(() => Money(row).CurrencyCode = text.ToUpperInvariant()),
        ["period"] = (row, text) => Choice<PayPeriod>(text, value => row.Period = value),
        ["pay_component"] = (row, text) => Choice<PayComponent>(text, value => row.PayComponent = value),
        ["seniority"] = (row, text) => Choice<Seniority>(text, value => row.Seniority = value),
        ["years_experience"] = (row, text) => Number(text, value => row.YearsExperience = value),
        ["location"] = (row, text) => Do(() => row.Location = text),
        ["observed"] = Observed,
        ["company_size"] = CompanySize,
        ["remote_share"] = (row, text) => Number(text, value => row.RemoteShare = value),
        ["residence"] = (row, text) => Do(() => row.Residence = text.ToUpperInvariant()),
        ["employer"] = (row, text) => Do(() => row.Employer = text),
    };

    private static Money Money(PayObservation row) => row.Amount ??= new Money();

    private static string? Do(Action set)
    {
        set();
        return null;
    }

    private static string? Amount(PayObservation row, string text)
    {
        if (
            !decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var amount)
            || decimal.Abs(amount) > 1_000_000_000_000_000
            || MayHaveThousands(text)
        )
        {
            return "an amount without separators of thousands: 120000 or 57.5";
        }

        var money = Money(row);
        money.Units = (long)decimal.Truncate(amount);
        money.Nanos = (int)((amount - money.Units) * 1_000_000_000);
        return null;
    }

    /// <summary>"45.000" is 45 in some countries and 45 thousand in others.</summary>
    private static bool MayHaveThousands(string amount) =>
        amount.LastIndexOf('.') is > 0 and var point && amount.Length - point - 1 == DigitsOfGroup;

    private static string? Number(string text, Action<double> set)
    {
        if (!double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return "a number: 4 or 0.5";
        }

        set(number);
        return null;
    }

    private static string? CompanySize(PayObservation row, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people))
        {
            return "a whole number of people: 250";
        }

        row.CompanySize = people;
        return null;
    }

    private static string? Choice<T>(string text, Action<T> set)
        where T : struct, Enum
    {
        // By one name alone: a number, or a list of names, would be some value too.
        if (
            !char.IsAsciiLetter(text[0])
            || text.Contains(',', StringComparison.Ordinal)
            || !Enum.TryParse<T>(text, ignoreCase: true, out var value)
            || Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0
        )
        {
            return $"one of {string.Join(", ", Enum.GetNames<T>().Skip(1).Select(n => n.ToLowerInvariant()))}";
        }

        set(value);
        return null;
    }

    /// <summary>"2024", "2024-05" or "2024-05-31".</summary>
    private static string? Observed(PayObservation row, string text)
    {
        var parts = text.Split('-');
        Span<int> numbers = stackalloc int[3];
        var isDate = parts.Length <= 3 && parts[0].Length == 4;
        for (var i = 0; isDate && i < parts.Length; i++)
        {
            isDate = int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]);
        }

        if (!isDate)
        {
            return "a date: 2024, 2024-05 or 2024-05-31";
        }

        row.Observed = new Date
        {
            Year = numbers[0],
            Month = numbers[1],
            Day = numbers[2],
        };
        return null;
    }
}
