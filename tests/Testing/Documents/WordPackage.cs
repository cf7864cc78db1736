using System.IO.Compression;

namespace CareerRecs.Testing.Documents;

/// <summary>Makes Word documents out of the markup of their parts, with names as any program may give them.</summary>
public static class WordPackage
{
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        """;

    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A document with this markup in its body, and in headers and a footer if they are given.</summary>
    /// <param name="body">Markup of the body.</param>
    /// <param name="name">Name of the body's part in the folder "word".</param>
    /// <param name="headers">Markup of the headers.</param>
    /// <param name="footer">Markup of the footer.</param>
    public static byte[] Of(string body, string name = "document.xml", string[]? headers = null, string? footer = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "_rels/.rels", Relationships([("officeDocument", $"/word/{name}")]));
            Write(archive, $"word/{name}", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            var margins = new List<(string, string)>();
            foreach (var header in headers ?? [])
            {
                margins.Add(("header", $"header{margins.Count}.xml"));
                Write(archive, $"word/{margins[^1].Item2}", $"<w:hdr {Namespaces}>{header}</w:hdr>");
            }

            if (footer is not null)
            {
                margins.Add(("footer", "margins/foot.xml"));
                Write(archive, "word/margins/foot.xml", $"<w:ftr {Namespaces}>{footer}</w:ftr>");
            }

            Write(archive, $"word/_rels/{name}.rels", Relationships(margins));
        }

        return stream.ToArray();
    }

    /// <summary>Markup of a paragraph of one run.</summary>
    public static string Paragraph(string words, string properties = "") =>
        $"<w:p><w:r>{properties}<w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";

    /// <summary>Markup of a table; a cell may have several paragraphs, one a line.</summary>
    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(Cell))}</w:tr>"))}</w:tbl>";

    private static string Cell(string text) => $"<w:tc>{string.Concat(text.Split('\n').Select(line => Paragraph(line)))}</w:tc>";

    private static string Relationships(IEnumerable<(string Kind, string Target)> relationships)
    {
        var parts = relationships.Select((r, i) => $"<Relationship Id=\"r{i}\" Type=\"{Kinds}{r.Kind}\" Target=\"{r.Target}\"/>");
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(parts)
            + "</Relationships>";
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
