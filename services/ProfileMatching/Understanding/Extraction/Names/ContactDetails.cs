using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Names;

/// <summary>
/// Finds by their shape, anywhere in a text: mail addresses, handles, telephone numbers, links, street addresses, ages, and lines
/// that say of themselves what they are ("Date of birth:"). Each pattern is bounded, so a text costs no more than it is long.
/// </summary>
internal static partial class ContactDetails
{
    private const int LongestUser = 64;
    private const int LongestHost = 255;

    /// <summary>Digits of the shortest telephone number.</summary>
    private const int LeastDigits = 7;

    /// <summary>Words of a place before its postal code: "Salt Lake City, UT 84101".</summary>
    private const int WordsOfPlace = 4;

    /// <summary>The places to blank, in no order.</summary>
    public static IEnumerable<Range> Find(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (Address(text, at) is { } mail)
            {
                yield return mail;
            }
        }

        foreach (Match match in Link().Matches(text))
        {
            yield return RangeOf(match);
        }
        foreach (Match match in SaidLine().Matches(text))
        {
            yield return RangeOf(match);
        }
        int? firstHeading = null;
        foreach (Match match in Phone().Matches(text))
        {
            if (DigitCount(match.ValueSpan) < LeastDigits || IsRange(match.Value))
            {
                continue;
            }
            // A date above the first heading may be the date of birth.
            if (!IsDate(match.Value) || match.Index < (firstHeading ??= FirstHeading(text)))
            {
                yield return RangeOf(match);
            }
        }

        foreach (Match match in Street().Matches(text))
        {
            yield return RangeOf(match);
        }
        foreach (Match match in PostalCode().Matches(text))
        {
            yield return WithWordsBefore(text, match, WordsOfPlace);
        }
        foreach (Match match in Age().Matches(text))
        {
            yield return RangeOf(match);
        }
        foreach (Match match in YearsOld().Matches(text))
        {
            yield return WithWordsBefore(text, match, words: 1);
        }
    }

    /// <summary>"robin@example.org" and "@robin" around an at sign.</summary>
    private static Range? Address(string text, int at)
    {
        var (start, end) = (at, at + 1);
        while (
            start > 0
            && at - start < LongestUser
            && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '+' or '-')
        )
        {
            start--;
        }
        while (
            end < text.Length && end - at <= LongestHost && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-')
        )
        {
            end++;
        }
        return end > at + 1 ? start..end : null;
    }

    /// <summary>The match and, on its line, so many capitalized or hyphenated words or numbers before it.</summary>
    private static Range WithWordsBefore(string text, Match match, int words)
    {
        var start = match.Index;
        while (words-- > 0)
        {
            var end = start;
            while (end > 0 && text[end - 1] is ' ' or ',' or '-')
            {
                end--;
            }
            var first = end;
            while (
                first > 0 && end - first < 30 && (char.IsLetterOrDigit(text[first - 1]) || text[first - 1] is '.' or '\'' or '-')
            )
            {
                first--;
            }
            if (first == end)
            {
                break;
            }
            start = first;
        }

        return start..(match.Index + match.Length);
    }

    private static int DigitCount(ReadOnlySpan<char> match)
    {
        var digits = 0;
        foreach (var c in match)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }
        return digits;
    }

    /// <summary>Whether digits are a range of years or months: "2015-2019".</summary>
    private static bool IsRange(string digits) =>
        PeriodReader
            .Find(digits, 0, digits.Length, DateConventions.None)
            .Exists(period => period is { IsUsable: true, From: not null, To: not null });

    /// <summary>Whether digits are a date and nothing else: "01.06.2019", "2019-06-01".</summary>
    private static bool IsDate(string digits) =>
        PeriodReader.Find(digits, 0, digits.Length, DateConventions.None) is [{ From: not null, Start: 0 } date]
        && date.End == digits.Length;

    /// <summary>
    /// Position of the first heading over something else than contact details; the end of the text if it has none.
    /// </summary>
    private static int FirstHeading(string text)
    {
        foreach (var line in TextLine.Of(text))
        {
            if (SectionHeadings.Of(line.In(text)) is not (null or Section.Title or Section.Contact))
            {
                return line.Start;
            }
        }

        return text.Length;
    }

    /// <summary>Whether the detail is a line that states a name: "Name: Ruby Mason".</summary>
    public static bool StatesName(ReadOnlySpan<char> detail) =>
        detail.IndexOfAny(':', '\t') is > 0 and var end
        && !detail[(end + 1)..].Trim().IsEmpty
        && (
            detail[..end].Contains("name", StringComparison.OrdinalIgnoreCase)
            || detail[..end].Trim() is "Candidate" or "Applicant"
        );

    private static Range RangeOf(Match match) => match.Index..(match.Index + match.Length);

    [GeneratedRegex(
        @"\b(https?://|www\.|linkedin\.com/|github\.com/)\S{1,200}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(?<![\w.])\+?\(?[0-9]{1,4}\)?([ .-]?\(?[0-9]{2,4}\)?){2,4}(?![\w])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Phone();

    [GeneratedRegex(
        """
            ^ [ \t>*#•-]{0,10} (
                ((full|first|last|given|family|candidate'?s?)[ ])? names?(\(s\))? ([ ]?/[ ]?surnames?(\(s\))?)?
              | surname | candidate | applicant
              | ((home|postal|mailing|current)[ ])? address
              | (date|place|year)[ ]of[ ]birth | birth[ ]?date | birthday | d\.?o\.?b\.? | born | age
              | nationality | citizenship | gender | sex | race | ethnicity | religion | (marital|civil)[ ]status | pronouns
              | photo
            ) [ \t*]{0,3} [:\t] .{0,300} $
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SaidLine();

    [GeneratedRegex(
        """
            (?<![\w.,$])
            (
                [0-9]{1,6}[A-Za-z]? ,?[ ]{1,2} ([A-Z0-9][\w'.-]{0,20}[ ]{1,2}){1,4} (                     # 221B Baker
                    Street | St | Avenue | Ave | Road | Rd | Lane | Ln | Drive | Dr | Boulevard | Blvd | Court | Ct
                  | Terrace | Highway | Hwy | Parkway | Pkwy | Circle | Cir | Crescent | Close | Grove | Trail | Way
                  | Place | Pl | Square | Sq
                )\b \.?
              | P\.?O\.?[ ]?Box[ ][0-9]{1,8}
            )
            (,?[ ]{0,2} (Apartment | Apt | Suite | Ste | Unit | Flat | Floor | \#) \.?[ ]?\#?\w{1,6})?    # , Apt. 4
            (,[ ]?[A-Z][\w'.-]{0,20} ([ ][A-Z][\w'.-]{0,20}){0,2}){0,2}                                   # , New York, NY
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Street();

    [GeneratedRegex(
        """
            \b (
                [A-Z]{2},?[ ]{1,2}[0-9]{5}(-[0-9]{4})?      # IL 62704
              | [A-Z]{1,2}[0-9][0-9A-Z]?[ ][0-9][A-Z]{2}    # SW1A 1AA
            ) \b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PostalCode();

    [GeneratedRegex(
        """
            \b (
                aged?:?[ ]{0,2}[0-9]{2}\b
              | born\b [^\n.;|]{0,40} [0-9]{4}\b                                 # born in Leeds on 3 May 1985
              | (dob | d\.o\.b\. | date[ ]of[ ]birth) [^\n;|]{0,30}
              | (I[ ]am|I'm|I’m)[ ][0-9]{2}\b (?! [ ]{0,2}(years?|yrs?|%|\+))    # but not "I am 10 years into"
            )
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Age();

    /// <summary>What stands before it, "34" or "thirty-four", goes too.</summary>
    [GeneratedRegex(
        @"\b(years?|yrs?)[ -]old\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex YearsOld();
}
