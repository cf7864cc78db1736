using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Names;

/// <summary>
/// Finds the lines that tell who somebody is by where they stand: above the first heading down to the last contact detail, and
/// under a heading over contact details. Whatever such lines say goes (names, towns, countries), but for titles and lists of
/// skills.
/// </summary>
internal static class ContactBlock
{
    private const int MostLines = 20;
    private const int MostUnderHeading = 10;

    /// <summary>A line with more words beside its contact details is running text, with which a head ends.</summary>
    private const int MostWords = 10;

    /// <summary>So does one with more words in lower case, unless it is an address that somebody wrote so.</summary>
    private const int MostLowerCase = 4;

    /// <summary>The first contact detail stands on one of these lines, or there is no head.</summary>
    private const int FirstLines = 6;

    private const int MostWordsOfPlace = 4;

    /// <summary>The places to blank in the head of a text; the name stands first among them.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="blanked">The same with the contact details blanked that are known by their shape.</param>
    /// <param name="catalog">Tells titles and skills.</param>
    public static List<TextLine> InHead(string text, ReadOnlySpan<char> blanked, CatalogNames catalog)
    {
        var found = new List<TextLine>();
        var head = Head(text, blanked);
        for (var i = 0; i < head.Count; i++)
        {
            foreach (var part in head[i].Parts(text))
            {
                // What stands first is a name, though it be "Cook, Ruby"; only a title of more than one word is known for what it
                // is.
                var isOfCatalog =
                    found.Count == 0 && i == 0 ? catalog.IsLongTitle(part.In(text)) : catalog.IsTitleOrSkills(part.In(text));
                if (!isOfCatalog)
                {
                    found.Add(part);
                }
            }
        }

        return found;
    }

    /// <summary>The places to blank under headings over contact details, down to the first running text.</summary>
    public static IEnumerable<TextLine> UnderHeading(string text, CatalogNames catalog)
    {
        var left = 0;
        foreach (var line in TextLine.Of(text))
        {
            if (SectionHeadings.Of(line.In(text)) is { } section)
            {
                left = section == Section.Contact ? MostUnderHeading : 0;
            }
            else if (left > 0)
            {
                left = line.Length > TextLine.LongestShort || Words(line.In(text)) > MostWords ? 0 : left - 1;
                if (left == 0)
                {
                    continue;
                }
                foreach (var part in line.Parts(text).Where(p => !catalog.IsTitleOrSkills(p.In(text))))
                {
                    yield return part;
                }
            }
        }
    }

    private static List<TextLine> Head(string text, ReadOnlySpan<char> blanked)
    {
        var lines = new List<TextLine>();
        var last = -1;
        foreach (var line in TextLine.Of(text))
        {
            var heading = SectionHeadings.Of(line.In(text));
            if (heading == Section.Title && lines.Count == 0)
            {
                continue;
            }
            if (lines.Count == (last < 0 ? FirstLines : MostLines) || line.Length > TextLine.LongestShort || heading is not null)
            {
                break;
            }
            var rest = blanked[line.Start..line.End];
            var words = Words(rest);
            if (words > MostWords || Words(rest, lowerCase: true) > MostLowerCase)
            {
                break;
            }
            // Marks alone make no difference between a line as it came and what is left of it.
            if (!rest.SequenceEqual(line.In(text)))
            {
                last = lines.Count;
            }
            else if (last >= 0 && lines.Count > last && !IsPlace(line.In(text), words))
            {
                break;
            }
            lines.Add(line);
        }

        if (last < 0)
        {
            return [];
        }
        var end = last + 1;
        while (end < lines.Count && IsPlace(lines[end].In(text), Words(lines[end].In(text))))
        {
            end++;
        }
        return lines[..end];
    }

    /// <summary>A few capitalized words, as a town and its country.</summary>
    private static bool IsPlace(ReadOnlySpan<char> line, int words)
    {
        if (words > MostWordsOfPlace)
        {
            return false;
        }
        foreach (var word in line.SplitAny(' ', ',', '\t'))
        {
            if (!line[word].IsEmpty && char.IsLower(line[word][0]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Words(ReadOnlySpan<char> line, bool lowerCase = false)
    {
        var words = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (
                (lowerCase ? char.IsLower(line[i]) : char.IsLetterOrDigit(line[i]))
                && (i == 0 || line[i - 1] is ' ' or '\t' or ',' or '|')
            )
            {
                words++;
            }
        }

        return words;
    }
}
