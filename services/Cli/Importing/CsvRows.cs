using System.Globalization;
using CareerRecs.Cli.Shell;
using Sylvan.Data.Csv;

namespace CareerRecs.Cli.Importing;

/// <summary>The rows of a CSV file: UTF-8, commas, the header first and as many cells in every row. Read one at a time.</summary>
internal static class CsvRows
{
    /// <summary>
    /// The rows with the header, each with the line it begins on; cells without space or a byte order mark around them. Blank
    /// lines are no rows.
    /// </summary>
    public static IEnumerable<(int Line, string[] Cells)> Read(Stream file, string name)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        using var csv = CsvDataReader.Create(
            text,
            new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                MaxBufferSize = 1 << 20,
                OwnsReader = false,
            }
        );
        var columns = 0;
        for (var line = 1; Step(csv, name, line); )
        {
            var cells = new string[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i);
            }

            var next = line + 1 + cells.Sum(cell => cell.AsSpan().Count('\n')); // cells in quotes may break
            if (columns == 0 || cells is not [""])
            {
                if (columns == 0)
                {
                    columns = cells.Length;
                }

                if (cells.Length != columns)
                {
                    throw new CommandException(
                        $"{name}, line {line}: {cells.Length} cells, the header has {columns}; put cells with a comma in quotes"
                    );
                }

                yield return (line, Array.ConvertAll(cells, cell => cell.Trim().TrimStart('\uFEFF')));
            }

            line = next;
        }
    }

    /// <summary>Says that there are more rows than one call takes.</summary>
    public static CommandException TooMany(string name, int line, int maxRows) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, line {line}: more than {maxRows:N0} rows; split the file and import its parts"
            )
        );

    private static bool Step(CsvDataReader csv, string name, int line)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new CommandException(
                $"{name}, line {line}: is not CSV with commas and double quotes, or a cell of it is beyond all measure"
            );
        }
    }
}
