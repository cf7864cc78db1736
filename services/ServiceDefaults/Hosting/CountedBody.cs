using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>The part of the host's room that one request takes, until it is answered.</summary>
internal sealed class BodyShare(TenantShares bytes, string tenant) : IDisposable
{
    /// <summary>Requests of this size are not counted; so many as there are at once are no danger.</summary>
    private const int Free = 64 << 10;

    /// <summary>Taken at a time, so that a large request does not take thousands of pieces.</summary>
    private const int Step = 256 << 10;

    private readonly List<IDisposable> _taken = [];
    private long _covered = Free;

    /// <summary>Takes room for a request of so many bytes, as far as it does not have it. False: there is no room.</summary>
    public bool TryCover(long length)
    {
        if (length <= _covered)
        {
            return true;
        }

        var missing = Math.Max(length - _covered, Step);
        if (missing > int.MaxValue || bytes.TryTake(tenant, (int)missing) is not { } taken)
        {
            return false;
        }

        _taken.Add(taken);
        _covered += missing;
        return true;
    }

    public void Dispose() => _taken.ForEach(taken => taken.Dispose());
}

/// <summary>
/// A body by gRPC that takes room for what was received and not consumed yet, and refuses a first message that announces more
/// bytes than the method takes. The messages behind it, of a stream, have the limits of their fields.
/// </summary>
internal sealed class CountedBody(PipeReader body, BodyShare share, int mostBytes) : PipeReader, IRequestBodyPipeFeature
{
    /// <summary>Before each message: whether it is compressed, and its length.</summary>
    private const int PrefixBytes = 5;

    private bool _isAnnounced;

    public PipeReader Reader => this;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        Count(await body.ReadAsync(cancellationToken));

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
        var isTooLarge = IsTooLarge(result.Buffer);
        if (!isTooLarge && share.TryCover(result.Buffer.Length))
        {
            return result;
        }

        body.AdvanceTo(result.Buffer.End);
        throw isTooLarge ? Errors.Errors.TooLarge(mostBytes) : BodyAdmission.Refused();
    }

    private bool IsTooLarge(ReadOnlySequence<byte> received)
    {
        if (_isAnnounced || received.Length < PrefixBytes)
        {
            return false;
        }

        _isAnnounced = true;
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        received.Slice(0, PrefixBytes).CopyTo(prefix);
        return BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]) > (uint)mostBytes;
    }
}
