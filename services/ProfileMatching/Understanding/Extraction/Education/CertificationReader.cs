using CareerRecs.Matching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.Matching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction.Education;

/// <summary>
/// Reads certifications: the lines under a heading over them, and wherever else the text names one that a role of the catalog
/// asks for. They are kept in the document's words, without bullet and year.
/// </summary>
internal static class CertificationReader
{
    private const int Most = 100;

    /// <summary>A longer line is a sentence, not the name of a certification.</summary>
    private const int LongestLine = 120;

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
        var (inside, any) = (false, false);
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
                if (known.Add(name))
                {
                    found.Add(name);
                }
                any = true;
            }
        }

        return found;
    }

    /// <summary>The line without bullet and without the date at its end.</summary>
    private static string Name(ReadOnlySpan<char> line)
    {
        var name = line.Trim(" \t-–—•*·").ToString();
        if (
            PeriodReader.Find(name, 0, name.Length, DateConventions.None) is [.., var date]
            && name.AsSpan(date.End).Trim(" \t.)]").IsEmpty
        )
        {
            name = name[..date.Start];
        }

        return name.TrimEnd(' ', '\t', ',', ';', '.', '(', '[', '-', '–', '—', '|', ':');
    }
}
