using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Tables;

/// <summary>
/// Reads currency rates; of each currency the last one up to the model's date counts. Currencies that are not in it keep the
/// base's rate.
/// </summary>
internal static class CurrencyRateTable
{
    public static PublishedTable Read(Stream file, ModelParameters model)
    {
        var rates = new SortedDictionary<string, CurrencyRate>(StringComparer.Ordinal);
        int rows = 0,
            later = 0;
        foreach (var row in NamedColumns.Read(file, "date", "currency", "per_usd"))
        {
            rows++;
            var (date, currency, perUsd) = (row.Date("date"), row.Currency("currency"), row.NeededAmount("per_usd"));
            if (currency == Exchange.Usd)
            {
                throw row.Refused("currency", "is USD: all rates are against it");
            }
            var source = row.Text("source") is { Length: > 0 } named ? named : "currency rates, publisher not stated";
            if (date > model.AsOf)
            {
                later++;
                continue;
            }

            if (!rates.TryGetValue(currency, out var known) || known.Date < date)
            {
                rates[currency] = new CurrencyRate(currency, perUsd, date, source);
            }
            else if (known.Date == date && known.PerUsd != perUsd)
            {
                throw row.Refused("per_usd", $"is another rate of {currency} on that day");
            }
        }

        if (rates.Count == 0)
        {
            throw new TableException(
                rows + 1,
                "date",
                string.Create(CultureInfo.InvariantCulture, $"all rates are later than the model's date, {model.AsOf:yyyy-MM-dd}")
            );
        }
        var last = rates.Values.Max(r => r.Date);
        var notes = new List<string> { PublishedTable.Note(rates.Count, "currency", "taken in, each with its last rate") };
        var kept = model.Rates.Where(r => !rates.ContainsKey(r.Currency)).ToArray();
        if (kept.Length > 0)
        {
            notes.Add(PublishedTable.Note(kept.Length, "currency", "kept with the rate that the base has"));
        }
        if (later > 0)
        {
            notes.Add(
                PublishedTable.Note(
                    later,
                    "row",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"left out that are later than the model's date, {model.AsOf:yyyy-MM-dd}"
                    )
                )
            );
        }
        return new PublishedTable(
            string.Create(CultureInfo.InvariantCulture, $"rates-{last:yyyy-MM-dd}"),
            string.Join("; ", rates.Values.Select(r => r.Source).Distinct(StringComparer.Ordinal)),
            model with
            {
                Rates = [.. rates.Values.Concat(kept).OrderBy(r => r.Currency, StringComparer.Ordinal)],
            },
            rows,
            notes
        );
    }
}
