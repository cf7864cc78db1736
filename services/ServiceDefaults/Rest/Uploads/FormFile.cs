using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>A form with two parts in this order: <c>header</c>, JSON, and <c>file</c>, whose name is that of the file.</summary>
internal sealed class FormFile : UploadBody
{
    private const int MostHeaderBytes = 64 << 10;
    private const int MostBoundaryLength = 100;

    private readonly UploadRequest _upload;
    private readonly UploadRoute _route;
    private readonly MultipartReader _parts;

    public FormFile(UploadRequest upload, MediaTypeHeaderValue type)
    {
        (_upload, _route) = (upload, upload.Route);
        RequestHeader.RequireNoQuery(upload);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > MostBoundaryLength)
        {
            throw Refuse("Content-Type", $"needs a boundary of 1 to {MostBoundaryLength} characters");
        }
        _parts = new MultipartReader(boundary, upload.ReadBody(_route.MostBytes));
    }

    /// <inheritdoc />
    public override async Task WriteAsync(FrameWriter frames, CancellationToken cancellationToken)
    {
        try
        {
            await WritePartsAsync(frames, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            throw Refuse("body", "is not a whole form: the last delimiter or a part's headers are missing or too long");
        }
    }

    private async Task WritePartsAsync(FrameWriter frames, CancellationToken cancellationToken)
    {
        var (first, _) = await ReadPartAsync("header", cancellationToken);
        var header = RequestHeader.FromJson(await ReadHeaderAsync(first, cancellationToken), _upload);
        var (file, fileName) = await ReadPartAsync("file", cancellationToken);
        SetFileName(header, fileName);
        await FileMessages.WriteHeaderAsync(frames, _route, header, cancellationToken);
        var content = new BoundedBody(file, _route.MostFileBytes, Task.CompletedTask, idle: null);
        await FileMessages.WriteChunksAsync(frames, _route, content, cancellationToken);
        if (await _parts.ReadNextSectionAsync(cancellationToken) is not null)
        {
            throw Refuse("body", "has a part behind 'file'; send 'header' and 'file' alone");
        }
    }

    private async Task<(Stream Content, string FileName)> ReadPartAsync(string name, CancellationToken cancellationToken)
    {
        var part = await _parts.ReadNextSectionAsync(cancellationToken);
        var got = part?.GetContentDispositionHeader();
        if (part is null || HeaderUtilities.RemoveQuotes(got?.Name ?? default) != name)
        {
            throw Refuse("body", $"needs the part '{name}' here; send 'header' first, then 'file'");
        }
        var fileName = got!.FileNameStar.Length > 0 ? got.FileNameStar : HeaderUtilities.RemoveQuotes(got.FileName);
        return (part.Body, fileName.ToString());
    }

    private async Task<ReadOnlyMemory<byte>> ReadHeaderAsync(Stream part, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostHeaderBytes + 1];
        var read = await part.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read <= MostHeaderBytes
            ? buffer.AsMemory(0, read)
            : throw Refuse(_route.Header!.Name, $"is longer than {MostHeaderBytes >> 10} KiB");
    }

    /// <summary>Takes the name of the part, unless the header states another one.</summary>
    private static void SetFileName(IMessage header, string fileName)
    {
        var field = header.Descriptor.FindFieldByName("file_name");
        if (fileName.Length > 0 && ((string)field.Accessor.GetValue(header)).Length == 0)
        {
            field.Accessor.SetValue(header, fileName);
        }
    }

    private static Grpc.Core.RpcException Refuse(string field, string description) =>
        Errors.Errors.InvalidArgument(field, description);
}
