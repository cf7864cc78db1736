using System.Text;
using Sylvan.Data.Csv;

namespace CareerRecs.Catalog.Import.Tables;

/// <summary>
/// A CSV table read row by row, cells by the index of their column in the <see cref="TableLayout"/>. Cells may hold
/// line ends: <see cref="Line"/> counts the file's lines, not its rows. What breaks the table is refused with file, line
/// and column; a row that cannot be used is left out with a finding.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>Most characters of a row, and so of a cell.</summary>
    public const int MaxRow = 1 << 20;

    /// <summary>A table of which more than this share cannot be read is refused, whatever the cells say.</summary>
    private const double MaxRefusedShare = 0.01;

    private const int RowsThatMayFail = 10;

    private readonly StreamReader _text;
    private readonly CsvDataReader _reader;
    private readonly string _file;
    private readonly TableLayout _layout;
    private readonly ImportFindings _findings;
    private readonly CancellationToken _cancellationToken;
    private int[] _columns = [];
    private string[] _names = [];
    private int _rows;
    private int _nextLine = 1;
    private int _refused;
    private (int Line, string Column, string Message) _firstRefused;

    /// <summary>Opens a table; no row is read yet. The stream stays open.</summary>
    public CsvTable(Stream stream, string file, TableLayout layout, ImportFindings findings, CancellationToken cancellationToken)
    {
        (_file, _layout, _findings, _cancellationToken) = (file, layout, findings, cancellationToken);
        // Bytes that are no UTF-8 come out as U+FFFD and are reported with their row.
        _text = new StreamReader(stream, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        var options = new CsvDataReaderOptions
        {
            Delimiter = ',',
            // There is no such thing in these tables; a character that no text holds says so.
            Comment = '\uFFFF',
            HasHeaders = false,
            ResultSetMode = ResultSetMode.SingleResult,
            BufferSize = 1 << 16,
            MaxBufferSize = MaxRow,
        };
        try
        {
            _reader = CsvDataReader.Create(_text, options);
        }
        catch (CsvFormatException e)
        {
            throw Broken(e);
        }
    }

    /// <summary>Name of the file.</summary>
    public string File => _file;

    /// <summary>Line at which the present row starts, 1 the first.</summary>
    public int Line { get; private set; }

    /// <summary>A cell, trimmed; empty for a column that the file does not have.</summary>
    public ReadOnlySpan<char> this[int column] => _columns[column] < 0 ? default : _reader.GetFieldSpan(_columns[column]).Trim();

    /// <summary>A cell as a string.</summary>
    public string Text(int column) => this[column].ToString();

    /// <summary>
    /// Finds the header: the first row that has all needed columns, among the first <paramref name="within"/>. False, with
    /// an error in the report: a needed column is missing and the table is not needed either.
    /// </summary>
    public bool FindHeader(IReadOnlySet<string> unread, int within = 1, Action<string, string>? preface = null)
    {
        string? missing = null;
        for (var row = 0; row < within && Advance(); row++)
        {
            var names = new string[_reader.RowFieldCount];
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = _reader.GetFieldSpan(i).Trim().ToString();
            }
            missing = _layout.FirstAbsent(names);
            if (missing is null || within == 1)
            {
                _columns = _layout.Bind(names, unread, _file, Line, _findings);
                _names = names;
                break;
            }

            if (names.Length > 1)
            {
                preface?.Invoke(names[0], names[1]);
            }
        }

        if (missing is null && _names.Length > 0)
        {
            return true;
        }
        missing ??= _layout.NameOf(0);
        var message =
            within == 1 ? $"The column '{missing}' is missing" : $"None of the first {within} rows has the column '{missing}'";
        if (_layout.Required)
        {
            throw new ImportFileException(_file, Math.Max(Line, 1), missing, message + ". Import the file as published.");
        }
        _findings.Error("COLUMN_MISSING", message + "; the table was not read.", _file, Math.Max(Line, 1), missing);
        return false;
    }

    /// <summary>Moves to the next row that is whole. False: there are no more, and the table was counted.</summary>
    public bool Read()
    {
        while (Advance())
        {
            if ((++_rows & 0x3FF) == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }
            var row = _reader.GetRawRecordSpan();
            if (row.IsWhiteSpace())
            {
                _rows--;
                continue;
            }

            var cells = _reader.RowFieldCount;
            if (cells != _names.Length)
            {
                throw new ImportFileException(
                    _file,
                    Line,
                    $"cell {Math.Min(cells, _names.Length) + 1}",
                    $"The row has {cells} cells where the header has {_names.Length}. The file is cut off or damaged."
                );
            }

            if (
                row.IndexOfAny('\uFFFD', '\0') < 0
                || Refuse("BAD_ENCODING", 0, "The row holds characters that are not UTF-8 text.")
            )
            {
                return true;
            }
        }

        _findings.Count($"rows of {_file}", _rows);
        if (_refused > Math.Max(RowsThatMayFail, _rows * MaxRefusedShare))
        {
            var (line, column, message) = _firstRefused;
            throw new ImportFileException(
                _file,
                line,
                column,
                $"{_refused} of {_rows} rows cannot be read; the first: {message} Nothing was imported."
            );
        }

        return false;
    }

    /// <summary>Says something about a cell; the row stays.</summary>
    public void Warn(string code, int column, string message) =>
        _findings.Warn(code, message, _file, Line, _layout.NameOf(column));

    /// <summary>Leaves the row out, with a finding; too many such rows and the table is refused. Always false.</summary>
    public bool Refuse(string code, int column, string message)
    {
        var name = _layout.NameOf(column);
        if (_refused++ == 0)
        {
            _firstRefused = (Line, name, message);
        }
        _findings.Warn(code, message + " The row was left out.", _file, Line, name);
        return false;
    }

    /// <summary>A cell as messages show it.</summary>
    public string Shown(int column) => this[column] is { Length: > 60 } cell ? string.Concat(cell[..60], "...") : Text(column);

    /// <inheritdoc />
    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    private bool Advance()
    {
        Line = _nextLine;
        try
        {
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException e)
        {
            throw Broken(e);
        }

        var row = _reader.GetRawRecordSpan();
        _nextLine += row.Count('\n') is var ends and > 0 ? ends : 1;
        return true;
    }

    private ImportFileException Broken(CsvFormatException e)
    {
        var column = e.FieldOrdinal < _names.Length ? _names[e.FieldOrdinal] : $"cell {e.FieldOrdinal + 1}";
        var message =
            e is CsvRecordTooLargeException
                ? $"The row is longer than {MaxRow} characters; a quotation "
                    + $"mark may be missing, or the file is of another format."
                : "The cell's quotation marks do not match. The file is cut off or damaged.";
        return new ImportFileException(_file, Math.Max(Line, 1), column, message);
    }
}
