using System.Globalization;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>What a method answered by gRPC, to be sent by REST: a message in JSON, or an error in the envelope.</summary>
internal sealed class UploadAnswer
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";
    private const string DetailsHeader = "grpc-status-details-bin";

    private static readonly JsonFormatter Formatter = new(
        new JsonFormatter.Settings(formatDefaultValues: true, RestErrors.Types)
    );

    private readonly ReadOnlyMemory<byte> _message;
    private readonly Status _status;

    private UploadAnswer(ReadOnlyMemory<byte> message, Status status) => (_message, _status) = (message, status);

    /// <summary>Takes the answer and the status out of a response; the response keeps nothing of gRPC.</summary>
    public static UploadAnswer Take(
        Microsoft.AspNetCore.Http.HttpResponse response,
        ReadOnlyMemory<byte> frames,
        TimeSpan deadline
    )
    {
        var headers = response.Headers;
        var code = int.TryParse(headers[StatusHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int)Code.Internal;
        var status =
            ReadDetails(headers[DetailsHeader].ToString())
            ?? new Status { Code = code, Message = Uri.UnescapeDataString(headers[MessageHeader].ToString()) };
        if (code == (int)Code.DeadlineExceeded && status.Details.Count == 0)
        {
            status = Grpc.Core.RpcExceptionExtensions.GetRpcStatus(Errors.Errors.UploadTimeout(deadline))!;
        }
        headers.Remove(StatusHeader);
        headers.Remove(MessageHeader);
        headers.Remove(DetailsHeader);
        response.ContentType = null;
        return new UploadAnswer(frames, status);
    }

    /// <summary>Sends the answer.</summary>
    public async Task WriteAsync(HttpContext context, MessageDescriptor type)
    {
        if (_status.Code != (int)Code.Ok)
        {
            await RestErrors.WriteAsync(context, _status);
            return;
        }
        var message = type.Parser.ParseFrom(_message.Span[FrameWriter.PrefixBytes..]);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Formatter.Format(message), context.RequestAborted);
    }

    private static Status? ReadDetails(string base64)
    {
        if (base64.Length == 0)
        {
            return null;
        }
        var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        return Status.Parser.ParseFrom(Convert.FromBase64String(padded));
    }
}
