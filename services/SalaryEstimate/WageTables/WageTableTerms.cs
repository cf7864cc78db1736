using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;
using Date = Google.Type.Date;

namespace CareerRecs.Salary.WageTables;

/// <summary>What all occupations of one wage table share.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="Year">The year it speaks of.</param>
/// <param name="Source">As answers name it.</param>
/// <param name="Growth">What brings it to the model's date.</param>
public sealed record WageTableTerms(string Country, string Currency, int Year, string Source, Growth Growth)
{
    /// <summary>
    /// The date that estimates from it speak of: the model's, or the table's own year where nothing brings it there.
    /// </summary>
    internal Date AsOf(DateOnly model) =>
        Growth.IsKnown
            ? new Date
            {
                Year = model.Year,
                Month = model.Month,
                Day = model.Day,
            }
            : new Date { Year = Year };

    internal static WageTableTerms Home(ModelParameters model, WageGrowths growths)
    {
        var table = model.WageTable;
        var said = FormattableString.Invariant($"{table.Date:MMMM yyyy}");
        return new WageTableTerms(
            Countries.Home,
            Exchange.Usd,
            table.Year,
            table.Source,
            growths.Of(Countries.Home, table.Date, said)
        );
    }

    internal static string SourceOf(CountryWages table) => FormattableString.Invariant($"{table.Source.Name} ({table.Year})");

    internal static WageTableTerms Of(CountryWages table, WageGrowths growths)
    {
        var growth = growths.Of(
            table.Country,
            new DateOnly(table.Year, 7, 1),
            FormattableString.Invariant($"the middle of {table.Year}")
        );
        var source = SourceOf(table);
        return new WageTableTerms(
            table.Country,
            table.Currency,
            table.Year,
            source,
            growth.IsKnown ? growth : growth with { Source = source }
        );
    }
}
