using System.Text;
using System.Text.RegularExpressions;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.Matching.Extraction;

/// <summary>
/// The text of a document with everything that tells who the person is blanked out: addresses, telephone numbers, links, and the
/// name at its head. Blanks keep the length, so spans still point into the document as it was sent.
/// </summary>
internal static partial class DocumentText
{
    private const int HeadLines = 3;

    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase)
    {
        "summary", "profile", "objective", "career objective", "experience", "professional experience", "work experience", "work history", "employment",
        "education", "skills", "highlights", "professional summary", "career overview", "executive profile", "executive summary", "qualifications",
        "accomplishments", "core qualifications", "areas of expertise", "technical skills", "curriculum vitae", "resume", "contact",
    };

    /// <summary>The text to score. INVALID_ARGUMENT where the bytes are not UTF-8 text.</summary>
    public static string Read(Document document)
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

        return Anonymize(text);
    }

    /// <summary>The text without contact details and name, of the same length.</summary>
    public static string Anonymize(string text)
    {
        var blanked = new StringBuilder(text);
        foreach (var pattern in (ReadOnlySpan<Regex>)[Email(), Link(), NameLine()])
        {
            foreach (Match match in pattern.Matches(text)) Blank(blanked, match.Index, match.Length);
        }

        foreach (Match match in Phone().Matches(text))
        {
            if (IsPhone(match.ValueSpan)) Blank(blanked, match.Index, match.Length);
        }

        BlankNameAtHead(text, blanked);
        return blanked.ToString();
    }

    private static void BlankNameAtHead(string text, StringBuilder blanked)
    {
        var seen = 0;
        for (var start = 0; start < text.Length && seen < HeadLines;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text[start..end].Trim().Trim('#', '*', ' ');
            if (line.Length > 0)
            {
                seen++;
                if (Headings.Contains(line.TrimEnd(':'))) return;
                if (LooksLikeName(line))
                {
                    Blank(blanked, start, end - start);
                    return;
                }
            }

            start = end + 1;
        }
    }

    /// <summary>Seven digits or more that are no range of years: "2015-2019" and "12,000" stay.</summary>
    private static bool IsPhone(ReadOnlySpan<char> match)
    {
        var digits = 0;
        foreach (var c in match) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= 7 && !YearRange().IsMatch(match);
    }

    /// <summary>Two to four capitalized words and nothing else. A title alone on the first line is lost too; that is the safer side.</summary>
    private static bool LooksLikeName(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4
            && Array.TrueForAll(words, w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '\'' or '-' or ','));
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
