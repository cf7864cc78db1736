using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// Writes the lines of a page as text: lines that wrap are joined, a word that breaks is put together, cells stand behind tabs,
/// and tables say in each row what the heads of their columns say.
/// </summary>
/// <param name="lines">The lines, in the order of reading.</param>
internal sealed partial class PageWriter(List<PageLine> lines)
{
    private const double MostLineHeight = 1.9;
    private const double MostRowHeight = 3.5;
    private const double SameLeft = 0.4;
    private const double SameSize = 0.1;
    private const int LeastDigitsOfPhone = 9;

    /// <summary>
    /// Where the longest line of each column ends. Lines of contact data do not count: how long a name or address is must not
    /// change how the rest is read.
    /// </summary>
    private readonly Dictionary<int, double> _margins = lines
        .GroupBy(line => line.Column)
        .ToDictionary(
            column => column.Key,
            column => column.Where(line => !IsContact(line)).DefaultIfEmpty(column.First()).Max(line => line.Cells[^1].Right)
        );

    /// <summary>The lines of the text; an empty one between two blocks.</summary>
    public IEnumerable<IReadOnlyList<string>> Write()
    {
        var block = lines.Count > 0 ? lines[0].Block : 0;
        for (var i = 0; i < lines.Count; )
        {
            if (lines[i].Block != block)
            {
                block = lines[i].Block;
                yield return [];
            }

            var texts = Texts(lines[i]);
            if (lines[i].IsTableHead && TableEnd(i) is var end && end > i + 1)
            {
                var table = new TableRows();
                table.Describe([.. lines[i].Runs.Select(run => run.Text)]);
                foreach (var line in lines.Take((i + 1)..end))
                {
                    yield return table.Describe(Cells(lines[i], line));
                }

                i = end;
                continue;
            }

            if (texts.Count == 0)
            {
                i++;
                continue;
            }

            // One line of text, over as many lines of the page as it wraps.
            var first = lines[i];
            while (++i < lines.Count && Join(texts[^1], first, lines[i - 1], lines[i]) is { } joined)
            {
                texts[^1] = joined;
            }

            yield return TableRows.DescribeAlone(texts);
        }
    }

    private static bool IsContact(PageLine line) =>
        line.Cells.Any(cell =>
            cell.Text.Contains('@', StringComparison.Ordinal) || cell.Text.Count(char.IsAsciiDigit) >= LeastDigitsOfPhone
        );

    private static List<string> Texts(PageLine line) =>
        [.. line.Cells.SelectMany(cell => Leader().Split(cell.Text)).Where(text => text.Length > 0)];

    /// <summary>The text with the next line behind it; null if that is a line of its own.</summary>
    private string? Join(string text, PageLine first, PageLine last, PageLine next)
    {
        var (above, below) = (last.Cells[^1], next.Cells[0]);
        var height = last.Base - next.Base;
        if (
            last.Column != next.Column
            || next.Cells.Count > 1
            || below.IsItem
            || height <= 0
            || height > MostLineHeight * last.Size
            || Math.Abs(above.Size - below.Size) > SameSize * above.Size
        )
        {
            return null;
        }

        if (LineMarks.BreaksWord(text) && char.IsLetter(below.Text[0]) && IsUnder(below, last.Cells[0]))
        {
            return $"{text[..^1]}-{LineMarks.BrokenWord}{below.Text}";
        }

        if (first.Cells.Count > 1 || below.Text.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var isHanging = first.Cells[0].IsItem && Math.Abs(below.Left - first.Cells[0].WordsLeft) <= SameLeft * below.Size;
        var isSentence =
            (LineMarks.GoesOn(text) || char.IsLower(below.Text[0]))
            && IsUnder(below, last.Cells[0])
            && IsFull(above, below, last.Column);
        return isHanging || isSentence ? $"{text} {below.Text}" : null;
    }

    private static bool IsUnder(TextRun below, TextRun above) =>
        Math.Abs(below.Left - above.Left) <= SameLeft * below.Size
        || Math.Abs(below.Left - above.WordsLeft) <= SameLeft * below.Size;

    /// <summary>Whether the first word of the line below has no room on the line above.</summary>
    private bool IsFull(TextRun above, TextRun below, int column)
    {
        var word = below.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : below.Text.Length;
        var width = (below.Right - below.Left) * (word + 1) / below.Text.Length;
        return above.Right + width > _margins[column];
    }

    /// <summary>Index behind the last row under the head at an index.</summary>
    private int TableEnd(int head)
    {
        var end = head + 1;
        while (
            end < lines.Count
            && lines[end].Column == lines[head].Column
            && lines[end].Runs.Count > 1
            && lines[end - 1].Base - lines[end].Base is > 0 and var height
            && height <= MostRowHeight * lines[end].Size
            && !lines[end].IsTableHead
        )
        {
            end++;
        }

        return end;
    }

    /// <summary>The cells of a row, each in the column whose head starts nearest; empty where a column has none.</summary>
    private static string[] Cells(PageLine head, PageLine row)
    {
        var cells = new string[head.Runs.Count];
        Array.Fill(cells, "");
        foreach (var cell in row.Runs)
        {
            var column = Enumerable.Range(0, cells.Length).MinBy(i => Distance(head.Runs[i], cell));
            cells[column] = cells[column].Length > 0 ? $"{cells[column]} {cell.Text}" : cell.Text;
        }

        return cells;
    }

    /// <summary>Columns are flush left, flush right or centred.</summary>
    private static double Distance(TextRun head, TextRun cell) =>
        Math.Min(
            Math.Min(Math.Abs(head.Left - cell.Left), Math.Abs(head.Right - cell.Right)),
            Math.Abs((head.Left + head.Right - cell.Left - cell.Right) / 2)
        );

    /// <summary>Dots that lead the eye from a title to its date.</summary>
    [GeneratedRegex(@"\s*(\.\s?){5,}\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leader();
}
