namespace CareerRecs.ServiceDefaults.Uploads;

/// <summary>
/// A file that was streamed in, on disk for as long as it is read. It has no name there from the moment it is open
/// (on Windows: it goes when it is closed), so not even a killed process leaves it behind.
/// </summary>
public sealed class UploadedFile : IAsyncDisposable, IDisposable
{
    private readonly CountedReads _file;
    private Action? _closed;

    /// <summary>Makes an empty file in a folder; <paramref name="closed"/> is told once it is gone.</summary>
    internal UploadedFile(string folder, Action closed)
    {
        Path = System.IO.Path.Combine(folder, $"careerrecs-import-{Guid.NewGuid():N}");
        var file = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        _file = new CountedReads(new FileStream(Path, file));
        _closed = closed;
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(Path);
        }
    }

    /// <summary>Where the file was made; nothing has this name any more, except on Windows.</summary>
    internal string Path { get; }

    /// <summary>The whole file, from its beginning.</summary>
    public Stream Content => _file;

    /// <summary>Size of the file in bytes; 0 until it was received.</summary>
    public long SizeBytes { get; internal set; }

    /// <summary>Bytes of the file that were read of it so far.</summary>
    public long BytesRead => Math.Min(_file.Count, SizeBytes);

    /// <summary>Digest of the whole file, lower-case hex; empty until it was received.</summary>
    public string Sha256 { get; internal set; } = "";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        Interlocked.Exchange(ref _closed, null)?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file.Dispose();
        Interlocked.Exchange(ref _closed, null)?.Invoke();
    }
}
