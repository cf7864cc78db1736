using System.Security.Cryptography;
using System.Text;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Importing;

/// <summary>Reads somebody else's CSV file through a mapping. Columns that it does not name are not read.</summary>
internal static class MappedTable
{
    private const int IdLength = 32;

    /// <summary>The rows that the mapping wants, each with the line it begins on.</summary>
    public static IEnumerable<(int Line, PayObservation Row)> Read(Stream file, string name, ObservationMapping mapping)
    {
        using var rows = CsvRows.Read(file, name).GetEnumerator();
        if (!rows.MoveNext())
        {
            throw new CommandException($"{name} has no header");
        }

        var header = rows.Current.Cells;
        if (mapping.Columns.FirstOrDefault(c => !header.Contains(c)) is { } missing)
        {
            throw new CommandException($"{name}, line 1: column {missing}, which the mapping names, is missing");
        }

        var count = 0;
        while (rows.MoveNext())
        {
            var (line, cells) = rows.Current;
            if (!mapping.Rows.All(only => only.Value.Contains(Cell(only.Key), StringComparer.Ordinal)))
            {
                continue;
            }

            if (++count > ObservationTable.MaxRows)
            {
                throw CsvRows.TooMany(name, line, ObservationTable.MaxRows);
            }

            yield return (line, Row(mapping, Cell, $"{name}, line {line}"));

            string Cell(string column) => cells[Array.IndexOf(header, column)];
        }
    }

    private static PayObservation Row(ObservationMapping mapping, Func<string, string> cell, string place)
    {
        var row = new PayObservation();
        foreach (var (name, field) in mapping.Fields)
        {
            var text = field.Constant.Length > 0 ? field.Constant : cell(field.Column);
            var where = field.Constant.Length > 0 ? $"{place}, field {name}" : $"{place}, column {field.Column}";
            if (text.Length == 0)
            {
                if (ObservationColumns.Required.Contains(name))
                {
                    throw new CommandException($"{where}: is empty");
                }

                continue;
            }

            if (field.Values.Count > 0 && !field.Values.TryGetValue(text, out text!))
            {
                throw new CommandException($"{where}: \"{cell(field.Column)}\" is not among the values of the mapping");
            }

            if (ObservationColumns.All[name](row, text) is { } expected)
            {
                throw new CommandException($"{where}: \"{text}\" is not {expected}");
            }
        }

        if (row.Id.Length == 0)
        {
            row.Id = HashOf(mapping.Columns.Select(cell));
        }

        return row;
    }

    private static string HashOf(IEnumerable<string> cells) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', cells))))[..IdLength];
}
