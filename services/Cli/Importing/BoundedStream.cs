using CareerRecs.Cli.Shell;
using CareerRecs.ServiceDefaults.Uploads;

namespace CareerRecs.Cli.Importing;

/// <summary>Stream that ends the command beyond a number of bytes.</summary>
internal sealed class BoundedStream(Stream inner, long mostBytes, string name) : ForwardStream(inner)
{
    private readonly Stream _inner = inner;

    public override int Read(Span<byte> buffer) => Count(_inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await _inner.ReadAsync(buffer, cancellationToken));

    private int Count(int read)
    {
        Done += read;
        return Done <= mostBytes ? read : throw new CommandException($"{name} unfolds to more bytes than can be imported");
    }
}
