using System.Security.Cryptography;
using System.Text;
using CareerRecs.Salary.V1;
using Sylvan.Data.Csv;

namespace CareerRecs.Cli.Importing;

/// <summary>Reads somebody else's CSV file through a mapping. Columns that it does not name are not read.</summary>
internal static class MappedTable
{
    private const int IdLength = 32;

    /// <summary>The rows that the mapping wants, each with the line it begins on.</summary>
    public static IEnumerable<(int Line, PayObservation Row)> Read(Stream file, string name, ObservationMapping mapping)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', MaxBufferSize = 1 << 20, OwnsReader = false });
        var line = 1;
        if (!Step(csv, name, line)) throw new CommandException($"{name} has no header");
        var header = Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim().TrimStart('\uFEFF')).ToList();
        if (mapping.Columns.FirstOrDefault(c => !header.Contains(c)) is { } missing)
            throw new CommandException($"{name}, line 1: column {missing}, which the mapping names, is missing");
        line += Lines(csv);
        for (var count = 0; Step(csv, name, line); line += Lines(csv))
        {
            if (csv.RowFieldCount == 1 && csv.GetString(0).Length == 0) continue;
            if (csv.RowFieldCount != header.Count) throw new CommandException($"{name}, line {line}: {csv.RowFieldCount} cells, the header has {header.Count}");
            if (!mapping.Rows.All(only => only.Value.Contains(Cell(only.Key), StringComparer.Ordinal))) continue;
            if (++count > ObservationTable.MaxRows) throw new CommandException($"{name}, line {line}: more than {ObservationTable.MaxRows} rows; split the file and import its parts");
            yield return (line, Row(mapping, Cell, $"{name}, line {line}"));
        }

        string Cell(string column) => csv.GetString(header.IndexOf(column)).Trim();
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
                if (ObservationColumns.Required.Contains(name)) throw new CommandException($"{where}: is empty");
                continue;
            }

            if (field.Values.Count > 0 && !field.Values.TryGetValue(text, out text!))
                throw new CommandException($"{where}: \"{cell(field.Column)}\" is not among the values of the mapping");
            if (ObservationColumns.All[name](row, text) is { } expected) throw new CommandException($"{where}: \"{text}\" is not {expected}");
        }

        if (row.Id.Length == 0) row.Id = HashOf(mapping.Columns.Select(cell));
        return row;
    }

    private static string HashOf(IEnumerable<string> cells) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', cells))))[..IdLength];

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

    private static int Lines(CsvDataReader csv)
    {
        var lines = 1;
        for (var i = 0; i < csv.RowFieldCount; i++) lines += csv.GetString(i).AsSpan().Count('\n');
        return lines;
    }
}
