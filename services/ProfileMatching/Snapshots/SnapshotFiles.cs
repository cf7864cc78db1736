using System.Security.Cryptography;
using System.Text;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// Catalog versions on this host's disk. Bytes stand in files named by their digest; small heads beside them say which version
/// of whose catalog they are, and which one was active. Files appear whole or not at all, and are checked when read.
/// </summary>
internal sealed partial class SnapshotFiles(string directory, ILogger<SnapshotFiles> logger)
{
    private const int KeptFiles = 50;
    private static readonly TimeSpan HalfWritten = TimeSpan.FromHours(1);

    /// <summary>The version that was active when last heard; null where none was.</summary>
    public SnapshotHead? ReadActive(string owner, string catalog) => ReadHead(ActivePath(owner, catalog));

    /// <summary>The versions of all catalogs that were active when last heard.</summary>
    public IReadOnlyList<SnapshotHead> ReadAllActive()
    {
        try
        {
            return Directory.Exists(directory)
                ? [.. Directory.EnumerateFiles(directory, "*.active").Take(KeptFiles).Select(ReadHead).OfType<SnapshotHead>()]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(e, directory);
            return [];
        }
    }

    /// <summary>What a kept version is; null where it is not kept.</summary>
    public SnapshotHead? ReadVersion(string owner, string version) => ReadHead(VersionPath(owner, version));

    /// <summary>Remembers which version is active.</summary>
    public void WriteActive(SnapshotHead head) =>
        Write(ActivePath(head.Owner, ResourceName.CatalogOf(head.Version.Name)), head.ToByteArray());

    /// <summary>Keeps a version. A disk that is full or read-only costs only the copy.</summary>
    public void WriteVersion(SnapshotHead head, byte[] bytes)
    {
        if (!File.Exists(BytesPath(head.Version.Digest)))
        {
            Write(BytesPath(head.Version.Digest), bytes);
        }
        Write(VersionPath(head.Owner, head.Version.Name), head.ToByteArray());
        Prune(head.Version.Digest);
    }

    /// <summary>The bytes of a digest; null where they are not here, or are not what they were.</summary>
    public async Task<byte[]?> ReadBytesAsync(string digest, CancellationToken cancellationToken)
    {
        var path = BytesPath(digest);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            if (EntryStream.Digest(bytes) == digest)
            {
                return bytes;
            }
            LogDamaged(path);
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(e, path);
        }

        return null;
    }

    private SnapshotHead? ReadHead(string path)
    {
        try
        {
            return File.Exists(path) ? SnapshotHead.Parser.ParseFrom(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidProtocolBufferException)
        {
            LogUnreadable(e, path);
            return null;
        }
    }

    private void Write(string path, byte[] content)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(directory);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(e, path);
        }
    }

    /// <summary>
    /// Removes the oldest bytes that no active version needs, the heads of what is gone, and what a crash left half written.
    /// </summary>
    private void Prune(string justWritten)
    {
        try
        {
            var folder = new DirectoryInfo(directory);
            var kept = folder
                .GetFiles("*.active")
                .Select(f => ReadHead(f.FullName)?.Version.Digest)
                .OfType<string>()
                .Append(justWritten)
                .ToHashSet(StringComparer.Ordinal);
            var oldest = folder
                .GetFiles("*.snapshot")
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .Skip(KeptFiles)
                .Where(f => !kept.Contains(Path.GetFileNameWithoutExtension(f.Name)))
                .ToList();
            if (oldest.Count == 0)
            {
                return;
            }
            foreach (var file in oldest)
            {
                file.Delete();
            }
            foreach (
                var head in folder
                    .GetFiles("*.version")
                    .Where(f => ReadHead(f.FullName) is not { } known || !File.Exists(BytesPath(known.Version.Digest)))
            )
            {
                head.Delete();
            }
            var longAgo = File.GetLastWriteTimeUtc(BytesPath(justWritten)) - HalfWritten;
            foreach (var file in folder.GetFiles("*.tmp").Where(f => f.LastWriteTimeUtc < longAgo))
            {
                file.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(e, directory);
        }
    }

    private string BytesPath(string digest) => Path.Combine(directory, $"{digest}.snapshot");

    private string VersionPath(string owner, string version) => Path.Combine(directory, $"{NameOf(owner, version)}.version");

    private string ActivePath(string owner, string catalog) => Path.Combine(directory, $"{NameOf(owner, catalog)}.active");

    // Tenants and versions are named by others; a hash makes a file name of them that is safe and does not collide.
    private static string NameOf(string owner, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{name}")).AsSpan(0, 16));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} is not what was written; removed, and read from elsewhere")]
    private partial void LogDamaged(string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot read {Path}")]
    private partial void LogUnreadable(Exception exception, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot write {Path}")]
    private partial void LogUnwritable(Exception exception, string path);
}
