namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>A line of a text, without the blanks around it; <paramref name="End"/> is exclusive.</summary>
internal readonly record struct TextLine(int Start, int End)
{
    /// <summary>Longest line that may stand in the head of a resume or be a list; what is longer is running text.</summary>
    public const int LongestShort = 300;

    private static readonly char[] Blanks = [' ', '\t', '\r', '\u00A0'];

    public int Length => End - Start;

    /// <summary>Whether a position is in the line.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The lines that are not empty, in order.</summary>
    public static IEnumerable<TextLine> Of(string text, int from = 0)
    {
        while (from < text.Length)
        {
            var end = text.IndexOf('\n', from);
            if (end < 0)
            {
                end = text.Length;
            }
            var (first, last) = (from, end);
            while (first < last && Array.IndexOf(Blanks, text[first]) >= 0)
            {
                first++;
            }
            while (last > first && Array.IndexOf(Blanks, text[last - 1]) >= 0)
            {
                last--;
            }
            if (last > first)
            {
                yield return new TextLine(first, last);
            }
            from = end + 1;
        }
    }

    /// <summary>The parts of the line between bars, bullets and tabs.</summary>
    public IEnumerable<TextLine> Parts(string text)
    {
        var from = Start;
        for (var i = Start; i <= End; i++)
        {
            if (i < End && text[i] is not ('|' or '•' or '·' or '\t' or ';' or '●' or '▪'))
            {
                continue;
            }
            var (first, last) = (from, i);
            while (first < last && text[first] == ' ')
            {
                first++;
            }
            while (last > first && text[last - 1] == ' ')
            {
                last--;
            }
            if (last > first)
            {
                yield return new TextLine(first, last);
            }
            from = i + 1;
        }
    }
}
