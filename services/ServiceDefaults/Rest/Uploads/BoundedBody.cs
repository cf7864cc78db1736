using CareerRecs.ServiceDefaults.Hosting;
using CareerRecs.ServiceDefaults.Uploads;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>A body, or a part of one. Reading more than its limit throws the refusal of a body that is too long.</summary>
/// <param name="body">The bytes.</param>
/// <param name="mostBytes">Most bytes.</param>
/// <param name="asked">Completes when the first byte may be read.</param>
/// <param name="idle">Ends a body that brings no byte. Null: it is a part of one that is watched.</param>
internal sealed class BoundedBody(Stream body, int mostBytes, Task asked, IdleWatch? idle) : ForwardStream(body)
{
    private readonly Stream _body = body;

    /// <inheritdoc />
    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Bodies are read asynchronously.");

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await asked.WaitAsync(cancellationToken);
        var read = idle is null
            ? await _body.ReadAsync(buffer, cancellationToken)
            : await idle.WaitAsync(token => _body.ReadAsync(buffer, token), cancellationToken);
        Done += read;
        return Done <= mostBytes ? read : throw RestRefusal.TooLarge(mostBytes);
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
