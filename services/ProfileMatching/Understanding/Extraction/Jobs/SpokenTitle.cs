using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>A title as people say it, with where and how long beside it: "I'm a TA in a primary school".</summary>
internal static partial class SpokenTitle
{
    /// <summary>The title without what introduces it and what is said of place and time.</summary>
    public static string WithoutCircumstances(string text)
    {
        var title = text.Trim().TrimEnd('.', '!');
        title = title[(Introduction().Match(title) is { Success: true } lead ? lead.Length : 0)..];
        return Circumstances().Match(title) is { Success: true, Index: > 0 } behind
            ? title[..behind.Index].TrimEnd(',', ' ')
            : title;
    }

    [GeneratedRegex(
        """
            ^( i['’]?m\s | i\s+am\s | i['’]?ve\s+been\s | been\s | worked\s+as\s | working\s+as\s | (an?|the)\s
               | (ex|former|retired|qualified|experienced|self[- ]employed)\b[- ]?\s? )+
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Introduction();

    [GeneratedRegex(
        """
            (,?\s+|\s*\() ( (in|at|on|with|for|since|from|by\s+trade|all\s+my\s+life)\b | \d+\s*\+?\s*(years?|yrs?|months?)\b ).*$
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Circumstances();
}
