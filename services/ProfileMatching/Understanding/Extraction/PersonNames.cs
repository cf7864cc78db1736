using System.Text.RegularExpressions;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>
/// Finds where a document states a person's name, by place and shape, never by a list of names: on one of the first lines, wherever
/// that name is repeated, behind the closing of a letter and behind "Mr" and the like. A line looks like a name where it is two to four
/// capitalized words and nothing else; so do "Data Scientist" and "Python, SQL", which the catalog tells apart. Where it cannot ("Ruby
/// Mason", "Julia Jenkins") the line is a name: a skill lost is the lesser harm.
/// </summary>
internal static partial class PersonNames
{
    private const int HeadLines = 3;
    private const int LinesOfSignature = 6;
    private const int MostWords = 4;

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
            foreach (var repeated in Repeated(text, name.In(text).ToString())) yield return repeated;
        }

        foreach (Match match in Closing().Matches(text))
        {
            foreach (var line in Signature(text, match, catalog)) yield return line;
        }

        foreach (Match match in Honorific().Matches(text))
        {
            // "Ms Excel" is how some write it.
            var isSkill = match.Groups["skill"].Success && catalog.IsSkills(text.AsSpan(match.Index, match.Length));
            if (!isSkill) yield return match.Index..(match.Index + match.Length);
        }
    }

    private static TextLine? AtHead(string text, IReadOnlyList<TextLine> head, CatalogNames catalog)
    {
        foreach (var part in head)
        {
            if (Plain(text, part) is var name && IsName(name.In(text), least: 2)) return name;
        }

        var lines = TextLine.Of(text).Take(HeadLines + 1).ToList();
        // One line alone is a text of its own, not the head of one.
        for (var i = 0; i < Math.Min(HeadLines, lines.Count - 1); i++)
        {
            var section = SectionHeadings.Of(lines[i].In(text));
            if (section == Section.Title) continue;
            if (section is not null) return null;
            var name = Plain(text, lines[i]);
            if (name.Length <= TextLine.LongestShort && IsName(name.In(text), least: 2) && !catalog.IsTitleOrSkills(name.In(text))) return name;
        }

        return null;
    }

    /// <summary>The line without marks, without "Name:" before it and without what stands in brackets behind it.</summary>
    private static TextLine Plain(string text, TextLine line)
    {
        var (start, end) = (line.Start, line.End);
        if (text.AsSpan(start, line.Length).IndexOf(':') is > 0 and var colon && text.AsSpan(start, colon).Contains("name", StringComparison.OrdinalIgnoreCase)) start += colon + 1;
        if (text.AsSpan(start, end - start).IndexOf('(') is > 0 and var bracket) end = start + bracket;
        while (start < end && text[start] is '#' or '*' or '-' or '–' or ' ') start++;
        while (end > start && text[end - 1] is '*' or ' ') end--;
        return new TextLine(start, end);
    }

    /// <summary>Capitalized words and nothing else; "van", "de", "bin" may stand between them.</summary>
    private static bool IsName(ReadOnlySpan<char> line, int least)
    {
        var (words, particles) = (0, 0);
        foreach (var range in line.SplitAny(' ', '\t'))
        {
            var word = line[range].Trim("#*");
            if (word.IsEmpty) continue;
            foreach (var c in word)
            {
                if (!(char.IsLetter(c) || c is '.' or '\'' or '’' or '-' or ',')) return false;
            }

            if (!char.IsLower(word[0])) words++;
            else if (words == 0 || word.Length > 3 || ++particles > 2) return false;
        }

        return words >= least && words <= MostWords;
    }

    /// <summary>First and last name together: "Ruby Baker", "RUBY BAKER", "Ruby J. Baker", "Baker, Ruby".</summary>
    private static IEnumerable<Range> Repeated(string text, string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var words = (comma > 0 ? $"{name[(comma + 1)..]} {name[..comma]}" : name)
            .Split((char[])[' ', '\t', ',', '.', '#', '*'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) yield break;
        var (first, last) = (words[0], words[^1]);
        for (var at = 0; (at = text.IndexOf(first, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += first.Length)
        {
            var end = at + first.Length;
            if (IsWord(text, at - 1) || IsWord(text, end)) continue;
            var reach = text.AsSpan(end, Math.Min(text.Length - end, MostBetween + last.Length));
            var next = reach.IndexOf(last, StringComparison.OrdinalIgnoreCase);
            if (next > 0 && Middle().IsMatch(reach[..next]) && !IsWord(text, end + next + last.Length)) yield return at..(end + next + last.Length);
            if (BeforeComma(text, at, last) is { } turned) yield return turned..end;
        }
    }

    private static int? BeforeComma(string text, int first, string last)
    {
        var at = first;
        while (at > 0 && text[at - 1] == ' ' && first - at < 3) at--;
        if (at == 0 || text[at - 1] != ',') return null;
        var start = at - 1 - last.Length;
        return start >= 0 && text.AsSpan(start, last.Length).Equals(last, StringComparison.OrdinalIgnoreCase) && !IsWord(text, start - 1) ? start : null;
    }

    /// <summary>What stands behind a closing, on its line and on the next ones, as far as they are short; titles stay.</summary>
    private static IEnumerable<Range> Signature(string text, Match closing, CatalogNames catalog)
    {
        var behind = closing.Groups["name"];
        if (behind.Success && IsName(behind.ValueSpan, least: 1)) yield return behind.Index..(behind.Index + behind.Length);
        else if (behind.Success) yield break;
        var from = text.IndexOf('\n', closing.Index + closing.Length);
        if (from < 0) yield break;
        var named = behind.Success;
        foreach (var line in TextLine.Of(text, from).Take(LinesOfSignature))
        {
            if (line.Length > 80 || SectionHeadings.IsHeading(line.In(text))) yield break;
            foreach (var part in line.Parts(text))
            {
                var plain = Plain(text, part);
                if (!named && IsName(FirstOf(plain.In(text)), least: 1) || !catalog.IsTitleOrSkills(plain.In(text))) yield return plain.Start..plain.End;
                named = true;
            }
        }
    }

    /// <summary>"Ruby Baker" of "Ruby Baker, CPA".</summary>
    private static ReadOnlySpan<char> FirstOf(ReadOnlySpan<char> line) => line.IndexOf(',') is > 0 and var comma ? line[..comma] : line;

    private static bool IsWord(string text, int i) => i >= 0 && i < text.Length && char.IsLetterOrDigit(text[i]);

    [GeneratedRegex(@"^[ \t.]{1,3}([\p{L}'’-]{1,20}\.?[ \t]{1,3})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Middle();

    [GeneratedRegex(
        @"^[ \t>*•-]{0,10}((with )?(kind|best|warm|warmest|many|kindest)[ \t]{1,3})?(regards|wishes|sincerely|respectfully|yours[ \t]{1,3}(sincerely|faithfully|truly)|sincerely[ \t]{1,3}yours|respectfully[ \t]{1,3}(yours|submitted)|thanks|thank you|cheers|signed|signature)([ \t]{0,3}[,:.!–—-][ \t]{0,5}(?<name>[^\n\r]{1,60})?|[ \t]{0,10})\r?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(Mr|Mrs|Mx|Miss|MR|MRS|Mister|Madam|(?<skill>Ms|Dr|Prof))\b\.?([ \t]{1,2}[\p{Lu}][\p{L}'’-]{1,20}){1,2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Honorific();
}
