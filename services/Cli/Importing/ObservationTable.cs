using CareerRecs.Salary.V1;
using Sylvan.Data.Csv;

namespace CareerRecs.Cli.Importing;

/// <summary>
/// A CSV file of pay observations: UTF-8, commas, a header with names of <see cref="ObservationColumns"/> in any order. Read one row at
/// a time; what cannot be read is said with its line and column.
/// </summary>
internal static class ObservationTable
{
    /// <summary>Rows that one call takes.</summary>
    public const int MaxRows = 1_000_000;

    /// <summary>The rows, each with the line it begins on.</summary>
    public static IEnumerable<(int Line, PayObservation Row)> Read(Stream file, string name)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = ',',
            MaxBufferSize = 1 << 20,
            OwnsReader = false,
        });
        var line = 1;
        if (!Step(csv, name, line)) throw new CommandException($"{name} has no header; it begins with a line like {string.Join(',', ObservationColumns.All.Keys)}");
        var columns = Header(csv, name);
        line += Lines(csv);
        for (var count = 0; Step(csv, name, line); line += Lines(csv))
        {
            if (IsBlank(csv)) continue;
            if (++count > MaxRows) throw new CommandException($"{name}, line {line}: more than a million rows; split the file and import its parts");
            yield return (line, Row(csv, columns, name, line));
        }
    }

    private static string[] Header(CsvDataReader csv, string name)
    {
        var columns = Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToArray();
        foreach (var (column, i) in columns.Select((column, i) => (column, i)))
        {
            if (!ObservationColumns.All.ContainsKey(column))
                throw new CommandException($"{name}, line 1: there is no column \"{column}\"; columns are {string.Join(", ", ObservationColumns.All.Keys)}");
            if (Array.IndexOf(columns, column) < i) throw new CommandException($"{name}, line 1: column {column} stands there twice");
        }

        return ObservationColumns.Required.Except(columns, StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? throw new CommandException($"{name}, line 1: column {missing} is missing; {string.Join(", ", ObservationColumns.Required)} are needed")
            : columns;
    }

    private static PayObservation Row(CsvDataReader csv, string[] columns, string name, int line)
    {
        if (csv.RowFieldCount != columns.Length)
            throw new CommandException($"{name}, line {line}: {csv.RowFieldCount} cells, the header has {columns.Length}; put cells with a comma in quotes");
        var row = new PayObservation();
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = csv.GetString(i).Trim();
            if (cell.Length == 0)
            {
                if (ObservationColumns.Required.Contains(columns[i])) throw new CommandException($"{name}, line {line}, column {columns[i]}: is empty");
            }
            else if (ObservationColumns.All[columns[i]](row, cell) is { } expected)
            {
                throw new CommandException($"{name}, line {line}, column {columns[i]}: \"{cell}\" is not {expected}");
            }
        }

        return row;
    }

    private static bool Step(CsvDataReader csv, string name, int line)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new CommandException($"{name}, line {line}: is not CSV with commas and double quotes, or a cell of it is beyond all measure");
        }
    }

    private static bool IsBlank(CsvDataReader csv) => csv.RowFieldCount == 1 && csv.GetString(0).Length == 0;

    /// <summary>Lines that a row takes: cells in quotes may break.</summary>
    private static int Lines(CsvDataReader csv)
    {
        var lines = 1;
        for (var i = 0; i < csv.RowFieldCount; i++) lines += csv.GetString(i).AsSpan().Count('\n');
        return lines;
    }
}
