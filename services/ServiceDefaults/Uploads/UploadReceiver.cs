using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Hosting;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Uploads;

/// <summary>
/// Receives files that are streamed in behind a header. They are large, so only so many are on disk at once: further ones are
/// refused before their bytes are taken.
/// </summary>
public sealed class UploadReceiver(UploadOptions options) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly TenantShares _places = new(options.MaxConcurrent, Math.Max(1, options.MaxConcurrent - 1));

    /// <summary>
    /// Receives the file that follows the header and compares it with what is announced there. INVALID_ARGUMENT if it is another
    /// file, RESOURCE_EXHAUSTED while as many others are not disposed of yet as <see cref="UploadOptions.MaxConcurrent"/> allows.
    /// </summary>
    /// <param name="parts">The stream, behind its header.</param>
    /// <param name="chunkOf">The bytes of a message; null where it carries none.</param>
    /// <param name="announced">What the header states about the file.</param>
    /// <param name="tenant">Whose file it is: a tenant gets all places but one.</param>
    /// <param name="cancellationToken">Ends the receiving; nothing is left behind.</param>
    public async Task<UploadedFile> ReceiveAsync<T>(
        IAsyncStreamReader<T> parts,
        Func<T, ByteString?> chunkOf,
        AnnouncedFile announced,
        string tenant,
        CancellationToken cancellationToken
    )
    {
        var upload = CreateFile(tenant);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            while (await parts.MoveNext(cancellationToken))
            {
                var chunk =
                    chunkOf(parts.Current)?.Memory
                    ?? throw Errors.Errors.InvalidArgument(
                        "header",
                        "comes once, in the first message; the others carry bytes of the file"
                    );
                announced.RequireAtMost(upload.Content.Position + chunk.Length);
                hash.AppendData(chunk.Span);
                await upload.Content.WriteAsync(chunk, cancellationToken);
            }

            upload.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            upload.SizeBytes = upload.Content.Position;
            announced.RequireSame(upload.SizeBytes, upload.Sha256);
            upload.Content.Position = 0;
            return upload;
        }
        catch
        {
            await upload.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private UploadedFile CreateFile(string tenant)
    {
        var place =
            _places.TryTake(tenant, 1)
            ?? throw Errors.Errors.ResourceExhausted(
                "As many files are being imported here already as one tenant or all may have. "
                    + $"Send this one again in {RetryAfter.TotalSeconds:0} seconds.",
                RetryAfter
            );
        try
        {
            return new UploadedFile(options.Directory, place.Dispose);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }
}

/// <summary>Registers what hosts that take files in need.</summary>
public static class UploadExtensions
{
    /// <summary>
    /// Adds the host's <see cref="UploadReceiver"/>. A host that cannot write where uploads are to lie does not start.
    /// </summary>
    public static void AddUploads(this WebApplicationBuilder builder)
    {
        if (builder.Services.Any(s => s.ServiceType == typeof(UploadReceiver)))
        {
            return;
        }
        var options = builder.ReadSettings<UploadOptions>("Uploads");
        if (options.Directory.Length == 0)
        {
            var data = builder.Configuration["Database:Directory"] ?? "";
            options.Directory = Path.Combine(data.Length > 0 ? data : Path.Combine(Path.GetTempPath(), "careerrecs"), "uploads");
        }

        try
        {
            Directory.CreateDirectory(options.Directory);
            new UploadedFile(options.Directory, static () => { }).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                "Uploads:Directory",
                $"files cannot be written to {options.Directory} ({e.Message}). Name a folder that this user may write to."
            );
        }

        builder.Services.AddSingleton(_ => new UploadReceiver(options));
    }
}
