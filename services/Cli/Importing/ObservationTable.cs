using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Importing;

/// <summary>A CSV file of pay observations.</summary>
internal static class ObservationTable
{
    /// <summary>Rows that one call takes.</summary>
    public const int MaxRows = 1_000_000;

    private static readonly CsvRecords<PayObservation> Table = new(
        new(ObservationColumns.All, ObservationColumns.Required),
        MaxRows
    );

    /// <summary>The rows, each with the line it begins on.</summary>
    public static IEnumerable<(int Line, PayObservation Row)> Read(Stream file, string name) => Table.Read(file, name);
}
