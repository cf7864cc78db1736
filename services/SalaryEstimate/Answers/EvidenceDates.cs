using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using Date = Google.Type.Date;

namespace CareerRecs.Salary.Answers;

/// <summary>
/// The date or year that a source of an estimate speaks of. Published averages and factors set by hand have none.
/// </summary>
internal static class EvidenceDates
{
    public static Date? Of(string source, SalaryEstimate estimate, SalaryModelData model)
    {
        var home = model.Parameters.WageTable;
        if (source == home.Source)
        {
            return new Date { Year = home.Date.Year, Month = home.Date.Month };
        }
        if (source == model.Survey?.Source)
        {
            return new Date { Year = model.Survey.Year };
        }
        var abroad = model.Parameters.Countries.FirstOrDefault(table => table.Country == estimate.Country);
        if (abroad is not null && source == WageTableTerms.SourceOf(abroad))
        {
            return new Date { Year = abroad.Year };
        }
        string?[] currencies = [estimate.Percentiles.P50.CurrencyCode, abroad?.Currency];
        var rate = model.Parameters.Rates.Where(r => r.Source == source && currencies.Contains(r.Currency)).MinBy(r => r.Date);
        return rate is null
            ? null
            : new Date
            {
                Year = rate.Date.Year,
                Month = rate.Date.Month,
                Day = rate.Date.Day,
            };
    }
}
