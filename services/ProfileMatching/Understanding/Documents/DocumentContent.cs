using System.Text.Json;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// The text of a document in whatever format it came. Pictures are never looked at. Text and Markdown keep their length, so that
/// places in the text are places in the document as it was sent; of the other formats the text is made anew.
/// </summary>
internal static class DocumentContent
{
    private static readonly string[] KeysOfJsonResume = ["basics", "work", "education", "skills", "certificates"];

    /// <summary>The text of a document, read in this process.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">Where in the request it stands.</param>
    /// <param name="cancellationToken">Ends the reading between two pages or paragraphs.</param>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT for what cannot be read, with what to send
    /// instead.</exception>
    public static string Read(Document document, string path, CancellationToken cancellationToken)
    {
        try
        {
            return Read(document.Content.Memory, document.Format, cancellationToken);
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw unreadable.AsInvalidArgument(path);
        }
    }

    /// <summary>The text of a document, read in this process.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read.</exception>
    public static string Read(ReadOnlyMemory<byte> content, DocumentFormat format, CancellationToken cancellationToken)
    {
        var text = (format == DocumentFormat.Unspecified ? Detect(content) : format) switch
        {
            DocumentFormat.Markdown => MarkdownText.Read(PlainText.Read(content.Span)),
            DocumentFormat.Html => HtmlText.Read(PlainText.Read(content.Span)),
            DocumentFormat.Pdf => PdfText.Read(content, cancellationToken),
            DocumentFormat.Docx => DocxText.Read(content, cancellationToken),
            DocumentFormat.JsonResume => JsonResumeText.Read(content),
            _ => PlainText.Read(content.Span),
        };
        return text.Length <= Bounds.Characters ? text : throw UnreadableDocumentException.TooLong();
    }

    /// <summary>
    /// Whether the document must be read in a process of its own: its parser is a library, and its size says nothing of the work.
    /// Plain text and Markdown are read in one pass by our own code, so this process reads them: it costs less than to hand them
    /// over. Looks at the first bytes alone; what begins as JSON is parsed where it does no harm.
    /// </summary>
    public static bool NeedsProcess(ReadOnlyMemory<byte> content, DocumentFormat format)
    {
        if (format != DocumentFormat.Unspecified)
        {
            return format is not (DocumentFormat.Text or DocumentFormat.Markdown);
        }

        var start = WithoutLeadingBlanks(content.Span);
        return start.StartsWith("%PDF-"u8) || start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("{"u8) || IsHtml(start);
    }

    /// <summary>
    /// What the bytes are; plain text where nothing speaks for something else. Markdown looks like plain text and is read as
    /// such.
    /// </summary>
    internal static DocumentFormat Detect(ReadOnlyMemory<byte> content)
    {
        var start = WithoutLeadingBlanks(content.Span);
        if (start.StartsWith("%PDF-"u8)) return DocumentFormat.Pdf;
        if (start.StartsWith("PK\u0003\u0004"u8)) return DocumentFormat.Docx;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableDocumentException("is a Word document of before 2007, or one with a password; save it as .docx without a password, or as PDF");
        if (start.StartsWith(@"{\rtf"u8)) throw new UnreadableDocumentException("is rich text (RTF); save it as .docx, PDF or plain text");
        if (start.StartsWith("{"u8) && IsJsonResume(content)) return DocumentFormat.JsonResume;
        return IsHtml(start) ? DocumentFormat.Html : DocumentFormat.Text;
    }

    private static ReadOnlySpan<byte> WithoutLeadingBlanks(ReadOnlySpan<byte> content) => content.TrimStart("\uFEFF \t\r\n"u8);

    private static bool IsHtml(ReadOnlySpan<byte> start) => IsTag(start, "<!doctype html"u8) || IsTag(start, "<html"u8);

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
