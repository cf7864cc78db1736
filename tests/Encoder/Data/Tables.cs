using System.IO.Compression;
using Sylvan.Data.Csv;

namespace CareerRecs.Encoder;

/// <summary>Rows of CSV and tab-delimited files by column name.</summary>
public static class Tables
{
    /// <summary>Rows of a CSV file behind a number of lines to skip.</summary>
    public static IEnumerable<Dictionary<string, string>> ReadCsv(TextReader text, int skip = 0)
    {
        for (var i = 0; i < skip; i++)
        {
            text.ReadLine();
        }

        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { MaxBufferSize = 1 << 22 });
        var names = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToArray();
        while (csv.Read())
        {
            yield return names.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => csv.GetString(c.i));
        }
    }

    /// <summary>Rows of a CSV file in an archive.</summary>
    public static IEnumerable<Dictionary<string, string>> ReadCsv(ZipArchive archive, string name) =>
        ReadCsv(new StreamReader(Entry(archive, name)));

    /// <summary>Rows of a tab-delimited file in an archive, which has no quoting.</summary>
    public static IEnumerable<Dictionary<string, string>> ReadTabs(ZipArchive archive, string name)
    {
        using var text = new StreamReader(Entry(archive, name));
        var names = text.ReadLine()!.Split('\t');
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return names.Take(cells.Length).Select((column, i) => (column, i)).ToDictionary(c => c.column, c => cells[c.i]);
        }
    }

    private static Stream Entry(ZipArchive archive, string name) =>
        archive.Entries.FirstOrDefault(entry => entry.Name == name)?.Open()
        ?? throw new InvalidDataException($"The archive lacks {name}.");
}
