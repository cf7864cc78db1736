using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>Finds the part of a line, between bars, tabs and commas, that dates stand in.</summary>
internal static class LineSegments
{
    private const int LongestMonth = 12;

    /// <summary>The dates with the words around them on their part of the line: "gennaio 2019 - oggi".</summary>
    public static (int Start, int End) Around(string text, JobLine line, int start, int end, int longest)
    {
        var (from, to) = (start, end);
        while (from > line.Start && !IsBoundary(text, from - 1))
        {
            from--;
        }

        while (to < line.End && !IsBoundary(text, to))
        {
            to++;
        }

        while (from < start && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > end && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return to - from <= longest ? (from, to) : (start, Math.Min(end, start + longest));
    }

    private static bool IsBoundary(string text, int at)
    {
        if (text[at] is '\t' or '|' or '·' or '•' or '(' or ')' or ';' or '\n')
        {
            return true;
        }

        if (text[at] != ',')
        {
            return false;
        }

        var next = at + 1;
        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        if (next >= text.Length || !char.IsAsciiDigit(text[next]))
        {
            return true;
        }

        // The comma of "June 5, 2019" or "June, 2019" is part of the date.
        var before = DateLexer.Split(text, Math.Max(0, at - LongestMonth), at);
        return before.Count == 0
            || !(before[^1].Kind == LexemeKind.Number || DateWords.Find(DateWord.Month, before, before.Count - 1).Success);
    }
}
