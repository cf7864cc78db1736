using CareerRecs.ProfileMatching.Understanding.Documents.Layout;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// Markdown with its marks blanked: emphasis, code, tables, tags, where links lead, whole images and the block of properties at
/// the top. What remains stands where it stood. One pass; what is looked for ahead is looked for only so far.
/// </summary>
internal static class MarkdownText
{
    private const int LongestLink = 500;
    private const int LongestTag = 300;
    private const int LongestDate = 40;
    private const int LongestProperties = 4_000;

    public static string Read(string markdown)
    {
        var text = markdown.ToCharArray();
        var i = Properties(text);
        while (i < text.Length)
        {
            i = text[i] switch
            {
                '!' when Next(text, i) == '[' => Link(text, i + 1, image: true),
                '[' => Link(text, i, image: false),
                '<' => Tag(text, i),
                '*' when IsBullet(text, i) => i + 1,
                '|' => EndCell(text, i),
                '*' or '`' or '~' => Blank(text, i, i + 1),
                // Within a word it is part of a name: "snake_case".
                '_' when !(IsWord(text, i - 1) && IsWord(text, i + 1)) => Blank(text, i, i + 1),
                '#' or '>' when StartsLine(text, i) => Blank(text, i, i + 1),
                _ => i + 1,
            };
        }

        return new string(text);
    }

    /// <summary>Sets cells apart, or joins the start and the end of a period.</summary>
    private static int EndCell(char[] text, int bar)
    {
        var start = bar;
        while (start > 0 && bar - start < LongestDate && text[start - 1] is not ('|' or '\t' or '\n'))
        {
            start--;
        }

        var end = bar + 1;
        while (end < text.Length && end - bar < LongestDate && text[end] is not ('|' or '\n' or '\r'))
        {
            end++;
        }

        const string marks = " *_`";
        var isPeriod = TableRows.IsPeriod(text.AsSpan(start..bar).Trim(marks), text.AsSpan((bar + 1)..end).Trim(marks));
        text[bar] = isPeriod ? '–' : '\t';
        return bar + 1;
    }

    /// <summary>
    /// Blanks "[words](address)" but for the words, and an image altogether. Where it ends nowhere near, nothing.
    /// </summary>
    private static int Link(char[] text, int open, bool image)
    {
        var words = Find(text, open, LongestLink, ']');
        if (words < 0)
        {
            return open + 1;
        }
        var end = words;
        if (Next(text, words) is '(' or '[')
        {
            end = Find(text, words, LongestLink, text[words + 1] == '(' ? ')' : ']', from: words + 2);
        }
        else if (Next(text, words) == ':' && StartsLine(text, open))
        {
            end = EndOfLine(text, words) - 1;
        }
        if (end < 0)
        {
            return open + 1;
        }
        if (image)
        {
            return Blank(text, open - 1, end + 1);
        }
        Blank(text, open, open + 1);
        Blank(text, words, end + 1);
        return open + 1;
    }

    private static int Tag(char[] text, int open)
    {
        if (!(char.IsAsciiLetter(Next(text, open)) || Next(text, open) is '/' or '!'))
        {
            return open + 1;
        }
        var end = Find(text, open, LongestTag, '>');
        return end < 0 ? open + 1 : Blank(text, open, end + 1);
    }

    /// <summary>The lines between "---" and "---" at the very top, which name the author and more; blanked.</summary>
    private static int Properties(char[] text)
    {
        // A blank may stand in the place of a byte order mark.
        var start = text is [' ', ..] ? 1 : 0;
        var top = text.AsSpan(start);
        var from = start + (top.StartsWith("---\n") ? 4 : 5);
        if (!top.StartsWith("---\n") && !top.StartsWith("---\r\n"))
        {
            return 0;
        }
        var end = text.AsSpan(from, Math.Min(LongestProperties, text.Length - from)).IndexOf("\n---");
        return end < 0 ? 0 : Blank(text, 0, from + end + 4);
    }

    private static int Find(char[] text, int after, int reach, char wanted, int from = -1)
    {
        from = from < 0 ? after + 1 : from;
        if (from >= text.Length)
        {
            return -1;
        }
        var found = text.AsSpan(from, Math.Min(reach, text.Length - from)).IndexOfAny(wanted, '\n');
        return found < 0 || text[from + found] == '\n' ? -1 : from + found;
    }

    private static int EndOfLine(char[] text, int from)
    {
        var end = Array.IndexOf(text, '\n', from);
        return end < 0 ? text.Length : end;
    }

    private static bool IsBullet(char[] text, int i) => Next(text, i) is ' ' or '\t' && StartsLine(text, i);

    /// <summary>
    /// Whether only blanks and marks like it stand before it on the line; lines are indented so far and no farther.
    /// </summary>
    private static bool StartsLine(char[] text, int i)
    {
        for (var back = i - 1; back >= Math.Max(0, i - 12); back--)
        {
            if (text[back] == '\n')
            {
                return true;
            }
            if (text[back] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return i <= 12;
    }

    private static bool IsWord(char[] text, int i) => i >= 0 && i < text.Length && char.IsLetterOrDigit(text[i]);

    private static char Next(char[] text, int i) => i + 1 < text.Length ? text[i + 1] : '\0';

    private static int Blank(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] != '\n')
            {
                text[i] = ' ';
            }
        }

        return end;
    }
}
