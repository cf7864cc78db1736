using System.Text.Json;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;
// The Word library has a namespace DocumentFormat.
using Format = CareerRecs.Matching.V1.DocumentFormat;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// The text of a document in whatever format it came. Pictures are never looked at. Text and Markdown keep their length, so that places
/// in the text are places in the document as it was sent; of the other formats the text is made anew.
/// </summary>
internal static class DocumentContent
{
    private static readonly string[] KeysOfJsonResume = ["basics", "work", "education", "skills", "certificates"];

    /// <summary>The text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">Where in the request it stands.</param>
    /// <param name="cancellationToken">Ends the reading between two pages or paragraphs.</param>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT for what cannot be read, with what to send instead.</exception>
    public static string Read(Document document, string path, CancellationToken cancellationToken)
    {
        var content = document.Content.Memory;
        try
        {
            var text = (document.Format == Format.Unspecified ? Detect(content) : document.Format) switch
            {
                Format.Markdown => MarkdownText.Read(PlainText.Read(content.Span)),
                Format.Html => HtmlText.Read(PlainText.Read(content.Span)),
                Format.Pdf => PdfText.Read(content, cancellationToken),
                Format.Docx => DocxText.Read(content, cancellationToken),
                Format.JsonResume => JsonResumeText.Read(content),
                _ => PlainText.Read(content.Span),
            };
            return text.Length <= Bounds.Characters ? text : throw UnreadableDocumentException.TooLong();
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw Errors.InvalidArgument($"{path}.content", unreadable.Message);
        }
    }

    /// <summary>What the bytes are; plain text where nothing speaks for something else. Markdown looks like plain text and is read as such.</summary>
    internal static Format Detect(ReadOnlyMemory<byte> content)
    {
        var start = content.Span.TrimStart("\uFEFF \t\r\n"u8);
        if (start.StartsWith("%PDF-"u8)) return Format.Pdf;
        if (start.StartsWith("PK\u0003\u0004"u8)) return Format.Docx;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableDocumentException("is a Word document of before 2007, or one with a password; save it as .docx without a password, or as PDF");
        if (start.StartsWith(@"{\rtf"u8)) throw new UnreadableDocumentException("is rich text (RTF); save it as .docx, PDF or plain text");
        if (start.StartsWith("{"u8) && IsJsonResume(content)) return Format.JsonResume;
        return IsTag(start, "<!doctype html"u8) || IsTag(start, "<html"u8) ? Format.Html : Format.Text;
    }

    private static bool IsTag(ReadOnlySpan<byte> start, ReadOnlySpan<byte> tag) =>
        start.Length > tag.Length && System.Text.Ascii.EqualsIgnoreCase(start[..tag.Length], tag);

    private static bool IsJsonResume(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(JsonResumeText.WithoutMark(content));
            return Array.Exists(KeysOfJsonResume, key => json.RootElement.TryGetProperty(key, out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
