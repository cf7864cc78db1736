using System.Globalization;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Tables;

/// <summary>Reads wage indices; each replaces that of its country.</summary>
internal static class WageIndexTable
{
    private const int FewestYears = 2;

    public static PublishedTable Read(Stream file, ModelParameters model)
    {
        var indices = new SortedDictionary<string, (string Source, SortedDictionary<int, double> Years)>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var row in NamedColumns.Read(file, "country", "year", "index"))
        {
            rows++;
            var (country, year) = (row.Country("country"), row.Year("year"));
            var source = row.Text("source") is { Length: > 0 } named ? named : "wage index, publisher not stated";
            if (!indices.TryGetValue(country, out var index))
            {
                indices[country] = index = (source, []);
            }
            if (!index.Years.TryAdd(year, row.NeededAmount("index")))
            {
                throw row.Refused("year", $"{year} of {country} is there twice");
            }
        }

        foreach (var (country, index) in indices)
        {
            if (index.Years.Count < FewestYears)
            {
                throw new TableException(rows + 1, "year", $"{country} has one year; growth needs at least {FewestYears}");
            }
        }

        var read = indices.Select(i => new WageIndex(
            i.Key,
            i.Value.Source,
            [.. i.Value.Years.Select(y => string.Create(CultureInfo.InvariantCulture, $"{y.Key} {y.Value}"))]
        ));
        var all = model
            .Indices.Where(i => !indices.ContainsKey(i.Country))
            .Concat(read)
            .OrderBy(i => i.Country, StringComparer.Ordinal);
        var last = indices.Values.Max(i => i.Years.Keys.Last());
        return new PublishedTable(
            string.Create(CultureInfo.InvariantCulture, $"index-{last}"),
            string.Join("; ", indices.Values.Select(i => i.Source).Distinct(StringComparer.Ordinal)),
            model with
            {
                Indices = [.. all],
            },
            rows,
            [PublishedTable.Note(indices.Count, "country", "taken in; the last growth of each goes on beyond its last year")]
        );
    }
}
