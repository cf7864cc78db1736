using System.Globalization;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>
/// The row at which a table stands. One instance serves all rows. Cells are read by the index of their column in
/// the <see cref="TableLayout"/>; what cannot be read becomes a finding and the row is left out.
/// </summary>
internal sealed class OnetRow(TableLayout layout, int[] columns, int width, string file, OnetDraft draft)
{
    private readonly Range[] _cells = new Range[width + 1];
    private char[] _line = [];

    public string File => file;

    public int Line { get; private set; }

    /// <summary>How many rows were left out because a cell cannot be read, and where the first stands.</summary>
    public int Refused { get; private set; }

    public (int Line, string Column, string Message) FirstRefused { get; private set; }

    /// <summary>A cell, trimmed; empty for "n/a" and for a column that the file does not have.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (columns[column] < 0)
            {
                return default;
            }
            var cell = _line.AsSpan()[_cells[columns[column]]].Trim();
            return cell.Equals("n/a", StringComparison.OrdinalIgnoreCase) ? default : cell;
        }
    }

    /// <summary>A cell as a string, one instance for equal ones.</summary>
    public string Text(int column) => draft.Intern(this[column]);

    /// <summary>Whether a cell says yes.</summary>
    public bool Flag(int column) => this[column].Equals("Y", StringComparison.OrdinalIgnoreCase);

    /// <summary>A cell that must hold text.</summary>
    public bool TryText(int column, out string text)
    {
        text = Text(column);
        return text.Length > 0 || Refuse("EMPTY_CELL", column, "The cell is empty.");
    }

    /// <summary>A cell that must hold a number within a range.</summary>
    public bool TryNumber(int column, double min, double max, out double number)
    {
        var cell = this[column];
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(cell, styles, CultureInfo.InvariantCulture, out number))
        {
            return Refuse("UNPARSABLE_CELL", column, $"'{Shown(cell)}' is not a number.");
        }
        return (number >= min && number <= max)
            || Refuse("OUT_OF_RANGE", column, $"{number.ToString(CultureInfo.InvariantCulture)} is outside of {min} to {max}.");
    }

    /// <summary>The occupation that a cell names by its code.</summary>
    public bool TryRole(int column, out Role role)
    {
        var found = draft.RolesByCode.TryGetValue(this[column], out role!);
        if (!found)
        {
            var message = $"'{Shown(this[column])}' is not in Occupation Data; its rows were left out.";
            draft.Findings.Warn("DANGLING_OCCUPATION", message, file, Line, layout.NameOf(column));
        }

        return found;
    }

    /// <summary>Notes a row that says what an earlier one said.</summary>
    public void Duplicate(int column, string what) =>
        draft.Findings.Warn("DUPLICATE", $"{what} stands twice; the first was kept.", file, Line, layout.NameOf(column));

    /// <summary>Leaves the row out, with a finding.</summary>
    public bool Refuse(string code, int column, string message)
    {
        var name = layout.NameOf(column);
        if (Refused++ == 0)
        {
            FirstRefused = (Line, name, message);
        }
        draft.Findings.Warn(code, message + " The row was left out.", file, Line, name);
        return false;
    }

    /// <summary>Moves to a line. False: it was left out.</summary>
    public bool Move(ReadOnlySpan<char> line, int number)
    {
        Line = number;
        if (_line.Length < line.Length)
        {
            _line = new char[Math.Max(line.Length, 4096)];
        }
        line.CopyTo(_line);
        var count = _line.AsSpan(0, line.Length).Split(_cells, '\t');
        if (count != width)
        {
            var cells = count > width ? $"more than {width}" : $"{count}";
            throw new ImportFileException(
                file,
                number,
                $"cell {Math.Min(count, width) + 1}",
                $"The row has {cells} cells where the header has {width}. The file is cut off or damaged."
            );
        }

        return line.IndexOfAny('\uFFFD', '\0') < 0
            || Refuse("BAD_ENCODING", 0, "The row holds characters that are not UTF-8 text.");
    }

    private static string Shown(ReadOnlySpan<char> cell) => cell.Length > 60 ? string.Concat(cell[..60], "...") : cell.ToString();
}
