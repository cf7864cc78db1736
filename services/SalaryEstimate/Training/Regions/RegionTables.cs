using System.Globalization;
using CareerRecs.Salary.Tables;

namespace CareerRecs.Salary.Training.Regions;

/// <summary>A metropolitan area with what its place factors are made of.</summary>
/// <param name="Cbsa">Code of the Census Bureau.</param>
/// <param name="Name">Name: "San Francisco-Oakland-Fremont, CA".</param>
/// <param name="PriceParity">Regional price parity, 1 the country; null where unknown.</param>
/// <param name="Medians">Median yearly wage by SOC major group.</param>
/// <param name="Population">In thousands; weighs metros in a state.</param>
public sealed record Metro(
    string Cbsa,
    string Name,
    double? PriceParity,
    IReadOnlyDictionary<string, double> Medians,
    int Population
);

/// <summary>Reads the tables of metropolitan areas: medians by major group, price parities, populations.</summary>
public static class RegionTables
{
    internal const int SmallMetro = 200; // thousands; what the population table does not list is smaller than what it does

    /// <summary>Reads the three csv files.</summary>
    public static IReadOnlyList<Metro> Read(Stream medians, Stream priceParities, Stream populations)
    {
        var parity = Column(priceParities, "cbsa", "rpp_all");
        var population = Column(populations, "cbsa", "thousands");
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var groups = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var row in Rows(medians, "cbsa", "metro_name", "occ_code", "a_median"))
        {
            names[row[0]] = row[1];
            if (!groups.TryGetValue(row[0], out var byGroup))
            {
                groups[row[0]] = byGroup = new(StringComparer.Ordinal);
            }
            if (double.TryParse(row[3], CultureInfo.InvariantCulture, out var median))
            {
                byGroup[row[2]] = median;
            }
        }

        return
        [
            .. names.Select(n => new Metro(
                n.Key,
                n.Value,
                parity.TryGetValue(n.Key, out var p) ? p / 100 : null,
                groups[n.Key],
                population.TryGetValue(n.Key, out var people) ? (int)people : SmallMetro
            )),
        ];
    }

    private static Dictionary<string, double> Column(Stream file, string key, string value)
    {
        var column = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in Rows(file, key, value))
        {
            if (double.TryParse(row[1], CultureInfo.InvariantCulture, out var number))
            {
                column[row[0]] = number;
            }
        }

        return column;
    }

    private static IEnumerable<string[]> Rows(Stream file, params string[] columns)
    {
        int[]? at = null;
        foreach (var row in TableRowReader.Read(file))
        {
            if (at is null)
            {
                at = [.. columns.Select(c => Array.IndexOf(row.Cells, c))];
                var missing = Array.IndexOf(at, -1);
                if (missing >= 0)
                {
                    throw new TableException(row.Line, columns[missing], "the column is missing");
                }
                continue;
            }

            yield return [.. at.Select(i => i < row.Cells.Length ? row.Cells[i] : "")];
        }
    }
}
