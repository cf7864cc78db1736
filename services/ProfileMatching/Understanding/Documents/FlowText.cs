using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Documents.Layout;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// Text of a format that flows, with tables in it, put together piece by piece. A row whose cells are of one line is a line with
/// cells; where whole columns of a page stand in cells, they are read one behind the other.
/// </summary>
internal sealed partial class FlowText
{
    /// <summary>Tables deeper in tables than this are read as lines.</summary>
    private const int MostDepth = 8;

    private const int MostCells = 50;
    private const int LongestLabel = 80;
    private const int MostLinesBeside = 4;

    private readonly Stack<Table> _tables = new();
    private TextLines _lines = new();
    private int _ignored;
    private TextLines? _aroundHeadline;
    private string? _headline;
    private int _headlineAt;
    private int _headlines;

    public void Words(ReadOnlySpan<char> words) => _lines.Words(words);

    public void Break() => _lines.Break();

    public void Tab() => _lines.Tab();

    /// <summary>Sets what follows apart.</summary>
    public void Gap() => _lines.Gap();

    /// <summary>
    /// Starts a heading of the highest rank. If there is only one and it names no section, it is the name in most resumes: a
    /// person reads it first, wherever it stands.
    /// </summary>
    public void StartHeadline()
    {
        _lines.Break();
        _headlines++;
        if (_tables.Count == 0 && _headline is null && _aroundHeadline is null)
        {
            (_aroundHeadline, _lines) = (_lines, new TextLines());
        }
    }

    public void EndHeadline()
    {
        if (_aroundHeadline is null || _tables.Count > 0)
        {
            _lines.Break();
            return;
        }

        var words = _lines.ToString().TrimEnd('\n');
        (_lines, _aroundHeadline) = (_aroundHeadline, null);
        if (Headline.IsOne(words) && _headline is null)
        {
            (_headline, _headlineAt) = (words, _lines.Length);
        }
        else
        {
            _lines.Text(words);
        }
    }

    /// <summary>Starts an item of a list.</summary>
    public void StartItem() => _lines.Break().Item();

    public void EndItem() => _lines.Item(starts: false).Break();

    public void StartTable()
    {
        _lines.Break();
        if (_tables.Count == MostDepth)
        {
            _ignored++;
            return;
        }

        _tables.Push(new Table(_lines));
    }

    public void StartRow() => EndRow();

    public void StartCell()
    {
        EndCell();
        if (!IsInTable(out var table) || table.Cells.Count >= MostCells)
        {
            _lines.Break();
            return;
        }

        (table.IsInCell, table.Columns) = (true, 1);
        _lines = new TextLines();
    }

    /// <summary>Makes the cell that was started so many columns wide.</summary>
    public void WidenCell(int columns)
    {
        if (IsInTable(out var table))
        {
            table.Columns = Math.Clamp(columns, 1, MostCells);
        }
    }

    public void EndCell()
    {
        if (!IsInTable(out var table) || !table.IsInCell)
        {
            _lines.Break();
            return;
        }

        table.Cells.Add(_lines.ToString().TrimEnd('\n'));
        table.Cells.AddRange(Enumerable.Repeat("", table.Columns - 1));
        table.IsInCell = false;
        _lines = table.Around;
    }

    public void EndRow()
    {
        EndCell();
        if (!IsInTable(out var table))
        {
            return;
        }

        AddRow(table);
        table.Cells.Clear();
    }

    public void EndTable()
    {
        if (_ignored > 0)
        {
            _ignored--;
            _lines.Break();
            return;
        }

        EndRow();
        if (_tables.Count > 0)
        {
            _tables.Pop();
        }
    }

    public override string ToString()
    {
        while (_tables.Count > 0)
        {
            EndTable();
        }

        if (_aroundHeadline is not null)
        {
            EndHeadline();
        }

        var text = _lines.ToString();
        return _headline is null ? text : text.Insert(_headlines == 1 ? 0 : _headlineAt, $"{_headline}\n");
    }

    private bool IsInTable(out Table table)
    {
        table = null!;
        return _ignored == 0 && _tables.TryPeek(out table!);
    }

    private static void AddRow(Table table)
    {
        var cells = table.Cells.ConvertAll(cell => cell.Split('\n'));
        var most = cells.Count == 0 ? 0 : cells.Max(cell => cell.Length);
        if (most > 1 && !AreBeside(cells, most))
        {
            foreach (var cell in cells)
            {
                table.Around.Gap();
                foreach (var line in cell)
                {
                    table.Around.Line(line);
                }
            }

            table.Around.Gap();
            return;
        }

        for (var i = 0; i < most; i++)
        {
            table.Around.Row(table.Rows.Describe(cells.ConvertAll(cell => i < cell.Length ? cell[i] : "")));
        }
    }

    /// <summary>
    /// Whether the lines of a row's cells belong beside each other: labels or dates beside one longer cell, and a few lines with
    /// dates among them beside as many.
    /// </summary>
    private static bool AreBeside(List<string[]> cells, int most)
    {
        var filled = cells.FindAll(cell => cell[0].Length > 0);
        var isLabelled =
            filled.Count(cell => cell.Length > 1) == 1
            && filled.TrueForAll(cell => cell.Length > 1 || cell[0].Length <= LongestLabel);
        return isLabelled
            || (
                most <= MostLinesBeside
                && filled.TrueForAll(cell => cell.Length == most)
                && filled.Exists(cell => Array.Exists(cell, line => Year().IsMatch(line)))
            );
    }

    /// <summary>A table whose rows are being read.</summary>
    private sealed class Table(TextLines around)
    {
        public TextLines Around { get; } = around;

        public TableRows Rows { get; } = new();

        public List<string> Cells { get; } = [];

        public int Columns { get; set; } = 1;

        public bool IsInCell { get; set; }
    }

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();
}
