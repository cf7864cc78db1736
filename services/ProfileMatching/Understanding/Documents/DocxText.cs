using System.IO.Compression;
using System.Xml;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// The text of a Word document: its body, read element by element, so that neither their number nor their depth takes memory.
/// Pictures, comments, what was deleted under tracked changes, headers and footers are left out. Read without the library for the
/// format: that one unpacks the archive into temporary files, and whoever reads untrusted documents may write none.
/// </summary>
internal static class DocxText
{
    private const string Body = "word/document.xml";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Namespaces of WordprocessingML: as programs save it, and in its strict form.</summary>
    private static readonly string[] Word =
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = Bounds.Unpacked,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static string Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            using var body = OpenBody(archive);
            using var reader = XmlReader.Create(body, Settings);
            return Text(reader, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException
            or NotSupportedException or ArgumentException)
        {
            throw new UnreadableDocumentException(
                "is a Word document that cannot be read, broken or incomplete; save it anew as .docx, or send PDF or plain text",
                e);
        }
    }

    /// <summary>
    /// The body, the one part that is unpacked, if small enough; reading it beyond the size that the archive states ends there.
    /// </summary>
    private static Stream OpenBody(ZipArchive archive)
    {
        var body = archive.GetEntry(Body)
            ?? throw new UnreadableDocumentException(
                "is a zip archive but no Word document (.docx); send the document itself, or save it as .docx or PDF");
        return body.Length <= Bounds.Unpacked ? body.Open() : throw UnreadableDocumentException.TooLarge();
    }

    private static string Text(XmlReader reader, CancellationToken cancellationToken)
    {
        var lines = new TextLines();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            {
                continue;
            }

            // Twice in the file: as newer programs show it and, for older ones, as a fallback. Properties hold no text, but tab
            // stops.
            while (IsSkipped(reader))
            {
                reader.Skip();
            }

            if (Array.IndexOf(Word, reader.NamespaceURI) >= 0)
            {
                AddElement(lines, reader);
            }
        }

        return lines.ToString();
    }

    private static bool IsSkipped(XmlReader reader) => reader.NodeType == XmlNodeType.Element && reader.LocalName switch
    {
        "Fallback" => reader.NamespaceURI == Compatibility,
        "pPr" or "rPr" => Array.IndexOf(Word, reader.NamespaceURI) >= 0,
        _ => false,
    };

    private static void AddElement(TextLines lines, XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p":
            case "br":
            case "cr":
                lines.Break();
                break;
            case "tab" when reader.NodeType == XmlNodeType.Element:
                lines.Tab();
                break;
            case "t" when reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false }:
                AddWords(lines, reader);
                break;
        }
    }

    /// <summary>Adds the text up to the element's end, piece by piece.</summary>
    private static void AddWords(TextLines lines, XmlReader reader)
    {
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                lines.Words(reader.Value);
            }
        }
    }
}
