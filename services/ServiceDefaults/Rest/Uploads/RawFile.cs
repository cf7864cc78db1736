using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>A body that is the file itself; query parameters state the header.</summary>
internal sealed class RawFile : UploadBody
{
    private readonly Stream _body;
    private readonly UploadRoute _route;
    private readonly IMessage _header;

    public RawFile(UploadRequest upload)
    {
        (_route, _body) = (upload.Route, upload.ReadBody(upload.Route.MostFileBytes));
        _header = RequestHeader.FromQuery(upload);
        var size = _route.Header!.MessageType.FindFieldByName("size_bytes");
        if (upload.Http.ContentLength is { } length and > 0 && (long)size.Accessor.GetValue(_header) == 0)
        {
            size.Accessor.SetValue(_header, length);
        }
    }

    /// <inheritdoc />
    public override async Task WriteAsync(FrameWriter frames, CancellationToken cancellationToken)
    {
        await FileMessages.WriteHeaderAsync(frames, _route, _header, cancellationToken);
        await FileMessages.WriteChunksAsync(frames, _route, _body, cancellationToken);
    }
}
