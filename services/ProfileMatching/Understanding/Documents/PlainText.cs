using System.Text;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>Text in UTF-8.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A character takes three bytes at most; one of four is two UTF-16 units.</summary>
    private const int MostBytes = 3 * Bounds.Characters;

    public static string Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            throw UnreadableDocumentException.TooLong();
        }

        try
        {
            var text = Utf8.GetString(content);
            // Plain English in UTF-16 is valid UTF-8 too, with a NUL behind every letter.
            return !text.Contains('\0', StringComparison.Ordinal)
                // A byte order mark before a name would hide it. A blank in its place keeps the length.
                ? text.Replace('\uFEFF', ' ')
                : throw new UnreadableDocumentException("is not text, or text in UTF-16: it contains U+0000; send text in UTF-8, or PDF, DOCX, HTML or JSON Resume");
        }
        catch (DecoderFallbackException e)
        {
            throw new UnreadableDocumentException("is not UTF-8 text; send text in UTF-8, or PDF, DOCX, HTML or JSON Resume", e);
        }
    }
}
