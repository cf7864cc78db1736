using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// The text of a Word document: its body, read element by element. Pictures, comments, what was deleted under tracked changes, headers
/// and footers are left out.
/// </summary>
internal static class DocxText
{
    private const int MostParts = 2_000;

    public static string Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        try
        {
            RequireSmall(stream);
            stream.Position = 0;
            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = Bounds.Unpacked };
            using var word = WordprocessingDocument.Open(stream, isEditable: false, settings);
            var main = word.MainDocumentPart ?? throw Broken(null);
            return Text(main, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or IOException or FormatException or ArgumentException
            or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            throw Broken(e);
        }
    }

    /// <summary>What the archive says it unpacks to; reading one of its parts beyond what it says ends there.</summary>
    private static void RequireSmall(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(e => (decimal)e.Length) > Bounds.Unpacked) throw UnreadableDocumentException.TooLarge();
        if (archive.GetEntry("word/document.xml") is null)
            throw new UnreadableDocumentException("is a zip archive but no Word document (.docx); send the document itself, or save it as .docx or PDF");
    }

    private static string Text(OpenXmlPart part, CancellationToken cancellationToken)
    {
        var lines = new TextLines();
        using var reader = OpenXmlReader.Create(part);
        // Twice in the file: as newer programs show it and, for older ones, as a fallback.
        var fallbacks = 0;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type = reader.ElementType;
            if (type == typeof(AlternateContentFallback)) fallbacks += reader.IsEndElement ? -1 : 1;
            else if (fallbacks > 0) continue;
            else if (type == typeof(Text) && reader.IsStartElement) lines.Words(reader.GetText());
            else if (type == typeof(TabChar) && reader.IsStartElement) lines.Tab();
            else if (type == typeof(Break) || type == typeof(CarriageReturn) || type == typeof(Paragraph)) lines.Break();
        }

        return lines.ToString();
    }

    private static UnreadableDocumentException Broken(Exception? cause) =>
        new("is a Word document that cannot be read, broken or incomplete; save it anew as .docx, or send PDF or plain text", cause);
}
