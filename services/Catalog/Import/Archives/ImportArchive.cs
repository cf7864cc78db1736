using System.IO.Compression;

namespace CareerRecs.Catalog.Import.Archives;

/// <summary>
/// The zip file that a publisher offers tables in, read with suspicion: names that leave the archive, entries that
/// unfold to absurd sizes and data that does not match its checksum are refused before anything is made of them.
/// </summary>
internal sealed class ImportArchive : IDisposable
{
    private const int MaxEntries = 1000;
    private const long MaxEntryBytes = 256L << 20;
    private const long MaxRatio = 100;

    // The largest tables are some 20 MiB; small files may compress to almost nothing without being a bomb.
    private const long RatioFreeBytes = 1L << 20;

    private readonly ZipArchive _zip;
    private readonly string _extension;
    private readonly Func<string, string> _tableOf;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private ImportArchive(ZipArchive zip, string extension, Func<string, string> tableOf) =>
        (_zip, _extension, _tableOf) = (zip, extension, tableOf);

    /// <summary>Paths of all entries as the archive has them.</summary>
    public IEnumerable<string> Paths => _zip.Entries.Select(e => e.FullName);

    /// <summary>Opens and checks an archive.</summary>
    /// <param name="stream">The zip file, seekable; it stays open.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="extension">Extension of the tables: ".txt". Entries of others are not read.</param>
    /// <param name="tableOf">Name of the table that a file of a given name, without extension, holds. Null: the file's
    /// name.</param>
    public static ImportArchive Open(Stream stream, string fileName, string extension, Func<string, string>? tableOf = null)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                "The file is not a whole zip archive: it is cut off or of another format. Download it again and import that."
            );
        }

        var archive = new ImportArchive(zip, extension, tableOf ?? (name => name));
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
    public bool Has(string table) => _entries.ContainsKey(table);

    /// <summary>Name of the file that holds a table; where there is none, the name that is looked for.</summary>
    public string FileOf(string table) => _entries.TryGetValue(table, out var entry) ? entry.Name : table + _extension;

    /// <summary>Opens a table; the stream fails with <see cref="ImportFileException"/> when its data is damaged.</summary>
    public Stream Open(string table)
    {
        var entry = _entries[table];
        var file = entry.Name;
        try
        {
            return new CheckedEntryStream(entry.Open(), file, entry.Length, entry.Crc32);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new ImportFileException(
                file,
                0,
                "",
                "The entry cannot be read: it is damaged or encrypted. Download the archive again."
            );
        }
    }

    public void Dispose() => _zip.Dispose();

    private void Check(string fileName)
    {
        if (_zip.Entries.Count > MaxEntries)
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                $"The archive has {_zip.Entries.Count} entries; at most {MaxEntries} are read."
            );
        }

        foreach (var entry in _zip.Entries)
        {
            CheckName(entry.FullName, fileName);
            CheckSize(entry);
            if (!entry.Name.EndsWith(_extension, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            var table = _tableOf(Path.GetFileNameWithoutExtension(entry.Name));
            if (!_entries.TryAdd(table, entry))
            {
                throw new ImportFileException(
                    entry.Name,
                    0,
                    "",
                    $"The archive has this table twice, as '{Shown(_entries[table].FullName)}' "
                        + $"too. Leave one release in one language in it."
                );
            }
        }
    }

    // Nothing is ever written to these paths; an archive that tries is not what the publisher made.
    private static void CheckName(string name, string fileName)
    {
        var rooted = name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Contains('\0');
        if (rooted || name.Split('/').Contains(".."))
        {
            throw new ImportFileException(
                fileName,
                0,
                "",
                $"The archive has an entry that points outside of it ('{Shown(name)}')."
            );
        }
    }

    private static void CheckSize(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxEntryBytes)
        {
            throw new ImportFileException(
                entry.Name,
                0,
                "",
                $"The entry unfolds to {entry.Length} bytes; at most {MaxEntryBytes} are read."
            );
        }

        if (entry.Length > RatioFreeBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio)
        {
            throw new ImportFileException(
                entry.Name,
                0,
                "",
                $"The entry unfolds to more than {MaxRatio} times its size; no table of text does."
            );
        }
    }

    private static string Shown(string name) => name.Length > 80 ? name[..80] : name;
}
