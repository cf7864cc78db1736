using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Importing;

/// <summary>Reads a stream and refuses to go on beyond a number of bytes. Disposes what it reads.</summary>
internal sealed class BoundedStream(Stream inner, long mostBytes, string name) : Stream
{
    /// <summary>Bytes read so far.</summary>
    public long Done { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => Done;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        Done += read;
        return Done <= mostBytes ? read : throw new CommandException($"{name} unfolds to more bytes than can be imported");
    }
}
