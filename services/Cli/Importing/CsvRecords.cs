using CareerRecs.Cli.Shell;
using Google.Protobuf;

namespace CareerRecs.Cli.Importing;

/// <summary>How the cells of a column become a field.</summary>
/// <typeparam name="T">The message that a row makes.</typeparam>
/// <param name="All">By name: puts a cell into the row, or says what it should have been.</param>
/// <param name="Required">Columns without which there is nothing to read.</param>
internal sealed record CsvColumns<T>(
    IReadOnlyDictionary<string, Func<T, string, string?>> All,
    IReadOnlyCollection<string> Required
);

/// <summary>
/// A CSV file with our names of the columns, in any order; what cannot be read is said with its line and column.
/// </summary>
/// <typeparam name="T">The message that a row makes.</typeparam>
internal sealed class CsvRecords<T>(CsvColumns<T> columns, int maxRows)
    where T : IMessage, new()
{
    /// <summary>The rows, each with the line it begins on.</summary>
    public IEnumerable<(int Line, T Row)> Read(Stream file, string name)
    {
        using var rows = CsvRows.Read(file, name).GetEnumerator();
        if (!rows.MoveNext())
        {
            throw new CommandException($"{name} has no header; it begins with a line like {string.Join(',', columns.All.Keys)}");
        }

        var header = Header(rows.Current.Cells, name);
        for (var count = 1; rows.MoveNext(); count++)
        {
            var (line, cells) = rows.Current;
            if (count > maxRows)
            {
                throw CsvRows.TooMany(name, line, maxRows);
            }

            yield return (line, Row(cells, header, $"{name}, line {line}"));
        }
    }

    private string[] Header(string[] cells, string name)
    {
        var header = Array.ConvertAll(cells, cell => cell.ToLowerInvariant());
        foreach (var (column, i) in header.Select((column, i) => (column, i)))
        {
            if (!columns.All.ContainsKey(column))
            {
                throw new CommandException(
                    $"{name}, line 1: there is no column \"{column}\"; columns are {string.Join(", ", columns.All.Keys)}"
                );
            }

            if (Array.IndexOf(header, column) < i)
            {
                throw new CommandException($"{name}, line 1: column {column} stands there twice");
            }
        }

        return columns.Required.Except(header, StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? throw new CommandException(
                $"{name}, line 1: column {missing} is missing; {string.Join(", ", columns.Required)} are needed"
            )
            : header;
    }

    private T Row(string[] cells, string[] header, string place)
    {
        var row = new T();
        for (var i = 0; i < header.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                if (columns.Required.Contains(header[i]))
                {
                    throw new CommandException($"{place}, column {header[i]}: is empty");
                }
            }
            else if (columns.All[header[i]](row, cells[i]) is { } expected)
            {
                throw new CommandException($"{place}, column {header[i]}: \"{cells[i]}\" is not {expected}");
            }
        }

        return row;
    }
}
