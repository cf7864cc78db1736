using System.IO.Compression;

namespace CareerRecs.Catalog.Import.Onet;

/// <summary>
/// The zip file that O*NET is published as, read with suspicion: names that leave the archive, entries that
/// unfold to absurd sizes and data that does not match its checksum are refused before anything is made of them.
/// </summary>
internal sealed class OnetArchive : IDisposable
{
    private const int MaxEntries = 1000;
    private const long MaxEntryBytes = 256L << 20;
    private const long MaxRatio = 100;

    // The largest table is some 20 MiB; small files may compress to almost nothing without being a bomb.
    private const long RatioFreeBytes = 1L << 20;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private OnetArchive(ZipArchive zip) => _zip = zip;

    public static OnetArchive Open(Stream stream, string fileName)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new ImportFileException(fileName, 0, "",
                "The file is not a whole zip archive: it is cut off or of another format. Download it again and import that.");
        }

        var archive = new OnetArchive(zip);
        try
        {
            archive.Check(fileName);
            return archive;
        }
        catch (InvalidDataException)
        {
            archive.Dispose();
            throw new ImportFileException(fileName, 0, "", "The directory of the zip archive is damaged. Download it again.");
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a table of this name ("Skills" for "any/folder/Skills.txt").</summary>
    public bool Has(string table) => _entries.ContainsKey(FileOf(table));

    /// <summary>Opens a table; the stream fails with <see cref="ImportFileException"/> when its data is damaged.</summary>
    public Stream Open(string table)
    {
        var file = FileOf(table);
        var entry = _entries[file];
        try
        {
            return new CheckedEntryStream(entry.Open(), file, entry.Length, entry.Crc32);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new ImportFileException(file, 0, "", "The entry cannot be read: it is damaged or encrypted. Download the archive again.");
        }
    }

    public static string FileOf(string table) => table + ".txt";

    public void Dispose() => _zip.Dispose();

    private void Check(string fileName)
    {
        if (_zip.Entries.Count > MaxEntries)
            throw new ImportFileException(fileName, 0, "", $"The archive has {_zip.Entries.Count} entries; at most {MaxEntries} are read.");

        foreach (var entry in _zip.Entries)
        {
            CheckName(entry.FullName, fileName);
            CheckSize(entry);
            if (!entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!_entries.TryAdd(entry.Name, entry))
                throw new ImportFileException(entry.Name, 0, "", "The archive has this file in two folders. Leave one release in it.");
        }
    }

    // Nothing is ever written to these paths; an archive that tries is not what the publisher made.
    private static void CheckName(string name, string fileName)
    {
        var rooted = name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Contains('\0');
        if (rooted || name.Split('/').Contains(".."))
            throw new ImportFileException(fileName, 0, "", $"The archive has an entry that points outside of it ('{Shown(name)}').");
    }

    private static void CheckSize(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxEntryBytes)
        {
            throw new ImportFileException(entry.Name, 0, "",
                $"The entry unfolds to {entry.Length} bytes; at most {MaxEntryBytes} are read.");
        }

        if (entry.Length > RatioFreeBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio)
        {
            throw new ImportFileException(entry.Name, 0, "",
                $"The entry unfolds to more than {MaxRatio} times its size; no table of text does.");
        }
    }

    private static string Shown(string name) => name.Length > 80 ? name[..80] : name;
}
