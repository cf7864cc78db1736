using System.Buffers;
using System.Text.RegularExpressions;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Education;

/// <summary>
/// Reads certifications: the lines under a heading over them, and wherever else the text names one that a role of the catalog
/// asks for. They are kept in the document's words, without bullet and year.
/// </summary>
internal static partial class CertificationReader
{
    private const int Most = 100;

    /// <summary>A longer line is a sentence, not the name of a certification.</summary>
    private const int LongestLine = 120;

    /// <summary>Words of a line from which one word below it may be its end.</summary>
    private const int LeastWordsAbove = 2;

    private static readonly SearchValues<char> Bullets = SearchValues.Create("-–—•*·●▪◦");

    public static List<string> Read(
        string text,
        IReadOnlyList<Token> tokens,
        CatalogSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var found = UnderHeading(text, cancellationToken);
        var compared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in snapshot.CertificationPhrases.Find(tokens))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.Count == Most)
            {
                break;
            }
            var named = text[tokens[mention.FirstToken].Start..tokens[mention.FirstToken + mention.TokenCount - 1].End];
            // However often it is named, it is held against the others once.
            named = string.Join(' ', named.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (compared.Add(named) && !found.Exists(f => f.Contains(named, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(named);
            }
        }

        return found;
    }

    /// <summary>
    /// The lines from a heading over certifications to the next heading, or to the first empty line behind one of them.
    /// </summary>
    private static List<string> UnderHeading(string text, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (inside, any, isListed) = (false, false, false);
        foreach (var span in text.AsSpan().Split('\n'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.Count == Most)
            {
                break;
            }
            var line = text.AsSpan(span).Trim();
            if (SectionHeadings.Of(line) is { } section)
            {
                (inside, any) = (section == Section.Certifications, false);
            }
            else if (line.IsEmpty)
            {
                inside &= !any;
            }
            else if (inside && line.Length <= LongestLine && Name(line) is { Length: > 0 } name)
            {
                var isItem = IsItem(line);
                if (any && found.Count > 0 && GoesOn(found[^1], isListed, name, isItem))
                {
                    found[^1] = $"{found[^1]} {name}";
                }
                else if (known.Add(name))
                {
                    found.Add(name);
                    isListed = isItem;
                }

                any = true;
            }
        }

        return found;
    }

    private static bool IsItem(ReadOnlySpan<char> line) => Bullets.Contains(line[0]) || NumberLength(line) > 0;

    /// <summary>
    /// Whether a line goes on with the name that the line above begins: behind a line with a bullet one without, a bracket, a
    /// word in lower case, a single word behind several ("Azure Developer | Associate"), a dash or "of" at the end above.
    /// </summary>
    private static bool GoesOn(string above, bool isListed, string line, bool isItem)
    {
        if (isItem || above.Length + line.Length > LongestLine)
        {
            return false;
        }

        if (isListed || line[0] == '(' || char.IsLower(line[0]) || Unfinished().IsMatch(above))
        {
            return true;
        }

        var words = above.AsSpan().Count(' ') + 1;
        return words >= LeastWordsAbove && Fragment().IsMatch(line);
    }

    /// <summary>Length of "1." or "2)" before an item of a numbered list; 0 if there is none.</summary>
    private static int NumberLength(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] is ' ' or '\t'
            ? digits + 1
            : 0;
    }

    /// <summary>The line without bullet and without the date at its end.</summary>
    private static string Name(ReadOnlySpan<char> line)
    {
        var name = line[NumberLength(line)..].Trim(" \t-–—•*·●▪◦").ToString();
        if (
            PeriodReader.Find(name, 0, name.Length, DateConventions.None) is [.., var date]
            && name.AsSpan(date.End).Trim(" \t.)]").IsEmpty
        )
        {
            name = name[..date.Start];
        }

        return name.TrimEnd(' ', '\t', ',', ';', '.', '(', '[', '-', '–', '—', '|', ':');
    }

    [GeneratedRegex(
        @"( (of|in|for|and|the|de|en|et|y|e|und|für|van)|[-–&/,:])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unfinished();

    /// <summary>One word, or a letter, perhaps with an acronym in brackets: "Associate", "Administrator (CKA)".</summary>
    [GeneratedRegex(@"^\p{Lu}(\p{Ll}*|[.])( \([A-Z0-9-]{2,8}\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fragment();
}
