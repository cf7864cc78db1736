using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>Marks at the start and the end of lines.</summary>
internal static partial class LineMarks
{
    /// <summary>
    /// Stands behind a hyphen at the end of a line that goes on with the next word: whether the hyphen belongs to the word is for
    /// those to say who know words.
    /// </summary>
    public const char BrokenWord = '\u001F';

    /// <summary>Starts an item of a list in the text.</summary>
    public const string Item = "• ";

    /// <summary>Whether the words are nothing but the mark of a list item.</summary>
    public static bool IsBullet(string text) =>
        text.Length is 1 or 2
        && (
            text is "-" or "–" or "*" or "o" or "»" or ">"
            || "•·●○◦▪▫■□◆◇➢➤‣⁃∙✓✔❖→".Contains(text[0], StringComparison.Ordinal)
            || text[0] is >= '\uE000' and <= '\uF8FF'
        );

    /// <summary>Whether the line breaks within a word: a letter and a hyphen end it.</summary>
    public static bool BreaksWord(string line) => line.Length > 1 && line[^1] is '-' or '\u2010' && char.IsLetter(line[^2]);

    /// <summary>Whether a sentence cannot end where the line does.</summary>
    public static bool GoesOn(string line) => Open().IsMatch(line);

    [GeneratedRegex(
        """
            (
                [,&/(–-]
              | \s (and|or|of|the|a|an|in|on|for|to|with|by|from|at|as|using|into|through)
            ) $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Open();
}
