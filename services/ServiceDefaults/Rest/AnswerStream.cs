using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>
/// The response body of a REST call. Answers pass through; an error that transcoding writes is held back, to be sent in the
/// envelope; the body of a version that the caller has already is dropped.
/// </summary>
internal sealed class AnswerStream(HttpResponse response, Stream body, RestAnswer answer) : Stream
{
    private MemoryStream? _held;
    private bool _isDecided;

    /// <summary>The error that was held back; null if there is none.</summary>
    public byte[]? Held => _held?.ToArray();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Decide();
        if (_held is not null)
        {
            return _held.WriteAsync(buffer, cancellationToken);
        }
        return answer.IsNotModified ? default : body.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Answers are written asynchronously.");

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        Decide();
        return _held is not null || answer.IsNotModified ? Task.CompletedTask : body.FlushAsync(cancellationToken);
    }

    public override void Flush() => throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Decide()
    {
        // A stream can still fail after it has sent messages.
        if (_held is null && (answer.HasFailed || (!_isDecided && response.StatusCode >= 400)))
        {
            _held = new MemoryStream();
        }
        else if (!_isDecided && answer.IsNotModified)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
        }
        else if (!_isDecided && answer.IsStream)
        {
            response.ContentType = "application/x-ndjson";
        }
        _isDecided = true;
    }
}
