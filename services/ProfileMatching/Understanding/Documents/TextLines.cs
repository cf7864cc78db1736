using System.Text;
using CareerRecs.ProfileMatching.Understanding.Documents.Layout;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// Text being put together: runs of blanks become one, lines break where they are told to, and no more than may be.
/// </summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();
    private bool _blank;
    private bool _isItem;
    private bool _isApart;

    /// <summary>Adds words, whatever blanks and line breaks stand between them.</summary>
    public TextLines Words(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c) || (char.IsControl(c) && c != LineMarks.BrokenWord))
            {
                _blank = true;
                continue;
            }

            if (_isApart)
            {
                _text.Append('\n');
                _isApart = false;
            }

            if (_isItem)
            {
                _text.Append(LineMarks.Item);
                (_isItem, _blank) = (false, false);
            }

            if (_blank && _text.Length > 0 && _text[^1] is not ('\n' or '\t'))
            {
                _text.Append(' ');
            }

            _blank = false;
            _text.Append(c);
        }

        return _text.Length <= Bounds.Characters ? this : throw UnreadableDocumentException.TooLong();
    }

    /// <summary>Ends the line, unless nothing is on it.</summary>
    public TextLines Break()
    {
        _blank = false;
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Ends the line and leaves an empty one behind it: what follows stands apart, as in another column.</summary>
    public TextLines Gap()
    {
        Break();
        _isApart = _text.Length > 0;
        return this;
    }

    /// <summary>Sets what follows off from what stands on the line, as a cell of a table.</summary>
    public TextLines Tab()
    {
        _blank = false;
        if (_text.Length > 0 && _text[^1] is not ('\n' or '\t'))
        {
            _text.Append('\t');
        }

        return this;
    }

    /// <summary>Whether the next words start an item of a list.</summary>
    public TextLines Item(bool starts = true)
    {
        _isItem = starts;
        return this;
    }

    /// <summary>A line of cells.</summary>
    public TextLines Row(IReadOnlyList<string> cells)
    {
        Break();
        foreach (var cell in cells)
        {
            Tab().Words(cell);
        }

        return Break();
    }

    /// <summary>A line of its own.</summary>
    public TextLines Line(ReadOnlySpan<char> words) => Break().Words(words).Break();

    /// <summary>Number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Lines with their cells, as another one put them together.</summary>
    public TextLines Text(ReadOnlySpan<char> lines)
    {
        var isApart = false;
        foreach (var line in lines.EnumerateLines())
        {
            if (line.IsEmpty)
            {
                isApart = true;
                continue;
            }

            _ = isApart ? Gap() : Break();
            isApart = false;
            foreach (var cell in line.Split('\t'))
            {
                Tab().Words(line[cell]);
            }
        }

        return Break();
    }

    public override string ToString() => _text.ToString();
}
