using System.Text;

namespace CareerRecs.Cli.Rendering;

/// <summary>
/// Text being laid out: lines, wrapped paragraphs, columns. Without colours it is plain text, to the character.
/// </summary>
public sealed class Page(int width = 100, bool colours = false)
{
    private readonly StringBuilder _text = new();

    /// <summary>Columns to write into.</summary>
    public int Width => width;

    /// <summary>A line as it is.</summary>
    public Page Line(string line = "")
    {
        _text.Append(line.TrimEnd()).Append('\n');
        return this;
    }

    /// <summary>A paragraph, wrapped at words; lines after the first begin with <paramref name="hanging"/>.</summary>
    public Page Wrap(string first, string paragraph, string? hanging = null)
    {
        hanging ??= new string(' ', first.Length);
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in paragraph.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                Line(line.ToString());
                line.Clear().Append(hanging);
                empty = true;
            }
            if (!empty)
            {
                line.Append(' ');
            }

            line.Append(word);
            empty = false;
        }
        return Line(line.ToString());
    }

    /// <summary>
    /// Rows in columns as wide as their widest cell; columns listed in <paramref name="right"/> are set flush right.
    /// </summary>
    public Page Table(IEnumerable<string[]> rows, string indent = "", params int[] right)
    {
        var all = rows.ToList();
        var columns = all.Count == 0 ? 0 : all.Max(r => r.Length);
        var widths = Enumerable.Range(0, columns).Select(c => all.Max(r => c < r.Length ? r[c].Length : 0)).ToArray();
        foreach (var row in all)
        {
            var cells = row.Select((cell, c) => right.Contains(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]));
            Line(indent + string.Join("  ", cells));
        }
        return this;
    }

    /// <summary>A heading with an empty line before it, unless it is the first thing on the page.</summary>
    public Page Heading(string title)
    {
        if (_text.Length > 0)
        {
            Line();
        }

        return Line(Strong(title));
    }

    /// <summary>Emphasis where colours are shown. Pad before, not after.</summary>
    public string Strong(string words) => colours ? $"\e[1m{words}\e[0m" : words;

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();
}
