using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using CareerRecs.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>
/// Answers an upload by REST with the method of gRPC: the body is framed while it arrives, so that rights, validation, limits and
/// errors are those of the method. Nothing holds the whole body.
/// </summary>
internal sealed class UploadCall(UploadRoute route, Func<HttpContext, Endpoint> findMethod)
{
    /// <summary>Longest time of an upload, as <c>service_config.json</c> states it for these methods.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Framed bytes that wait for the method; the body is read no further until it has taken some.</summary>
    private static readonly PipeOptions Waiting = new(
        pauseWriterThreshold: 256 << 10,
        resumeWriterThreshold: 128 << 10,
        useSynchronizationContext: false
    );

    /// <summary>Answers a request of the route.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // Each form of a body has its own limit.
            size.MaxRequestBodySize = null;
        }
        var frames = new Pipe(Waiting);
        var reader = new AskedFrames(frames.Reader);
        var body = UploadBody.FromRequest(UploadRequest.FromHttp(context.Request, route, reader.Asked));
        context.Features.Set(new RestAnswer(context, route.Fields));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var method = findMethod(context);
        // The header of a file is there before the method asks, so only its bytes wait for that.
        var sending = SendAsync(body, frames.Writer, stop);
        var call = new FramedCall(method, route.GrpcPath, Deadline, reader, stop);
        UploadAnswer answer;
        ExceptionDispatchInfo? broken;
        try
        {
            using var exchange = new GrpcExchange(context, call);
            await method.RequestDelegate!(context);
            answer = UploadAnswer.Take(context.Response, await exchange.ReadAnswerAsync(), Deadline);
        }
        finally
        {
            // Whatever became of the method, nobody reads the body any more once the request has ended.
            await frames.Reader.CompleteAsync();
            await stop.CancelAsync();
            broken = await sending;
        }

        if (reader.IsBroken)
        {
            broken?.Throw();
        }
        await answer.WriteAsync(context, route.Method.OutputType);
    }

    /// <summary>Sends the body to the method. Returns why it cannot be used; null if it can, or if the method ended.</summary>
    private static async Task<ExceptionDispatchInfo?> SendAsync(UploadBody body, PipeWriter output, CancellationTokenSource stop)
    {
        try
        {
            await body.WriteAsync(new FrameWriter(output), stop.Token);
            await output.CompleteAsync();
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await output.CompleteAsync(new OperationCanceledException());
            return null;
        }
        catch (Exception error)
        {
            await output.CompleteAsync(new BrokenBodyException());
            return ExceptionDispatchInfo.Capture(error);
        }
    }
}
