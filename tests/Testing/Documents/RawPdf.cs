using System.Globalization;
using System.Text;

namespace CareerRecs.Testing.Documents;

/// <summary>
/// A PDF written object by object, as no program would write it. Objects are numbered from 1, which is the catalog.
/// </summary>
internal sealed class RawPdf
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Adds an object.</summary>
    public void Add(string body) => _objects.Add(Encoding.Latin1.GetBytes(body));

    /// <summary>Adds a stream, whose dictionary has these entries beside its length.</summary>
    public void AddStream(string entries, byte[] content) =>
        _objects.Add([
            .. Encoding.Latin1.GetBytes(Invariant($"<< {entries} /Length {content.Length} >>\nstream\n")),
            .. content,
            .. "\nendstream"u8,
        ]);

    /// <summary>Adds catalog (1), page tree (2), a page (3), its font H (4) and its content (5).</summary>
    public void AddPage(string resources, string content, string entries = "", string encoding = "WinAnsiEncoding")
    {
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
        Add(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents 5 "
                + $"0 R /Resources << /Font << /H 4 0 R >> {resources} >> {entries} >>"
        );
        AddFont(encoding);
        AddStream("", Encoding.Latin1.GetBytes(content));
    }

    /// <summary>Adds a standard font.</summary>
    public void AddFont(string encoding = "WinAnsiEncoding") =>
        Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /{encoding} >>");

    /// <summary>The bytes of the file.</summary>
    public byte[] Build()
    {
        using var file = new MemoryStream();
        var table = new StringBuilder(Invariant($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        Write(file, "%PDF-1.4\n");
        for (var i = 0; i < _objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:0000000000} 00000 n \n");
            Write(file, Invariant($"{i + 1} 0 obj\n"));
            file.Write(_objects[i]);
            Write(file, "\nendobj\n");
        }

        var start = file.Position;
        Write(file, table.ToString());
        Write(file, Invariant($"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"));
        return file.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
