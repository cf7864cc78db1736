using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// A body by gRPC that takes room for the first message as soon as its length is announced, and for what was received and not
/// consumed yet. A first message that announces more bytes than the method takes is refused; those behind it, of a stream, have
/// the limits of their fields.
/// </summary>
/// <param name="body">The bytes.</param>
/// <param name="admitted">What the call was admitted with.</param>
/// <param name="idle">Ends a stream that brings no byte. Null: the server's least rate does that.</param>
internal sealed class CountedBody(PipeReader body, AdmittedBody admitted, IdleWatch? idle) : PipeReader, IRequestBodyPipeFeature
{
    /// <summary>Before each message: whether it is compressed, and its length.</summary>
    private const int PrefixBytes = 5;

    private long? _announced;

    public PipeReader Reader => this;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        Count(idle is null ? await body.ReadAsync(cancellationToken) : await idle.WaitAsync(body.ReadAsync, cancellationToken));

    public override bool TryRead(out ReadResult result)
    {
        if (!body.TryRead(out result))
        {
            return false;
        }

        result = Count(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => body.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    private ReadResult Count(ReadResult result)
    {
        var length = result.Buffer.Length;
        if (_announced is null && length >= PrefixBytes)
        {
            _announced = ReadLength(result.Buffer);
            length = Math.Max(length, Math.Min(_announced.Value, admitted.MostBytes));
            admitted.Units?.Settle(_announced.Value);
        }
        var isTooLarge = _announced > admitted.MostBytes;
        if (!isTooLarge && admitted.Share.TryCover(length))
        {
            return result;
        }

        body.AdvanceTo(result.Buffer.End);
        throw isTooLarge ? Errors.Errors.TooLarge(admitted.MostBytes) : CallAdmission.TooManyBytes();
    }

    private static uint ReadLength(ReadOnlySequence<byte> received)
    {
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        received.Slice(0, PrefixBytes).CopyTo(prefix);
        return BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
    }
}
