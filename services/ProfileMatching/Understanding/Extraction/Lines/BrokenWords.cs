using System.Text;
using CareerRecs.ProfileMatching.Understanding.Documents.Layout;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>
/// Puts words together that a hyphen breaks at the end of a line: "auto-|mation" is one word, "time-|series" keeps its hyphen.
/// The words of the field tell which.
/// </summary>
internal static class BrokenWords
{
    private const int LongestPart = 40;

    /// <summary>The text without marks of broken words.</summary>
    public static string Mend(string text)
    {
        if (!text.Contains(LineMarks.BrokenWord, StringComparison.Ordinal))
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        var from = 0;
        for (int mark; (mark = text.IndexOf(LineMarks.BrokenWord, from)) >= 0; from = mark + 1)
        {
            mended.Append(text, from, mark - from);
            if (mended.Length > 0 && mended[^1] == '-' && IsOneWord(WordBefore(text, mark - 1), WordBehind(text, mark + 1)))
            {
                mended.Length--;
            }
        }

        return mended.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsOneWord(string first, string second) =>
        PhraseEncoder.Shipped.Knows(first + second)
        || !(PhraseEncoder.Shipped.Knows(first) && PhraseEncoder.Shipped.Knows(second));

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestPart && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static string WordBehind(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestPart && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
