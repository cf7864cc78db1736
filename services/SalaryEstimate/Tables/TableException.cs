namespace CareerRecs.Salary.Tables;

/// <summary>A table file that is wrong, with the place in it.</summary>
public sealed class TableException(int line, string column, string problem, Exception? inner = null)
    : Exception(Describe(line, column, problem), inner)
{
    /// <summary>Line in the csv file or row in the sheet, 1 the first.</summary>
    public int Line { get; } = line;

    /// <summary>Header of the column; empty where the whole row is meant.</summary>
    public string Column { get; } = column;

    private static string Describe(int line, string column, string problem) =>
        column.Length == 0 ? $"line {line}: {problem}" : $"line {line}, column {column}: {problem}";
}
