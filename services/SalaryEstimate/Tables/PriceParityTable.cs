using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Tables;

/// <summary>
/// Reads regional price parities of metropolitan areas. They say what a median buys; place factors keep those that they were made
/// with.
/// </summary>
internal static class PriceParityTable
{
    private const double Least = 30;
    private const double Most = 300;

    public static PublishedTable Read(Stream file, ModelParameters model, int year)
    {
        var areas = model
            .Metros.Select(line => line[..line.IndexOf('|', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);
        var levels = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var row in NamedColumns.Read(file, "cbsa", "name", "rpp_all"))
        {
            rows++;
            var cbsa = row.Needed("cbsa");
            var parity = row.NeededAmount("rpp_all");
            if (parity is < Least or > Most)
            {
                throw row.Wrong("rpp_all", "a price parity: the country is 100");
            }
            if (areas.Contains(cbsa) && !levels.TryAdd(cbsa, parity / 100))
            {
                throw row.Wrong("cbsa", "the code of another area than those of the rows before");
            }
        }

        if (levels.Count == 0)
        {
            throw new TableException(1, "cbsa", "no area of the table is one that the model has wages of");
        }
        var source = new SourceNote(
            string.Create(
                CultureInfo.InvariantCulture,
                $"US Bureau of Economic Analysis, regional price parities by metropolitan area, {year}"
            ),
            year.ToString(CultureInfo.InvariantCulture),
            "US government work, public domain"
        );
        var notes = new List<string> { PublishedTable.Note(levels.Count, "metropolitan area", "taken in") };
        if (rows > levels.Count)
        {
            notes.Add(PublishedTable.Note(rows - levels.Count, "area", "left out that the model has no wages of"));
        }
        ImmutableArray<string> lines = [.. levels.Select(level => Line(level.Key, level.Value))];
        return new PublishedTable(
            $"rpp-{year}",
            source.Name,
            model with
            {
                Prices = new PriceLevels(source, lines),
            },
            rows,
            notes
        );
    }

    /// <summary>A line of the model file.</summary>
    public static string Line(string cbsa, double level) =>
        string.Create(CultureInfo.InvariantCulture, $"{cbsa} {level:0.#####}");
}
