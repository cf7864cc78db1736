using System.Globalization;
using CareerRecs.Salary.Geography;

namespace CareerRecs.Salary.Tables;

/// <summary>A row of a table whose first row names the columns, in any order; its cells are read by name.</summary>
internal sealed class NamedRow(TableRow row, IReadOnlyDictionary<string, int> columns)
{
    private const int MostText = 200;

    /// <summary>The cell; "" where the column is missing or the row ends before it.</summary>
    public string Text(string column)
    {
        var text = columns.TryGetValue(column, out var i) && i < row.Cells.Length ? row.Cells[i] : "";
        return text.Length <= MostText && !text.Contains('|', StringComparison.Ordinal)
            ? text
            : throw Wrong(column, $"a text of at most {MostText} characters without \"|\"");
    }

    /// <summary>The cell, which must not be empty.</summary>
    public string Needed(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw new TableException(row.Line, column, "is empty");

    /// <summary>A positive number; null where the cell is empty.</summary>
    public double? Amount(string column)
    {
        if (Text(column) is not { Length: > 0 } text)
        {
            return null;
        }
        return
            double.TryParse(
                text,
                NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            ) && amount is > 0 and < 1e12
            ? amount
            : throw Wrong(column, "a positive number");
    }

    /// <summary>A positive number.</summary>
    public double NeededAmount(string column) => Amount(column) ?? throw new TableException(row.Line, column, "is empty");

    public int Year(string column) =>
        int.TryParse(Needed(column), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100
            ? year
            : throw Wrong(column, "a year");

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Needed(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(column, "a date like 2026-11-01");

    /// <summary>An ISO 3166-1 alpha-2 code of a country.</summary>
    public string Country(string column) =>
        Needed(column) is var code && Countries.ByCode.ContainsKey(code)
            ? code
            : throw Wrong(column, "an ISO 3166-1 code like DE");

    /// <summary>An ISO 4217 code.</summary>
    public string Currency(string column) =>
        Needed(column) is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
            ? code
            : throw Wrong(column, "an ISO 4217 code like EUR");

    /// <summary>A SOC code; O*NET codes are cut to it.</summary>
    public string Soc(string column)
    {
        var code = Needed(column);
        var isSoc =
            code.Length >= 7
            && code[2] == '-'
            && (code.Length == 7 || code[7] == '.')
            && !code[..7].Where((c, i) => i != 2 && !char.IsAsciiDigit(c)).Any();
        return isSoc ? code[..7] : throw Wrong(column, "a SOC code like 15-2051");
    }

    /// <summary>What is wrong with a cell.</summary>
    public TableException Wrong(string column, string allowed)
    {
        var came = columns.TryGetValue(column, out var i) && i < row.Cells.Length ? row.Cells[i] : "";
        return new(row.Line, column, $"\"{(came.Length > 40 ? came[..40] : came)}\" is not {allowed}");
    }

    /// <summary>What is wrong with a cell that could be read.</summary>
    public TableException Refused(string column, string why) => new(row.Line, column, why);
}

/// <summary>Reads tables whose first row names the columns.</summary>
internal static class NamedColumns
{
    /// <summary>The rows that are not empty. A column that is needed and missing, or a table without rows, is refused.</summary>
    public static IEnumerable<NamedRow> Read(Stream file, params string[] needed)
    {
        Dictionary<string, int>? columns = null;
        var rows = 0;
        foreach (var row in TableRowReader.Read(file))
        {
            if (row.Sheet > 1)
            {
                break;
            }
            if (columns is null)
            {
                columns = new(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < row.Cells.Length; i++)
                {
                    columns.TryAdd(row.Cells[i].Trim('\uFEFF'), i);
                }
                if (Array.Find(needed, name => !columns.ContainsKey(name)) is { } missing)
                {
                    throw new TableException(row.Line, missing, "the column is missing");
                }
                continue;
            }

            if (row.Cells.All(cell => cell.Length == 0))
            {
                continue;
            }
            rows++;
            yield return new NamedRow(row, columns);
        }

        if (rows == 0)
        {
            throw new TableException(1, needed[0], "the table has no rows");
        }
    }
}
