using System.Text;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>ESCO's labels and texts as they are shown.</summary>
public static class Labels
{
    /// <summary>Most characters of a title or another name.</summary>
    public const int MaxLabel = 300;

    /// <summary>The labels of a cell, one a line in the main tables, between bars in the collections.</summary>
    public static IEnumerable<string> Split(string cell) =>
        cell.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Clean)
            .Where(label => label.Length is > 0 and <= MaxLabel);

    /// <summary>
    /// A label as a title. ESCO writes labels in lower case: the first letter becomes a capital, unless the first word has
    /// one already ("iOS", "eBay").
    /// </summary>
    public static string Title(string label)
    {
        var space = label.IndexOf(' ', StringComparison.Ordinal);
        var first = label.AsSpan(0, space < 0 ? label.Length : space);
        foreach (var c in first)
        {
            if (char.IsUpper(c))
            {
                return label;
            }
        }

        return label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
    }

    /// <summary>A text on one line: spaces of all kinds, and line ends, become one space; what has no width goes.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF')
            {
                continue;
            }
            if (!char.IsWhiteSpace(c))
            {
                clean.Append(c);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>As many whole sentences as fit, at least one, which is cut at a word where it does not fit.</summary>
    public static string Shorten(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }
        for (var i = max - 1; i > 0; i--)
        {
            // A capital follows a sentence, not an abbreviation ("e.g. sawing").
            if (text[i] is '.' or '!' or '?' && i + 2 < text.Length && text[i + 1] == ' ' && char.IsUpper(text[i + 2]))
            {
                return text[..(i + 1)];
            }
        }

        var cut = text.LastIndexOf(' ', max - 3);
        if (cut <= 0)
        {
            cut = char.IsHighSurrogate(text[max - 4]) ? max - 4 : max - 3;
        }
        return text[..cut].TrimEnd(' ', ',', ';') + "...";
    }
}
