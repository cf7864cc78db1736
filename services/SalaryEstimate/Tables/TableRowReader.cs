using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Sylvan.Data.Csv;

namespace CareerRecs.Salary.Tables;

/// <summary>One row of a published table: where it stands and its cells, trimmed, "" for an empty one.</summary>
public sealed record TableRow(int Sheet, int Line, string[] Cells);

/// <summary>Reads the rows of a csv file or of every sheet of an xlsx file as text, one at a time.</summary>
public static class TableRowReader
{
    /// <summary>No published wage table comes near; a file beyond it is not one.</summary>
    public const int MaxRows = 200_000;

    private const int MaxColumns = 200;
    private const long MaxUnpackedBytes = 256L * 1024 * 1024;

    static TableRowReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // ExcelDataReader asks for 1252

    /// <summary>Reads a file by what it is, not by what it is called: xlsx is a zip archive, all else is csv.</summary>
    public static IEnumerable<TableRow> Read(Stream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic[0] == (byte)'P' && magic[1] == (byte)'K' ? ReadXlsx(file) : ReadCsv(file);
    }

    private static IEnumerable<TableRow> ReadCsv(Stream file)
    {
        using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: false), true, 4096, leaveOpen: true);
        using var csv = CsvDataReader.Create(
            text,
            new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                MaxBufferSize = 1024 * 1024,
                OwnsReader = false,
            }
        );
        for (var line = 1; Step(csv.Read, line); line++)
        {
            yield return new TableRow(1, line, Cells(csv.RowFieldCount, line, i => csv.GetString(i)));
        }
    }

    private static IEnumerable<TableRow> ReadXlsx(Stream file)
    {
        RefuseBombs(file);
        using var sheets = Open(file);
        var sheet = 0;
        do
        {
            sheet++;
            for (var line = 1; Step(sheets.Read, line); line++)
            {
                yield return new TableRow(
                    sheet,
                    line,
                    Cells(sheets.FieldCount, line, i => Convert.ToString(sheets.GetValue(i), CultureInfo.InvariantCulture) ?? "")
                );
            }
        } while (sheets.NextResult());
    }

    private static string[] Cells(int count, int line, Func<int, string> cell)
    {
        if (count > MaxColumns)
        {
            throw new TableException(line, "", $"{count} columns; a wage table has at most {MaxColumns}");
        }
        var cells = new string[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = cell(i).Trim();
        }
        return cells;
    }

    private static bool Step(Func<bool> read, int line)
    {
        if (line > MaxRows)
        {
            throw new TableException(line, "", $"more than {MaxRows} rows");
        }
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Parsers tell damage by exceptions of many types; all of them mean that the file is at fault here.
            throw new TableException(line, "", "cannot be read: the file is damaged or truncated", e);
        }
    }

    private static IExcelDataReader Open(Stream file)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new TableException(1, "", "is not a readable xlsx workbook: the file is damaged or truncated", e);
        }
    }

    private static void RefuseBombs(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var unpacked = zip.Entries.Sum(entry => entry.Length);
            if (unpacked > MaxUnpackedBytes)
            {
                throw new TableException(1, "", "unpacks to more than 256 MiB");
            }
        }
        catch (InvalidDataException e)
        {
            throw new TableException(1, "", "is not a readable xlsx workbook: the file is damaged or truncated", e);
        }

        file.Position = 0;
    }
}
