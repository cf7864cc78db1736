using System.Text.Json;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents.Layout;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The text of a document in whatever format it came. Pictures are never looked at. Text and Markdown keep their length unless
/// they have signs that stand for several letters, so that places in the text are places in the document; of the other formats
/// the text is made anew.
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
    public static ReadContent Read(Document document, string path, CancellationToken cancellationToken)
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
    public static ReadContent Read(ReadOnlyMemory<byte> content, DocumentFormat format, CancellationToken cancellationToken)
    {
        var unread = new SortedSet<string>(StringComparer.Ordinal);
        var known = format == DocumentFormat.Unspecified ? Detect(content) : format;
        var (text, charset) = known switch
        {
            DocumentFormat.Pdf => (PdfText.Read(content, unread, cancellationToken), ""),
            DocumentFormat.Docx => (DocxText.Read(content, unread, cancellationToken), ""),
            _ => ReadText(content.Span, known, unread),
        };
        text = LetterSpacing.Close(LetterForms.Normalize(text));
        return text.Length <= Bounds.Characters
            ? new ReadContent(text, known, charset, [.. unread])
            : throw UnreadableDocumentException.TooLong();
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

        var start = EncodedText.Start(content.Span);
        return start.StartsWith("%PDF-", StringComparison.Ordinal)
            || start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
            || start.StartsWith('{')
            || IsHtml(start);
    }

    /// <summary>
    /// What the bytes are; plain text where nothing speaks for something else. Markdown looks like plain text and is read as
    /// such.
    /// </summary>
    internal static DocumentFormat Detect(ReadOnlyMemory<byte> content)
    {
        if (content.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new UnreadableDocumentException(
                "is a Word document of before 2007, or one with a password; save it as .docx without a password, or as PDF"
            );
        }

        return EncodedText.Start(content.Span) switch
        {
            var start when start.StartsWith("%PDF-", StringComparison.Ordinal) => DocumentFormat.Pdf,
            var start when start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) => DocumentFormat.Docx,
            var start when start.StartsWith(@"{\rtf", StringComparison.Ordinal) => throw new UnreadableDocumentException(
                "is rich text (RTF); save it as .docx, PDF or plain text"
            ),
            var start when start.StartsWith('{') && IsJsonResume(content.Span) => DocumentFormat.JsonResume,
            var start when IsHtml(start) => DocumentFormat.Html,
            _ => DocumentFormat.Text,
        };
    }

    private static (string Text, string Charset) ReadText(ReadOnlySpan<byte> content, DocumentFormat format, ISet<string> unread)
    {
        var (text, charset) = EncodedText.Read(content);
        return (
            format switch
            {
                DocumentFormat.Markdown => MarkdownText.Read(text),
                DocumentFormat.Html => HtmlText.Read(text, unread),
                DocumentFormat.JsonResume => JsonResumeText.Read(text, unread),
                _ => text,
            },
            charset
        );
    }

    private static bool IsHtml(string start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static bool IsJsonResume(ReadOnlySpan<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(EncodedText.Read(content).Text);
            return Array.Exists(KeysOfJsonResume, key => json.RootElement.TryGetProperty(key, out _));
        }
        // A name that is no valid UTF-16 once its escapes are read ("\ud800") is an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException or UnreadableDocumentException)
        {
            return false;
        }
    }
}
