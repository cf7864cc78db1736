using System.Text;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Importing;

/// <summary>Which published table a file is.</summary>
public static class PayTableKind
{
    private const int HeaderSearchBytes = 64 * 1024; // the published csv files begin with their header

    // A column that no other kind has.
    private static readonly (string Column, WageTableFormat Format)[] Telling =
    [
        ("occ_code", WageTableFormat.OewsNational),
        ("level1_annual", WageTableFormat.OflcAreaLevels),
        ("rpp_all", WageTableFormat.RegionalPriceParities),
        ("per_usd", WageTableFormat.CurrencyRates),
        ("index", WageTableFormat.WageIndex),
        ("p50", WageTableFormat.Generic),
    ];

    /// <summary>The words for the kinds.</summary>
    public static IReadOnlyDictionary<string, WageTableFormat> Words { get; } =
        new Dictionary<string, WageTableFormat>(StringComparer.OrdinalIgnoreCase)
        {
            ["oews"] = WageTableFormat.OewsNational,
            ["oflc"] = WageTableFormat.OflcAreaLevels,
            ["rpp"] = WageTableFormat.RegionalPriceParities,
            ["wages"] = WageTableFormat.Generic,
            ["rates"] = WageTableFormat.CurrencyRates,
            ["index"] = WageTableFormat.WageIndex,
        };

    /// <summary>Reads the kind from the names of the columns; only OEWS is published as xlsx.</summary>
    public static WageTableFormat Of(SourceFile file)
    {
        using var stream = File.OpenRead(file.Path);
        var start = new byte[HeaderSearchBytes];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read >= 2 && start[0] == 'P' && start[1] == 'K')
        {
            return WageTableFormat.OewsNational;
        }

        foreach (var line in Encoding.UTF8.GetString(start, 0, read).Split('\n').Take(30))
        {
            var columns = line.TrimStart('\uFEFF')
                .Split(',')
                .Select(cell => cell.Trim(' ', '"', '\r').ToLowerInvariant())
                .ToHashSet(StringComparer.Ordinal);
            foreach (var (column, format) in Telling)
            {
                if (columns.Contains(column))
                {
                    return format;
                }
            }
        }

        throw new CommandException(
            $"the columns of {file.Name} do not tell which table it is; say so with --format {string.Join('|', Words.Keys)}"
        );
    }
}
