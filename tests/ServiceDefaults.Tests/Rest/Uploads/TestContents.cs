using System.Net;

namespace CareerRecs.ServiceDefaults.Tests.Rest.Uploads;

/// <summary>A body that stops in its middle, until its request is given up.</summary>
internal sealed class HalfContent : HttpContent
{
    private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _bytes;

    public HalfContent(byte[] bytes)
    {
        _bytes = bytes;
        Headers.ContentType = new("application/zip");
    }

    /// <summary>Completes when half of the body was taken.</summary>
    public Task Half => _half.Task;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length / 2), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _half.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}

/// <summary>A body of zeros that counts what of it was taken.</summary>
internal sealed class UnreadContent : HttpContent
{
    private readonly long _length;
    private readonly bool _isChunked;

    public UnreadContent(long length, string type = "application/zip", bool isChunked = false)
    {
        (_length, _isChunked) = (length, isChunked);
        Headers.ContentType = new(type);
    }

    /// <summary>Bytes that were sent.</summary>
    public long SentBytes { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var part = new byte[64 << 10];
        for (var rest = _length; rest > 0; rest -= part.Length)
        {
            await stream.WriteAsync(part);
            SentBytes += part.Length;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return !_isChunked;
    }
}
