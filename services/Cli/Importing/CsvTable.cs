using System.Globalization;
using Google.Protobuf;
using Sylvan.Data.Csv;

namespace CareerRecs.Cli.Importing;

/// <summary>How the cells of a column become a field.</summary>
/// <typeparam name="T">The message that a row makes.</typeparam>
/// <param name="All">By name: puts a cell into the row, or says what it should have been.</param>
/// <param name="Required">Columns without which there is nothing to read.</param>
internal sealed record CsvColumns<T>(IReadOnlyDictionary<string, Func<T, string, string?>> All, IReadOnlyCollection<string> Required);

/// <summary>
/// A CSV file: UTF-8, commas, a header with names of the columns in any order. Read one row at a time; what cannot be read is said with
/// its line and column.
/// </summary>
/// <typeparam name="T">The message that a row makes.</typeparam>
internal sealed class CsvTable<T>(CsvColumns<T> columns, int maxRows) where T : IMessage, new()
{
    /// <summary>The rows, each with the line it begins on.</summary>
    public IEnumerable<(int Line, T Row)> Read(Stream file, string name)
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
        if (!Step(csv, name, line)) throw new CommandException($"{name} has no header; it begins with a line like {string.Join(',', columns.All.Keys)}");
        var header = Header(csv, name);
        line += Lines(csv);
        for (var count = 0; Step(csv, name, line); line += Lines(csv))
        {
            if (IsBlank(csv)) continue;
            if (++count > maxRows) throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{name}, line {line}: more than {maxRows:N0} rows; split the file and import its parts"));
            yield return (line, Row(csv, header, name, line));
        }
    }

    private string[] Header(CsvDataReader csv, string name)
    {
        var header = Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToArray();
        foreach (var (column, i) in header.Select((column, i) => (column, i)))
        {
            if (!columns.All.ContainsKey(column))
                throw new CommandException($"{name}, line 1: there is no column \"{column}\"; columns are {string.Join(", ", columns.All.Keys)}");
            if (Array.IndexOf(header, column) < i) throw new CommandException($"{name}, line 1: column {column} stands there twice");
        }

        return columns.Required.Except(header, StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? throw new CommandException($"{name}, line 1: column {missing} is missing; {string.Join(", ", columns.Required)} are needed")
            : header;
    }

    private T Row(CsvDataReader csv, string[] header, string name, int line)
    {
        if (csv.RowFieldCount != header.Length)
            throw new CommandException($"{name}, line {line}: {csv.RowFieldCount} cells, the header has {header.Length}; put cells with a comma in quotes");
        var row = new T();
        for (var i = 0; i < header.Length; i++)
        {
            var cell = csv.GetString(i).Trim();
            if (cell.Length == 0)
            {
                if (columns.Required.Contains(header[i])) throw new CommandException($"{name}, line {line}, column {header[i]}: is empty");
            }
            else if (columns.All[header[i]](row, cell) is { } expected)
            {
                throw new CommandException($"{name}, line {line}, column {header[i]}: \"{cell}\" is not {expected}");
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
