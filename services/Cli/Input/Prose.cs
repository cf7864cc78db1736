using System.Text.RegularExpressions;

namespace CareerRecs.Cli.Input;

/// <summary>Tells sentences from a list: "I drove lorries for ten years and want to be home" is read as text.</summary>
public static partial class Prose
{
    /// <summary>The note that sentences were read as text.</summary>
    public const string Note = "read as text, since it is written in sentences; a list of skills is separated by commas";

    private const int LeastWords = 4;

    /// <summary>Words from which an item of a list is longer than the name of a skill.</summary>
    private const int LongItem = 9;

    /// <summary>Whether words typed as a list are sentences.</summary>
    public static bool Is(string text)
    {
        var words = Word().Count(text);
        return words >= LeastWords
            && (
                Told().IsMatch(text)
                || SentenceEnd().IsMatch(text)
                || SkillList.Split(text).Any(item => Word().Count(item) >= LongItem && Joining().Count(item) > 1)
            );
    }

    /// <summary>What people say of themselves and no skill is called.</summary>
    [GeneratedRegex(
        """
            (^|[\s(]) ( I | i['’]?(m|ve|d) | i\s+(am|was|have|work|worked|do|did|make|can|like|want|speak|drive|would
              |just|also) ) \s
            | \b(been|worked|work|working|trained|retrained|employed|years?|yrs?)\s+(an?|as)\b | \b(years?
              |yrs?)['’]?\s+(as|in|on|at)\b
            | \b(used|want|wants|hoping|need|going)\s+(to|out)\b | \b(sick|tired)\s+of\b | \bfed\s+up\b
              | \blooking\s+for\b
            | \ball\s+my\s+life\b | \bmy\s+(job|work|kids|husband|wife|last|first)\b | ^(was|been|just|got)\s
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Told();

    /// <summary>A full stop with another sentence behind it; "e.g. Java" and "St. John" are none.</summary>
    [GeneratedRegex(@"\p{Ll}{3,}[.!?]\s+\p{Lu}\p{L}*\s", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(a|an|the|in|at|and|then|to|with|but|for|was|were|is|are|of|my|on|who|that)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Joining();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’+#-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
