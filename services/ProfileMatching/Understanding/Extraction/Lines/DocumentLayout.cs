using System.Buffers;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>What a line of a document is.</summary>
public enum LineKind
{
    /// <summary>Running text, a title, a name: none of the others.</summary>
    Line,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>Cells beside each other: a title and its dates, a row of a table.</summary>
    Row,
}

/// <summary>A line of a document in the order of reading.</summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Text">Its words; cells stand behind tabs.</param>
/// <param name="IsApart">Whether it stands apart from the line before it: in another column or behind an empty line.</param>
public readonly record struct LayoutLine(LineKind Kind, string Text, bool IsApart);

/// <summary>The layout stage's result: the lines of a document's text with what each is.</summary>
public static class DocumentLayout
{
    private static readonly SearchValues<char> Bullets = SearchValues.Create("-–—•*·●▪◦‣○■➢►✓");

    /// <summary>The lines that have words.</summary>
    /// <param name="text">The text of a document, as the layout stage writes it.</param>
    public static IEnumerable<LayoutLine> ReadLines(string text)
    {
        var (isFirst, isApart) = (true, false);
        foreach (var line in text.Split('\n').Select(line => line.Trim(' ', '\r')))
        {
            if (line.AsSpan().IsWhiteSpace())
            {
                isApart = !isFirst;
                continue;
            }

            yield return new LayoutLine(KindOf(line), line, isApart);
            (isFirst, isApart) = (false, false);
        }
    }

    private static LineKind KindOf(string line)
    {
        if (SectionHeadings.IsHeading(line))
        {
            return LineKind.Heading;
        }

        if (line.Length > 1 && Bullets.Contains(line[0]) && line[1] == ' ')
        {
            return LineKind.Item;
        }

        return line.Contains('\t', StringComparison.Ordinal) ? LineKind.Row : LineKind.Line;
    }
}
