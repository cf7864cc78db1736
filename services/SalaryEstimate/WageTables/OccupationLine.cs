using System.Globalization;

namespace CareerRecs.Salary.WageTables;

/// <summary>A wage row as a line of the model file.</summary>
public static class OccupationLine
{
    private const string Levels = "dbnm";
    private const int Cells = 10;

    /// <summary>The line of a row.</summary>
    public static string Write(WageRow row) =>
        string.Join(
            '|',
            row.Soc,
            row.Title,
            Levels[(int)row.Level],
            row.Employment.ToString(CultureInfo.InvariantCulture),
            Amount(row.Mean),
            Amount(row.P10),
            Amount(row.P25),
            Amount(row.P50),
            Amount(row.P75),
            Amount(row.P90)
        );

    /// <summary>The row of a line.</summary>
    public static WageRow Read(string line)
    {
        var cells = line.Split('|');
        if (cells.Length != Cells)
        {
            throw new FormatException($"\"{line}\" does not have {Cells} cells.");
        }
        return new WageRow(
            cells[0],
            cells[1],
            (OccupationLevel)Levels.IndexOf(cells[2], StringComparison.Ordinal),
            long.Parse(cells[3], CultureInfo.InvariantCulture),
            Amount(cells[4]),
            Amount(cells[5]),
            Amount(cells[6]),
            Amount(cells[7]),
            Amount(cells[8]),
            Amount(cells[9])
        );
    }

    private static string Amount(double? amount) =>
        amount switch
        {
            null => "",
            WageRow.TopCode => "#",
            { } value => value.ToString(CultureInfo.InvariantCulture),
        };

    private static double? Amount(string cell) =>
        cell switch
        {
            "" => null,
            "#" => WageRow.TopCode,
            _ => double.Parse(cell, CultureInfo.InvariantCulture),
        };
}
