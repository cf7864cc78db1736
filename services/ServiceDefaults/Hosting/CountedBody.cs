using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// A body by gRPC that takes room for the first message as soon as its length is announced, and for what was received and not
/// consumed yet. A first message that announces more bytes than the method takes is refused; those behind it, of a stream, have
/// the limits of their fields. Bytes that are no frame of a message, or no base64 by gRPC-Web, are refused too.
/// </summary>
/// <param name="body">The bytes.</param>
/// <param name="share">Room of the request.</param>
/// <param name="frames">The frames in them.</param>
/// <param name="call">Units of the call, settled once the length is known. Null: they stay as they are.</param>
/// <param name="idle">Ends a stream that brings no byte. Null: the server's least rate does that.</param>
internal sealed class CountedBody(PipeReader body, BodyShare share, MessageFrames frames, AdmittedCall? call, IdleWatch? idle)
    : PipeReader,
        IRequestBodyPipeFeature
{
    private bool _isAnnounced;

    public PipeReader Reader => this;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(
                idle is null ? await body.ReadAsync(cancellationToken) : await idle.WaitAsync(body.ReadAsync, cancellationToken)
            );
        }
        catch (InvalidOperationException)
        {
            throw NotBase64();
        }
        catch (BadHttpRequestException e) when (e.StatusCode != StatusCodes.Status408RequestTimeout)
        {
            throw Errors.Errors.MalformedMessage("its body is no valid HTTP");
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        if (!body.TryRead(out result))
        {
            return false;
        }

        result = Count(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        frames.NoteTaken(consumed);
        try
        {
            body.AdvanceTo(consumed, examined);
        }
        catch (InvalidOperationException)
        {
            throw NotBase64();
        }
    }

    public override void CancelPendingRead() => body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    private ReadResult Count(ReadResult result)
    {
        var fault = frames.FindFault(result);
        var length = result.Buffer.Length;
        if (!_isAnnounced && frames.FirstLength is { } announced)
        {
            _isAnnounced = true;
            length = Math.Max(length, announced);
            call?.Settle(announced);
        }
        if (fault is null && share.TryCover(length))
        {
            return result;
        }

        body.AdvanceTo(result.Buffer.End);
        throw fault ?? CallAdmission.TooManyBytes();
    }

    private static RpcException NotBase64() => Errors.Errors.MalformedMessage("its body is not the base64 of a message");
}
