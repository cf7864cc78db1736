using System.IO.Compression;
using System.Text;

namespace CareerRecs.Testing.Documents;

/// <summary>Documents with random damage, the same for the same seed.</summary>
public static class DamagedDocuments
{
    private const int Objects = 100_000;
    private const int NestedPackages = 6;

    private const string Resume = "Experience\nData Analyst, March 2019 to May 2021\nReported in SQL.\nSkills\nPython, Docker";

    private const string Html = "<!DOCTYPE html><html><body><h1>Skills</h1><table><tr><td>Python</td></tr></table></body></html>";

    private const string Json =
        """{"basics":{"name":"R"},"work":[{"position":"Data Analyst","startDate":"2019-03"}],"skills":[{"name":"Python"}]}""";

    private static readonly Lazy<byte[]> ManyObjects = new(BuildManyObjects);

    private static readonly Dictionary<string, Func<Random, byte[]>> Makers = new(StringComparer.Ordinal)
    {
        ["pdf"] = random => Damage(PdfFile.Of(Resume), random),
        ["pdf-xref"] = random => DamageFrom("xref"u8, PdfFile.Of(Resume), random),
        ["pdf-objects"] = random => Damage(ManyObjects.Value, random),
        ["docx"] = random => Damage(WordFile.Of(Resume), random),
        ["docx-body"] = random => WithBody(whole => Damage(whole, random)),
        ["docx-zip"] = random => WithBody(whole => Damage(Nest(whole, NestedPackages), random)),
        ["docx-entities"] = random => WithBody(_ => DamageFrom("<!DOCTYPE"u8, EntityBomb(), random)),
        ["html"] = random => Damage(Encoding.UTF8.GetBytes(Html), random),
        ["json"] = random => Damage(Encoding.UTF8.GetBytes(Json), random),
        ["text"] = random => Damage([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Resume)], random),
    };

    /// <summary>The kinds, by the format and the part that is damaged.</summary>
    public static IReadOnlyCollection<string> Kinds => Makers.Keys;

    /// <summary>A document of a kind.</summary>
    public static byte[] Make(string kind, int seed) => Makers[kind](new Random(seed));

    /// <summary>Damage behind the first bytes, as these tell what the document is.</summary>
    private static byte[] Damage(byte[] whole, Random random) => ByteDamage.Apply(whole, random, kept: 5);

    private static byte[] DamageFrom(ReadOnlySpan<byte> start, byte[] whole, Random random) =>
        ByteDamage.Apply(whole, random, kept: whole.AsSpan().IndexOf(start));

    private static byte[] WithBody(Func<byte[], byte[]> change)
    {
        using var stream = new MemoryStream();
        stream.Write(WordFile.Of(Resume));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("word/document.xml")!;
            using var body = new MemoryStream();
            using (var whole = entry.Open())
            {
                whole.CopyTo(body);
            }

            entry.Delete();
            using var changed = archive.CreateEntry("word/document.xml").Open();
            changed.Write(change(body.ToArray()));
        }

        return stream.ToArray();
    }

    /// <summary>An archive of archives, of which the innermost has the body.</summary>
    private static byte[] Nest(byte[] body, int depth)
    {
        for (var i = 0; i < depth; i++)
        {
            using var stream = new MemoryStream();
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                using var inner = archive.CreateEntry("word/document.xml").Open();
                inner.Write(body);
            }

            body = stream.ToArray();
        }

        return body;
    }

    /// <summary>A body whose one paragraph unfolds to a billion letters.</summary>
    private static byte[] EntityBomb()
    {
        var entities = Enumerable
            .Range(1, 9)
            .Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">");
        return Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e0 "Python"><!ENTITY file SYSTEM "file:///etc/hostname">
            {string.Join('\n', entities)}]>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:body><w:p><w:r><w:t>&file;&e9;</w:t></w:r></w:p></w:body></w:document>
            """
        );
    }

    /// <summary>A page, and objects that refer to each other around it.</summary>
    private static byte[] BuildManyObjects()
    {
        var pdf = new RawPdf();
        pdf.AddPage("", "BT /H 10 Tf (Python) Tj ET", entries: "/PieceInfo 6 0 R");
        for (var number = 6; number <= Objects; number++)
        {
            pdf.Add($"<< /Next {(number == Objects ? 6 : number + 1)} 0 R /Kids [{number} 0 R 3 0 R] >>");
        }

        return pdf.Build();
    }
}
