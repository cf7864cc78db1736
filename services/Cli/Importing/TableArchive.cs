using System.Formats.Tar;
using System.IO.Compression;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Importing;

/// <summary>
/// Puts the tables of a folder or a tar into a temporary zip file, which is what the services read. Bounded in number and
/// size; of a tar only names and content are taken, nothing is unpacked to disk.
/// </summary>
public static class TableArchive
{
    private const int MostFiles = 1000;
    private const long MostBytes = 1L << 30;
    private const long MostZipBytes = 512L << 20;

    // Zip files carry times; one for all makes the same tables the same file.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a file is a tar by its name.</summary>
    public static bool IsTar(string name) =>
        name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The .txt and .csv files of a folder and the folders in it; links are not followed.</summary>
    public static Task<SourceFile> OfFolderAsync(string folder, string scratch, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return WriteAsync(
            name,
            folder,
            scratch,
            async zip =>
            {
                var options = new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    MaxRecursionDepth = 5,
                    AttributesToSkip = FileAttributes.ReparsePoint,
                };
                foreach (var path in Directory.EnumerateFiles(folder, "*", options).Where(IsTable).Order(StringComparer.Ordinal))
                {
                    await using var content = File.OpenRead(path);
                    await zip.AddAsync(Path.GetFileName(path), content);
                }
            },
            cancellationToken
        );
    }

    /// <summary>The .txt and .csv files of a gzipped tar.</summary>
    public static Task<SourceFile> OfTarAsync(SourceFile tar, string scratch, CancellationToken cancellationToken)
    {
        var end = tar.Name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? ".tgz" : ".tar.gz";
        return WriteAsync(
            tar.Name[..^end.Length],
            tar.Name,
            scratch,
            async zip =>
            {
                try
                {
                    await using var file = File.OpenRead(tar.Path);
                    // Skipped entries count too; otherwise an archive of large other files would keep the command busy.
                    await using var unzipped = new BoundedStream(
                        new GZipStream(file, CompressionMode.Decompress),
                        MostBytes,
                        tar.Name
                    );
                    await using var reader = new TarReader(unzipped);
                    while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
                    {
                        if (
                            entry
                                is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } content }
                            && IsTable(entry.Name)
                        )
                        {
                            await zip.AddAsync(Path.GetFileName(entry.Name), content);
                        }
                    }
                }
                catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
                {
                    throw new CommandException($"{tar.Name} is not a whole tar.gz file: {e.Message}");
                }
            },
            cancellationToken
        );
    }

    private static bool IsTable(string path) => Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".csv";

    private static async Task<SourceFile> WriteAsync(
        string name,
        string from,
        string scratch,
        Func<Writer, Task> fill,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(scratch);
        var path = Path.Combine(scratch, Path.GetRandomFileName());
        try
        {
            await using (var target = File.Create(path))
            await using (var zip = new ZipArchive(target, ZipArchiveMode.Create))
            {
                var writer = new Writer(zip, from, cancellationToken);
                await fill(writer);
                if (writer.Files == 0)
                {
                    throw new CommandException($"{from} holds no .txt or .csv table");
                }
            }

            var file = await SourceFile.OfAsync(path, MostZipBytes, cancellationToken);
            return file with { Name = name + ".zip", Temporary = true };
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private sealed class Writer(ZipArchive zip, string from, CancellationToken cancellationToken)
    {
        private long _bytes;

        public int Files { get; private set; }

        public async Task AddAsync(string name, Stream content)
        {
            if (++Files > MostFiles)
            {
                throw new CommandException($"{from} holds more than {MostFiles} tables; name the folder of one release");
            }

            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = Time;
            await using var target = await entry.OpenAsync(cancellationToken);
            await using var bounded = new BoundedStream(content, MostBytes - _bytes, from);
            await bounded.CopyToAsync(target, cancellationToken);
            _bytes += bounded.Done;
        }
    }
}
