using System.Security.Cryptography;
using CareerRecs.Catalog.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>Sends files as a client does.</summary>
internal static class Upload
{
    public static ImportHeader Header(string catalog, string version, byte[] file) =>
        new()
        {
            Catalog = $"catalogs/{catalog}",
            Format = ImportFormat.Onet,
            FileName = "test.zip",
            SizeBytes = file.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            VersionId = version,
            Reason = "because of the test",
        };

    public static Task<ImportVersionResponse> SendAsync(
        CatalogTestHost host,
        Metadata caller,
        ImportHeader header,
        byte[] file
    ) =>
        SendAsync(
            host,
            caller,
            [
                new ImportVersionRequest { Header = header },
                .. file.Chunk(64 * 1024).Select(chunk => new ImportVersionRequest { Chunk = ByteString.CopyFrom(chunk) }),
            ]
        );

    public static async Task<ImportVersionResponse> SendAsync(
        CatalogTestHost host,
        Metadata caller,
        IEnumerable<ImportVersionRequest> parts
    )
    {
        using var call = host.Versions.ImportVersion(caller, cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            foreach (var part in parts)
            {
                await call.RequestStream.WriteAsync(part, TestContext.Current.CancellationToken);
            }
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or IOException)
        {
            // The server ended the call before it had read everything; its answer says why.
        }

        return await call;
    }
}
