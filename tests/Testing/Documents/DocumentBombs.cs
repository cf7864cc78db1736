using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CareerRecs.Testing.Documents;

/// <summary>Makes small documents that cost whoever reads them without bounds minutes or gigabytes.</summary>
public static class DocumentBombs
{
    private const int PagesOfHeavyPdf = 50;

    /// <summary>The bombs by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } =
        new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["pdf-forms-in-forms"] = FormsInForms(depth: 12, draws: 40),
            ["pdf-deep-forms"] = FormsInForms(depth: 5_000, draws: 1),
            ["pdf-heavy-pages"] = HeavyPages(letters: 19_000),
            ["pdf-heavy-page"] = HeavyPages(letters: 400_000),
            ["pdf-nested-arrays"] = NestedArrays(depth: 400_000),
            ["pdf-nested-page-tree"] = NestedPageTree(depth: 8_000),
            ["docx-many-paragraphs"] = Paragraphs(5_000_000),
            ["docx-nested-tables"] = NestedTables(150_000),
        };

    /// <summary>A page that draws a form, which draws the next one many times, and so on; nothing of it is packed.</summary>
    public static byte[] FormsInForms(int depth, int draws)
    {
        const int firstForm = 6;
        var pdf = new RawPdf();
        pdf.AddPage($"/XObject << /F {firstForm} 0 R >>", "/F Do");
        for (var i = 0; i < depth; i++)
        {
            var isLast = i == depth - 1;
            var content = isLast ? "BT /H 10 Tf (Python) Tj ET" : string.Concat(Enumerable.Repeat("/F Do ", draws));
            var resources = isLast ? "/Font << /H 4 0 R >>" : $"/XObject << /F {firstForm + i + 1} 0 R >>";
            pdf.AddStream(
                $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {resources} >>",
                Encoding.ASCII.GetBytes(content)
            );
        }

        return pdf.Build();
    }

    /// <summary>As many pages as are read, all of which show the same packed content of many single letters.</summary>
    public static byte[] HeavyPages(int letters)
    {
        var content = new StringBuilder("BT /H 4 Tf ");
        for (var i = 0; i < letters; i++)
        {
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {(i * 7) % 590} {(i * 13) % 830} Tm (a) Tj ");
        }

        var pdf = new RawPdf();
        var kids = string.Join(' ', Enumerable.Range(0, PagesOfHeavyPdf).Select(i => $"{5 + i} 0 R"));
        pdf.Add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.Add($"<< /Type /Pages /Count {PagesOfHeavyPdf} /Kids [{kids}] >>");
        pdf.AddStream("/Filter /FlateDecode", Deflate(Encoding.ASCII.GetBytes(content.Append("ET").ToString())));
        pdf.AddFont();
        for (var i = 0; i < PagesOfHeavyPdf; i++)
        {
            pdf.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents 3 0 R "
                    + "/Resources << /Font << /H 4 0 R >> >> >>"
            );
        }

        return pdf.Build();
    }

    /// <summary>A page whose content is one array in another.</summary>
    public static byte[] NestedArrays(int depth)
    {
        var pdf = new RawPdf();
        pdf.AddPage("", new string('[', depth) + new string(']', depth) + " TJ");
        return pdf.Build();
    }

    /// <summary>A tree of pages that is one long branch.</summary>
    public static byte[] NestedPageTree(int depth)
    {
        var pdf = new RawPdf();
        pdf.Add("<< /Type /Catalog /Pages 2 0 R >>");
        for (var i = 0; i < depth; i++)
        {
            pdf.Add($"<< /Type /Pages /Count 1 /Kids [{i + 3} 0 R] >>");
        }

        pdf.Add($"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 600 840] >>");
        return pdf.Build();
    }

    /// <summary>A Word document of so many empty paragraphs.</summary>
    public static byte[] Paragraphs(int count) =>
        Word(writer =>
        {
            for (var i = 0; i < count; i++)
            {
                writer.Write("<w:p/>");
            }
        });

    /// <summary>A Word document of tables in tables.</summary>
    public static byte[] NestedTables(int depth) =>
        Word(writer =>
        {
            for (var i = 0; i < 2 * depth; i++)
            {
                writer.Write(i < depth ? "<w:tbl>" : "</w:tbl>");
            }
        });

    private static byte[] Word(Action<StreamWriter> writeBody)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                "[Content_Types].xml",
                writer =>
                    writer.Write(
                        """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Override PartName="/word/document.xml"
                        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                        """
                    )
            );
            Write(
                "_rels/.rels",
                writer =>
                    writer.Write(
                        """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                        Target="word/document.xml"/></Relationships>
                        """
                    )
            );
            Write(
                "word/document.xml",
                writer =>
                {
                    writer.Write(
                        """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"""
                    );
                    writeBody(writer);
                    writer.Write("</w:body></w:document>");
                }
            );

            void Write(string name, Action<StreamWriter> write)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                write(writer);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var packed = new ZLibStream(stream, CompressionLevel.SmallestSize))
        {
            packed.Write(bytes);
        }

        return stream.ToArray();
    }
}
