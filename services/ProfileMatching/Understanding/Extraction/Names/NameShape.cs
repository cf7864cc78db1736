using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Names;

/// <summary>The shape of a person's name: two to four capitalized words and nothing else.</summary>
internal static partial class NameShape
{
    private const int MostWords = 4;
    private const int LeastLetters = 3;
    private const int LongestWithoutBlanks = 6;

    private static readonly SearchValues<char> NotOfNames = SearchValues.Create("@:/,;|");

    /// <summary>Capitalized words and nothing else; "van", "de", "bin" may stand between them.</summary>
    public static bool IsName(ReadOnlySpan<char> line, int least)
    {
        if (IsWithoutBlanks(line))
        {
            return true;
        }

        var (words, particles) = (0, 0);
        foreach (var range in line.SplitAny(' ', '\t'))
        {
            var word = line[range].Trim("#*");
            if (word.IsEmpty)
            {
                continue;
            }

            foreach (var c in word)
            {
                if (!(char.IsLetter(c) || c is '.' or '\'' or '’' or '-' or ','))
                {
                    return false;
                }
            }

            if (!char.IsLower(word[0]))
            {
                words++;
            }
            else if (words == 0 || word.Length > 3 || ++particles > 2)
            {
                return false;
            }
        }

        return words >= least && words <= MostWords;
    }

    /// <summary>
    /// The line without marks, without "Name:" or "Resume of" before it and without what stands in brackets behind it.
    /// </summary>
    public static TextLine Plain(string text, TextLine line)
    {
        var (start, end) = (line.Start, line.End);
        if (Label().Match(text, start, end - start) is { Success: true } label)
        {
            start += label.Length;
        }

        if (text.AsSpan(start, end - start).IndexOf('(') is > 0 and var bracket)
        {
            end = start + bracket;
        }

        while (start < end && text[start] is '#' or '*' or '-' or '–' or '•' or ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] is '*' or ' ')
        {
            end--;
        }

        return new TextLine(start, end);
    }

    /// <summary>
    /// Returns the first part of a line: "Ruby Mason" of "Ruby Mason | Baker", "Ruby Mason – Baker", "Ruby Mason, Baker".
    /// </summary>
    public static TextLine First(string text, TextLine line)
    {
        var match = Separator().Match(text, line.Start, line.Length);
        return match.Success ? Plain(text, new TextLine(line.Start, match.Index)) : line;
    }

    /// <summary>Whether a word of the line is part of a mail address's user: "ruby" and "mason" of "ruby.mason82".</summary>
    public static bool IsUser(ReadOnlySpan<char> line, ReadOnlySpan<char> user)
    {
        var words = 0;
        var isUser = false;
        foreach (var range in line.SplitAny(' ', '-'))
        {
            var word = line[range];
            if (word.ContainsAnyInRange('0', '9') || word.ContainsAny(NotOfNames) || ++words > MostWords)
            {
                return false;
            }

            isUser |= word.Length >= LeastLetters && user.Contains(word, StringComparison.OrdinalIgnoreCase);
        }

        return isUser;
    }

    /// <summary>Names of writings that put no blanks between words.</summary>
    private static bool IsWithoutBlanks(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.OtherLetter)
            {
                return false;
            }
        }

        return line.Length is > 1 and <= LongestWithoutBlanks;
    }

    [GeneratedRegex(
        """
            \G (
                [\w \t]{0,20} names?(\(s\))? [ \t]{0,3} [:\t]       # Full name:
              | (curriculum[ ]vitae | cv | resume | résumé)
                ([ \t]{1,3} (of|for) [ \t] | [ \t]{0,3} [:|–—-])    # Resume of, CV -
            ) [ \t]{0,5}
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"[|•·;\t,]|[ ][–—-][ ]|['’]s[ ](resume|résumé|cv)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Separator();
}
