using System.Collections.Concurrent;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Uploads;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Rest.Uploads;

/// <summary>What an upload arrived as, for the test to look at.</summary>
internal sealed class ReceivedUploads
{
    /// <summary>The last header.</summary>
    public ImportHeader? Header { get; set; }

    /// <summary>Digest of the last file.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Sizes of the chunks of the last file.</summary>
    public ConcurrentQueue<int> Chunks { get; } = [];
}

/// <summary>Receives files as Catalog does, and reads nothing out of them.</summary>
internal sealed class ReceivingVersions(UploadReceiver uploads, ReceivedUploads received) : VersionService.VersionServiceBase
{
    public override async Task<ImportVersionResponse> ImportVersion(
        IAsyncStreamReader<ImportVersionRequest> requestStream,
        ServerCallContext context
    )
    {
        await requestStream.MoveNext(context.CancellationToken);
        var header = received.Header =
            requestStream.Current?.Header ?? throw ServiceDefaults.Errors.Errors.InvalidArgument("header", "must come first");
        await using var upload = await uploads.ReceiveAsync(
            requestStream,
            part =>
            {
                received.Chunks.Enqueue(part.Chunk.Length);
                return part.PartCase == ImportVersionRequest.PartOneofCase.Chunk ? part.Chunk : null;
            },
            AnnouncedFile.FromHeader(header),
            context.GetCaller().Tenant,
            context.CancellationToken
        );
        received.Sha256 = upload.Sha256;
        return new ImportVersionResponse
        {
            Version = new CatalogVersion { Name = $"{header.Catalog}/versions/1", Etag = "v1" },
        };
    }
}
