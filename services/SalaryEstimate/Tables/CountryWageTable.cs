using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Tables;

/// <summary>Reads wages of a country beside the United States: one country, one currency, one year a table.</summary>
internal static class CountryWageTable
{
    private static readonly string[] Percentiles = ["p10", "p25", "p50", "p75", "p90"];

    public static PublishedTable Read(Stream file, ModelParameters model)
    {
        var titles = model
            .Occupations.Select(OccupationLine.Read)
            .ToDictionary(row => row.Soc, row => row.Title, StringComparer.Ordinal);
        var rows = new SortedDictionary<string, WageRow>(StringComparer.Ordinal);
        CountryWages? table = null;
        var partial = 0;
        foreach (var row in NamedColumns.Read(file, "country", "soc_code", "currency", "p50", "year"))
        {
            table ??= Terms(row);
            Same(row, "country", table.Country);
            Same(row, "currency", table.Currency);
            Same(row, "year", table.Year.ToString(CultureInfo.InvariantCulture));
            var soc = row.Soc("soc_code");
            var factor = row.Text("period").ToLowerInvariant() switch
            {
                "" or "year" => 1,
                "month" => 12,
                "hour" => 2080,
                _ => throw row.Wrong("period", "year, month or hour"),
            };
            double?[] p = [.. Percentiles.Select(column => row.Amount(column) * factor)];
            if (p[2] is null)
            {
                throw row.Wrong("p50", "an amount; the median is needed");
            }
            if (p.Contains(null))
            {
                partial++;
            }
            Rising(row, p);
            var title = row.Text("title") is { Length: > 0 } own ? own : titles.GetValueOrDefault(soc, soc);
            if (
                !rows.TryAdd(
                    soc,
                    new WageRow(soc, title, Level(soc), (long)(row.Amount("employment") ?? 0), null, p[0], p[1], p[2], p[3], p[4])
                )
            )
            {
                throw row.Refused("soc_code", $"{soc} is there twice");
            }
        }

        var read = table! with { Occupations = [.. rows.Values.Select(OccupationLine.Write)] };
        var notes = new List<string>
        {
            PublishedTable.Note(
                rows.Count,
                "occupation",
                $"of {Countries.ByCode[read.Country].Name} taken in, in {read.Currency}"
            ),
        };
        if (partial > 0)
        {
            notes.Add(
                PublishedTable.Note(
                    partial,
                    "occupation",
                    "without all percentiles, completed by the shape of their pay in the United States"
                )
            );
        }
        var countries = model
            .Countries.Where(c => c.Country != read.Country)
            .Append(read)
            .OrderBy(c => c.Country, StringComparer.Ordinal);
        var id = $"wages-{read.Country.ToLowerInvariant()}-{read.Year.ToString(CultureInfo.InvariantCulture)}";
        return new PublishedTable(
            id,
            $"{read.Source.Name}, {read.Year}",
            model with
            {
                Countries = [.. countries],
            },
            rows.Count,
            notes
        );
    }

    private static CountryWages Terms(NamedRow row)
    {
        var (country, year) = (row.Country("country"), row.Year("year"));
        if (country == Countries.Home)
        {
            throw row.Refused("country", "is US: its wages are imported from the OEWS table");
        }
        var source = row.Text("source") is { Length: > 0 } named
            ? named
            : $"wages of {Countries.ByCode[country].Name}, publisher not stated";
        return new CountryWages
        {
            Country = country,
            Currency = row.Currency("currency"),
            Year = year,
            Source = new SourceNote(source, year.ToString(CultureInfo.InvariantCulture), "as its publisher states"),
        };
    }

    private static void Same(NamedRow row, string column, string first)
    {
        if (row.Needed(column) != first)
        {
            throw row.Refused(column, $"is not {first} as in the rows before: a table is of one {column}");
        }
    }

    private static void Rising(NamedRow row, double?[] percentiles)
    {
        double last = 0;
        for (var i = 0; i < percentiles.Length; i++)
        {
            if (percentiles[i] is not { } value)
            {
                continue;
            }
            if (value < last)
            {
                throw row.Refused(Percentiles[i], "the percentiles do not rise from p10 to p90");
            }
            last = value;
        }
    }

    private static OccupationLevel Level(string soc) =>
        soc.EndsWith("0000", StringComparison.Ordinal) ? OccupationLevel.Major
        : soc.EndsWith("00", StringComparison.Ordinal) ? OccupationLevel.Minor
        : soc.EndsWith('0') ? OccupationLevel.Broad
        : OccupationLevel.Detailed;
}
