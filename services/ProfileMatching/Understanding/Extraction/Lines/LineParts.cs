using System.Buffers;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>
/// Parts of a line that names a job: title, employer and place, with commas, bars, dashes or "at" between them.
/// </summary>
internal static class LineParts
{
    private const int LongestBlank = 3;

    private static readonly SearchValues<char> Separators = SearchValues.Create(",|•·;\t()@:\n");

    /// <summary>Whether two words in a row stand in different parts.</summary>
    public static bool AreApart(string text, Token word, Token next)
    {
        var between = text.AsSpan(word.End, next.Start - word.End);
        return between.Length > LongestBlank
            || between.ContainsAny(Separators)
            || between is " - " or " – " or " — " or " / "
            || word.Text is "at"
            || next.Text is "at";
    }

    /// <summary>Whether words fill the part that they stand in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="first">Index of the first of the words.</param>
    /// <param name="count">Number of the words.</param>
    public static bool IsWhole(string text, IReadOnlyList<Token> tokens, int first, int count) =>
        (first == 0 || AreApart(text, tokens[first - 1], tokens[first]))
        && (first + count >= tokens.Count || AreApart(text, tokens[first + count - 1], tokens[first + count]));
}
