using System.IO.Compression;
using System.Xml;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The parts of a Word document, found by the relationships of its package: programs name them as they like ("document2.xml").
/// Read without the library for the format: that one unpacks the archive into temporary files, and whoever reads untrusted
/// documents may write none.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private const int MostParts = 2_000;
    private const int MostRelationships = 2_000;
    private const string UsualBody = "word/document.xml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = Bounds.Unpacked,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public DocxPackage(ReadOnlyMemory<byte> content)
    {
        _archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        // Reading a part beyond the size that the archive states ends there.
        if (_archive.Entries.Count > MostParts || _archive.Entries.Sum(e => (decimal)e.Length) > Bounds.Unpacked)
        {
            throw UnreadableDocumentException.TooLarge();
        }

        foreach (var entry in _archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>The body.</summary>
    public string FindBody()
    {
        var related = FindRelated("", "officeDocument") is [var first, ..] ? first : UsualBody;
        return _entries.ContainsKey(related)
            ? related
            : throw new UnreadableDocumentException(
                "is a zip archive but no Word document (.docx); send the document itself, or save it as .docx or PDF"
            );
    }

    /// <summary>
    /// The parts that a part has of a kind ("header"), each once; those of the package itself for an empty name.
    /// </summary>
    public IReadOnlyList<string> FindRelated(string part, string kind)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        if (!_entries.TryGetValue($"{folder}_rels/{part[folder.Length..]}.rels", out var relationships))
        {
            return [];
        }

        var found = new List<string>();
        using var reader = XmlReader.Create(relationships.Open(), Settings);
        for (var left = MostRelationships; left > 0 && reader.ReadToFollowing("Relationship"); left--)
        {
            // The strict form of the format has the same kinds at another address.
            var isOfKind = reader.GetAttribute("Type") is { } type && type.EndsWith("/" + kind, StringComparison.Ordinal);
            if (
                isOfKind
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Target") is { } target
                && Resolve(folder, target) is var name
                && _entries.ContainsKey(name)
                && !found.Contains(name)
            )
            {
                found.Add(name);
            }
        }

        return found;
    }

    /// <summary>Opens a part that was found.</summary>
    public XmlReader Open(string part) => XmlReader.Create(_entries[part].Open(), Settings);

    /// <summary>
    /// "word/document2.xml" of "document2.xml", "/word/document2.xml" and "../word/document2.xml" beside "word".
    /// </summary>
    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        var whole = target.StartsWith('/') ? target : folder + target;
        foreach (var step in whole.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }
}
