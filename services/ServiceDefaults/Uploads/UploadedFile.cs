using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Uploads;

/// <summary>
/// A file that was streamed in behind a header, on disk for as long as it is read. It has no name there from the moment it is open
/// (on Windows: it goes when it is closed), so not even a killed process leaves it behind.
/// </summary>
public sealed class UploadedFile : IAsyncDisposable
{
    private readonly FileStream _file;

    private UploadedFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"careerrecs-import-{Guid.NewGuid():N}");
        var file = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, file);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
    }

    /// <summary>The whole file, from its beginning.</summary>
    public Stream Content => _file;

    /// <summary>
    /// Receives what follows the header and holds it against the size and SHA-256 (lower-case hex) announced there. INVALID_ARGUMENT
    /// where it is another file.
    /// </summary>
    /// <param name="parts">The stream, behind its header.</param>
    /// <param name="chunkOf">The bytes of a message; null where it carries none.</param>
    /// <param name="size">The size announced.</param>
    /// <param name="sha256">The digest announced.</param>
    /// <param name="cancellationToken">Ends the receiving; nothing is left behind.</param>
    public static async Task<UploadedFile> ReceiveAsync<T>(
        IAsyncStreamReader<T> parts, Func<T, ByteString?> chunkOf, long size, string sha256, CancellationToken cancellationToken)
    {
        var upload = new UploadedFile();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            while (await parts.MoveNext(cancellationToken))
            {
                var chunk = chunkOf(parts.Current)?.Memory
                    ?? throw Errors.Errors.InvalidArgument("header", "comes once, in the first message; the others carry bytes of the file");
                if (upload._file.Position + chunk.Length > size)
                    throw Errors.Errors.InvalidArgument("header.size_bytes", $"announces {size} bytes; more came");
                hash.AppendData(chunk.Span);
                await upload._file.WriteAsync(chunk, cancellationToken);
            }

            upload.Check(size, sha256, Convert.ToHexStringLower(hash.GetHashAndReset()));
            upload._file.Position = 0;
            return upload;
        }
        catch
        {
            await upload.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private void Check(long size, string announced, string digest)
    {
        if (_file.Position != size)
            throw Errors.Errors.InvalidArgument("header.size_bytes", $"announces {size} bytes; {_file.Position} came. Send the whole file");
        if (digest != announced)
            throw Errors.Errors.InvalidArgument("header.sha256", $"announces {announced}; the bytes that came have {digest}. Send the file again");
    }
}
