using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Names;

/// <summary>
/// Finds where a document states a person's name, by place and shape, never by a list of names: on one of the first lines,
/// wherever that name is repeated, behind the closing of a letter and behind "Mr" and the like. A line looks like a name where it
/// is two to four capitalized words and nothing else; so do "Data Scientist" and "Python, SQL", which the catalog tells apart.
/// Where it cannot ("Ruby Mason", "Julia Jenkins") the line is a name: a skill lost is the lesser harm.
/// </summary>
internal static partial class PersonNames
{
    private const int HeadLines = 3;
    private const int LinesOfSignature = 6;
    private const int LinesByAddress = 12;
    private const int LongestUser = 64;
    private const int LongestName = 60;

    /// <summary>Between the words of a name: a blank, a middle name or initial, or the comma of "Baker, Ruby".</summary>
    private const int MostBetween = 25;

    /// <summary>The places to blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="head">The contact block at the head, where there is one: the name stands first in it.</param>
    /// <param name="catalog">Tells skills and titles from names.</param>
    public static IEnumerable<Range> Find(string text, IReadOnlyList<TextLine> head, CatalogNames catalog)
    {
        if (AtHead(text, head, catalog) is { } name)
        {
            yield return name.Start..name.End;
            foreach (var repeated in Repeated(text, name.In(text).ToString()))
            {
                yield return repeated;
            }
        }

        foreach (Match match in Closing().Matches(text))
        {
            foreach (var line in Signature(text, match, catalog))
            {
                yield return line;
            }
        }

        foreach (Match match in Honorific().Matches(text))
        {
            // "Ms Excel" is how some write it.
            var isSkill = match.Groups["skill"].Success && catalog.IsSkills(text.AsSpan(match.Index, match.Length));
            if (!isSkill)
            {
                yield return match.Index..(match.Index + match.Length);
            }
        }
    }

    private static TextLine? AtHead(string text, IReadOnlyList<TextLine> head, CatalogNames catalog)
    {
        foreach (var part in head)
        {
            if (NameShape.Plain(text, part) is var name && NameShape.IsName(name.In(text), least: 2))
            {
                return name;
            }
        }

        return OnFirstLines(text, catalog) ?? ByAddress(text, catalog);
    }

    private static TextLine? OnFirstLines(string text, CatalogNames catalog)
    {
        var lines = TextLine.Of(text).Take(HeadLines + 1).ToList();
        // One line alone is a text of its own, not the head of one.
        for (var i = 0; i < Math.Min(HeadLines, lines.Count - 1); i++)
        {
            var section = SectionHeadings.Of(lines[i].In(text));
            if (section == Section.Title)
            {
                continue;
            }

            if (section is not null)
            {
                return null;
            }

            var name = NameShape.Plain(text, lines[i]);
            var first = NameShape.First(text, name);
            if (name.Length <= TextLine.LongestShort && IsName(name))
            {
                return name;
            }

            // Beside the name a title or the kind of document may stand on the first line, farther down anything.
            if (i == 0 && first != name && IsName(first))
            {
                return first;
            }
        }

        return null;

        bool IsName(TextLine line) => NameShape.IsName(line.In(text), least: 2) && !catalog.IsTitleOrSkills(line.In(text));
    }

    /// <summary>
    /// The first short line or part of one at the top that says what the first mail address says: "ruby mason" and
    /// "ruby.mason@example.org".
    /// </summary>
    private static TextLine? ByAddress(string text, CatalogNames catalog)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var start = at;
        while (
            start > 0
            && at - start < LongestUser
            && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-')
        )
        {
            start--;
        }

        if (at <= start)
        {
            return null;
        }

        foreach (var part in TextLine.Of(text).Take(LinesByAddress).SelectMany(line => line.Parts(text)))
        {
            var name = NameShape.Plain(text, part);
            if (
                name.Length <= LongestName
                && NameShape.IsUser(name.In(text), text.AsSpan(start, at - start))
                && !catalog.IsTitleOrSkills(name.In(text))
            )
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>First and last name together: "Ruby Baker", "RUBY BAKER", "Ruby J. Baker", "Baker, Ruby".</summary>
    private static IEnumerable<Range> Repeated(string text, string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var words = (comma > 0 ? $"{name[(comma + 1)..]} {name[..comma]}" : name).Split(
            (char[])[' ', '\t', ',', '.', '#', '*'],
            StringSplitOptions.RemoveEmptyEntries
        );
        if (words.Length < 2)
        {
            yield break;
        }
        var (first, last) = (words[0], words[^1]);
        for (var at = 0; (at = text.IndexOf(first, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += first.Length)
        {
            var end = at + first.Length;
            if (IsWord(text, at - 1) || IsWord(text, end))
            {
                continue;
            }
            var reach = text.AsSpan(end, Math.Min(text.Length - end, MostBetween + last.Length));
            var next = reach.IndexOf(last, StringComparison.OrdinalIgnoreCase);
            if (next > 0 && Middle().IsMatch(reach[..next]) && !IsWord(text, end + next + last.Length))
            {
                yield return at..(end + next + last.Length);
            }
            if (BeforeComma(text, at, last) is { } turned)
            {
                yield return turned..end;
            }
        }
    }

    private static int? BeforeComma(string text, int first, string last)
    {
        var at = first;
        while (at > 0 && text[at - 1] == ' ' && first - at < 3)
        {
            at--;
        }
        if (at == 0 || text[at - 1] != ',')
        {
            return null;
        }
        var start = at - 1 - last.Length;
        return
            start >= 0
            && text.AsSpan(start, last.Length).Equals(last, StringComparison.OrdinalIgnoreCase)
            && !IsWord(text, start - 1)
            ? start
            : null;
    }

    /// <summary>What stands behind a closing, on its line and on the next ones, as far as they are short; titles stay.</summary>
    private static IEnumerable<Range> Signature(string text, Match closing, CatalogNames catalog)
    {
        var behind = closing.Groups["name"];
        if (behind.Success && NameShape.IsName(behind.ValueSpan, least: 1))
        {
            yield return behind.Index..(behind.Index + behind.Length);
        }
        else if (behind.Success)
        {
            yield break;
        }
        var from = text.IndexOf('\n', closing.Index + closing.Length);
        if (from < 0)
        {
            yield break;
        }
        var named = behind.Success;
        foreach (var line in TextLine.Of(text, from).Take(LinesOfSignature))
        {
            if (line.Length > 80 || SectionHeadings.IsHeading(line.In(text)))
            {
                yield break;
            }
            foreach (var part in line.Parts(text))
            {
                var plain = NameShape.Plain(text, part);
                if (!named && NameShape.IsName(FirstOf(plain.In(text)), least: 1) || !catalog.IsTitleOrSkills(plain.In(text)))
                {
                    yield return plain.Start..plain.End;
                }
                named = true;
            }
        }
    }

    /// <summary>"Ruby Baker" of "Ruby Baker, CPA".</summary>
    private static ReadOnlySpan<char> FirstOf(ReadOnlySpan<char> line) =>
        line.IndexOf(',') is > 0 and var comma ? line[..comma] : line;

    private static bool IsWord(string text, int i) => i >= 0 && i < text.Length && char.IsLetterOrDigit(text[i]);

    [GeneratedRegex(
        @"^[ \t.]{1,3}([\p{L}'’-]{1,20}\.?[ \t]{1,3})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Middle();

    [GeneratedRegex(
        """
            ^ [ \t>*•-]{0,10}
            ((with[ ])? (kind|best|warm|warmest|many|kindest) [ \t]{1,3})?
            (
                regards | wishes | thanks | thank[ ]you | cheers | signed | signature
              | sincerely ([ \t]{1,3}yours)? | yours[ \t]{1,3}(sincerely|faithfully|truly)
              | respectfully ([ \t]{1,3}(yours|submitted))?
            )
            ([ \t]{0,3} [,:.!–—-] [ \t]{0,5} (?<name>[^\n\r]{1,60})? | [ \t]{0,10})    # ", Ruby Mason", or nothing more
            \r?$
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Closing();

    [GeneratedRegex(
        """
            \b (Mr | Mrs | Mx | Miss | MR | MRS | Mister | Madam | (?<skill> Ms | Dr | Prof )) \b \.?
            ([ \t]{1,2} [\p{Lu}][\p{L}'’-]{1,20}){1,2}    # Ruby Mason
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Honorific();
}
