using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Tables;

/// <summary>A national OEWS table as read: its occupations by SOC code, its year, and what was left out.</summary>
public sealed record OewsTable(
    IReadOnlyList<WageRow> Rows,
    double AllOccupationsMedian,
    int RowCount,
    IReadOnlyList<string> Notes
)
{
    private const int HeaderSearchRows = 30;
    private const int FewestDetailed = 50; // the published tables hold over 800; fewer means a part of one

    /// <summary>Reads the csv or xlsx file as BLS publishes it; throws <see cref="TableException"/> for any other.</summary>
    /// <param name="file">The file, seekable.</param>
    /// <param name="fewestDetailed">With fewer detailed occupations than this the table is refused as truncated.</param>
    public static OewsTable Read(Stream file, int fewestDetailed = FewestDetailed)
    {
        OewsColumns? columns = null;
        var bySoc = new SortedDictionary<string, WageRow>(StringComparer.Ordinal);
        double? all = null;
        int read = 0,
            otherAreas = 0,
            suppressed = 0,
            topCoded = 0,
            sheet = 0,
            lastLine = 0;
        foreach (var row in TableRowReader.Read(file))
        {
            lastLine = row.Line;
            if (columns is null)
            {
                // The published workbooks have title sheets and rows before the header; it is found by its names.
                if (!OewsColumns.TryFind(row.Cells, row.Line, out columns) && row.Sheet == 1 && row.Line > HeaderSearchRows)
                {
                    break;
                }
                sheet = row.Sheet;
                continue;
            }

            if (row.Sheet != sheet)
            {
                break; // sheets after the table explain it
            }
            if (row.Cells.All(cell => cell.Length == 0))
            {
                continue;
            }
            read++;
            if (!columns.IsNational(row))
            {
                otherAreas++;
                continue;
            }
            if (columns.Group(row) is not { } level)
            {
                all ??= columns.Amount(row, "A_MEDIAN");
                continue;
            }

            var wages = columns.Wages(row, level);
            // A broad group of one occupation is printed twice under one code when BLS publishes only the group.
            if (bySoc.TryGetValue(wages.Soc, out var other) && other.Level <= level)
            {
                continue;
            }
            if (wages.P50 is null)
            {
                if (level == OccupationLevel.Detailed)
                {
                    suppressed++;
                }
                continue;
            }

            if (level == OccupationLevel.Detailed && double.IsPositiveInfinity(wages.P90 ?? 0))
            {
                topCoded++;
            }
            bySoc[wages.Soc] = wages;
        }

        if (columns is null)
        {
            throw new TableException(1, "OCC_CODE", $"no header row with {string.Join(", ", OewsColumns.Required)} was found");
        }
        var detailed = bySoc.Values.Count(row => row.Level == OccupationLevel.Detailed);
        if (detailed < fewestDetailed)
        {
            throw new TableException(
                lastLine,
                "OCC_CODE",
                $"only {detailed} detailed occupations up to the end of the "
                    + $"table, at least {fewestDetailed} are expected: truncated?"
            );
        }
        if (all is not { } median)
        {
            throw new TableException(lastLine, "OCC_CODE", "the row 00-0000 of all occupations is missing");
        }

        return new OewsTable([.. bySoc.Values], median, read, Tell(read, detailed, otherAreas, suppressed, topCoded));
    }

    private static List<string> Tell(int read, int detailed, int otherAreas, int suppressed, int topCoded)
    {
        var notes = new List<string> { Line(detailed, "detailed occupations taken in") };
        if (read - detailed - otherAreas - suppressed > 0)
        {
            notes.Add(
                Line(
                    read - detailed - otherAreas - suppressed,
                    "rows of groups, kept for roles without an occupation of their own"
                )
            );
        }
        if (otherAreas > 0)
        {
            notes.Add(Line(otherAreas, "rows of single industries or owners left out"));
        }
        if (suppressed > 0)
        {
            notes.Add(Line(suppressed, "occupations with suppressed yearly wages left out"));
        }
        if (topCoded > 0)
        {
            notes.Add(Line(topCoded, "occupations above the top code, their upper percentiles extrapolated"));
        }
        return notes;
    }

    private static string Line(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");
}
