using System.Text;
using System.Text.RegularExpressions;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Extraction;

/// <summary>
/// The text of a document with what tells who the person is blanked out: e-mail addresses, telephone numbers, links, lines that say
/// "Name:", "Address:" and the like, and the name where <see cref="PersonNames"/> finds it. A name in running text is not found. Blanks
/// keep the length, so spans still point into the document as it was sent.
/// </summary>
internal static partial class DocumentText
{
    /// <summary>The text to score. INVALID_ARGUMENT where the bytes are not UTF-8 text.</summary>
    public static string Read(Document document, CatalogSnapshot snapshot)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(document.Content.Span);
        }
        catch (DecoderFallbackException)
        {
            throw Errors.InvalidArgument("document.content", "is not UTF-8 text; send text or Markdown in UTF-8");
        }

        // Plain English in UTF-16 is valid UTF-8 too, with a NUL behind every letter.
        if (text.Contains('\0', StringComparison.Ordinal))
            throw Errors.InvalidArgument("document.content", "is not text, or text in UTF-16: it contains U+0000; send text or Markdown in UTF-8");
        return Anonymize(text, snapshot);
    }

    /// <summary>The text without contact details and name, of the same length.</summary>
    public static string Anonymize(string text, CatalogSnapshot snapshot)
    {
        var blanked = new StringBuilder(text);
        var firstContact = int.MaxValue;
        foreach (var pattern in (ReadOnlySpan<Regex>)[Email(), Link(), NameLine(), Phone()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (pattern == Phone() && !IsPhone(match.ValueSpan)) continue;
                firstContact = Math.Min(firstContact, match.Index);
                Blank(blanked, match.Index, match.Length);
            }
        }

        foreach (var name in PersonNames.Find(text, firstContact, snapshot))
        {
            var (start, length) = name.GetOffsetAndLength(text.Length);
            Blank(blanked, start, length);
        }

        return blanked.ToString();
    }

    /// <summary>Seven digits or more that are no range of years: "2015-2019" and "12,000" stay.</summary>
    private static bool IsPhone(ReadOnlySpan<char> match)
    {
        var digits = 0;
        foreach (var c in match) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= 7 && !YearRange().IsMatch(match);
    }

    private static void Blank(StringBuilder text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (text[i] != '\n') text[i] = ' ';
        }
    }

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(https?://|www\.|linkedin\.com/|github\.com/)\S{1,200}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.])\+?\(?[0-9]{1,4}\)?([ .-]?\(?[0-9]{2,4}\)?){2,4}(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(19|20)[0-9]{2}[ .-]{1,3}(\(?[0-9]{1,2}[ .-])?(19|20)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex YearRange();

    [GeneratedRegex(@"^\s{0,10}(name|address|date of birth|born|nationality|gender)\s{0,3}:.{0,200}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex NameLine();
}
