using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Importing;

/// <summary>An open CSV file of pay observations.</summary>
/// <param name="Stream">The file.</param>
/// <param name="Mapping">Mapping of its columns; null if they have the names of the import.</param>
internal sealed record ObservationFile(FileStream Stream, ObservationMapping? Mapping)
{
    /// <summary>Reads the rows from the start of the file, each with its line.</summary>
    public IEnumerable<(int Line, PayObservation Row)> ReadRows()
    {
        Stream.Position = 0;
        return Mapping is null
            ? ObservationTable.Read(Stream, Path.GetFileName(Stream.Name))
            : MappedTable.Read(Stream, Path.GetFileName(Stream.Name), Mapping);
    }
}
