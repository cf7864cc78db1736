using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Tables;

/// <summary>Where the columns of an OEWS table stand, and how its cells are read.</summary>
internal sealed class OewsColumns
{
    public static readonly string[] Required =
    [
        "OCC_CODE",
        "OCC_TITLE",
        "O_GROUP",
        "TOT_EMP",
        "A_MEAN",
        "A_PCT10",
        "A_PCT25",
        "A_MEDIAN",
        "A_PCT75",
        "A_PCT90",
    ];

    private readonly Dictionary<string, int> _index;

    private OewsColumns(Dictionary<string, int> index) => _index = index;

    /// <summary>A row that names the occupation code is the header; it must then name all the rest.</summary>
    public static bool TryFind(string[] cells, int line, [NotNullWhen(true)] out OewsColumns? columns)
    {
        columns = null;
        if (!cells.Contains("OCC_CODE", StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < cells.Length; i++)
        {
            index.TryAdd(cells[i], i);
        }
        foreach (var name in Required)
        {
            if (!index.ContainsKey(name))
            {
                throw new TableException(line, name, "the column is missing");
            }
        }

        columns = new OewsColumns(index);
        return true;
    }

    /// <summary>The all-data file also holds states, metros, industries and owners.</summary>
    public bool IsNational(TableRow row) =>
        Optional(row, "AREA_TYPE") is "" or "1" && Optional(row, "I_GROUP") is "" or "cross-industry";

    /// <summary>Level of the row's occupation; null for the row of all occupations.</summary>
    public OccupationLevel? Group(TableRow row) =>
        Cell(row, "O_GROUP") switch
        {
            "detailed" => OccupationLevel.Detailed,
            "broad" => OccupationLevel.Broad,
            "minor" => OccupationLevel.Minor,
            "major" => OccupationLevel.Major,
            "total" => null,
            var other => throw Wrong(row, "O_GROUP", other, "detailed, broad, minor, major or total"),
        };

    public WageRow Wages(TableRow row, OccupationLevel level)
    {
        var soc = Cell(row, "OCC_CODE");
        if (soc.Length != 7 || soc[2] != '-' || soc.Where((c, i) => i != 2 && !char.IsAsciiDigit(c)).Any())
        {
            throw Wrong(row, "OCC_CODE", soc, "a SOC code like 15-2051");
        }
        var title = Cell(row, "OCC_TITLE");
        if (title.Length is 0 or > 200 || title.Contains('|', StringComparison.Ordinal))
        {
            throw Wrong(row, "OCC_TITLE", title, "a title of 1 to 200 characters without \"|\"");
        }
        var wages = new WageRow(
            soc,
            title,
            level,
            (long)(Amount(row, "TOT_EMP") ?? 0),
            Amount(row, "A_MEAN"),
            Amount(row, "A_PCT10"),
            Amount(row, "A_PCT25"),
            Amount(row, "A_MEDIAN"),
            Amount(row, "A_PCT75"),
            Amount(row, "A_PCT90")
        );
        return InOrder(wages)
            ? wages
            : throw new TableException(row.Line, "A_PCT10", "the percentiles do not rise from A_PCT10 to A_PCT90");
    }

    /// <summary>`*` and `**` are suppressed, `#` is above the top code, all else must be a number.</summary>
    public double? Amount(TableRow row, string column)
    {
        var cell = Cell(row, column);
        if (cell is "*" or "**" or "")
        {
            return null;
        }
        if (cell == "#")
        {
            return WageRow.TopCode;
        }
        if (
            double.TryParse(
                cell,
                NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            ) && amount is > 0 and < 1e12
        )
        {
            return amount;
        }
        throw Wrong(row, column, cell, "a positive number, * or #");
    }

    private static bool InOrder(WageRow row)
    {
        double last = 0;
        foreach (var amount in new[] { row.P10, row.P25, row.P50, row.P75, row.P90 })
        {
            if (amount is not { } value)
            {
                continue;
            }
            if (value < last)
            {
                return false;
            }
            last = value;
        }

        return true;
    }

    private string Cell(TableRow row, string column)
    {
        var i = _index[column];
        return i < row.Cells.Length
            ? row.Cells[i]
            : throw new TableException(row.Line, column, $"the row ends after {row.Cells.Length} cells: truncated?");
    }

    private string Optional(TableRow row, string column) =>
        _index.TryGetValue(column, out var i) && i < row.Cells.Length ? row.Cells[i].ToLowerInvariant() : "";

    private static TableException Wrong(TableRow row, string column, string came, string allowed) =>
        new(row.Line, column, $"\"{(came.Length > 40 ? came[..40] : came)}\" is not {allowed}");
}
