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
/// <param name="admitted">What the call was admitted with.</param>
/// <param name="idle">Ends a stream that brings no byte. Null: the server's least rate does that.</param>
internal sealed class CountedBody(PipeReader body, AdmittedBody admitted, IdleWatch? idle) : PipeReader, IRequestBodyPipeFeature
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
        admitted.Frames.NoteTaken(consumed);
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
        var fault = admitted.Frames.FindFault(result);
        var length = result.Buffer.Length;
        if (!_isAnnounced && admitted.Frames.FirstLength is { } announced)
        {
            _isAnnounced = true;
            length = Math.Max(length, announced);
            admitted.Units?.Settle(announced);
        }
        if (fault is null && admitted.Share.TryCover(length))
        {
            return result;
        }

        body.AdvanceTo(result.Buffer.End);
        throw fault ?? CallAdmission.TooManyBytes();
    }

    private static RpcException NotBase64() => Errors.Errors.MalformedMessage("its body is not the base64 of a message");
}
