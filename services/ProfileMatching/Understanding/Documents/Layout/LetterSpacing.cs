using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// Headings whose letters are set apart with blanks ("S K I L L S") as words. The text keeps its length: the blanks move to the
/// end of the line.
/// </summary>
internal static partial class LetterSpacing
{
    /// <summary>The text with such lines put together.</summary>
    public static string Close(string text) => Spaced().Replace(text, line => Words(line.Value).PadRight(line.Length));

    private static string Words(string line)
    {
        var words = WordGap().Split(line.Trim()).Select(word => word.Replace(" ", "", StringComparison.Ordinal)).ToList();
        return string.Join(' ', words is [var all] ? Split(all) : words);
    }

    /// <summary>"WORK HISTORY" of "WORKHISTORY", whose words had no wider blank between them; other words whole.</summary>
    private static IEnumerable<string> Split(string word)
    {
        for (var i = 2; i < word.Length - 1; i++)
        {
            if (HeadingWords.IsHeading($"{word[..i]} {word[i..]}"))
            {
                return [word[..i], word[i..]];
            }
        }

        return [word];
    }

    [GeneratedRegex(
        @"^[ \t]{0,20}\p{Lu}([ ]{1,6}[\p{L}&]){3,40}(?=[ \t]*\r?$)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Spaced();

    [GeneratedRegex("[ ]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex WordGap();
}
