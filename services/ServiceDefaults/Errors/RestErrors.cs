using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Errors;

/// <summary>
/// Writes errors as REST answers them, in AIP-193's envelope: <c>{"error": {"code", "status", "message", "details"}}</c>.
/// </summary>
internal static class RestErrors
{
    private static readonly EnumDescriptor Codes = CodeReflection.Descriptor.FindTypeByName<EnumDescriptor>("Code");
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The messages that details of errors are made of.</summary>
    public static TypeRegistry Types { get; } =
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor);

    private static JsonFormatter Formatter { get; } = new(new JsonFormatter.Settings(formatDefaultValues: false, Types));

    /// <summary>Answers with an error. A response that has started gets the envelope as its last line.</summary>
    public static Task WriteAsync(HttpContext context, RpcException error) =>
        WriteAsync(context, error.GetRpcStatus() ?? FromStatus(error.Status));

    /// <summary>Answers with an error and, where the error's code has no HTTP status of its own, with that one.</summary>
    public static async Task WriteAsync(HttpContext context, Google.Rpc.Status error, int? httpStatus = null)
    {
        var response = context.Response;
        var status = httpStatus ?? HttpStatus((Code)error.Code);
        if (!response.HasStarted)
        {
            response.StatusCode = status;
            response.ContentType = "application/json";
            response.ContentLength = null;
            if (error.GetDetail<RetryInfo>()?.RetryDelay is { } delay)
            {
                var seconds = Math.Ceiling(Math.Max(1, delay.ToTimeSpan().TotalSeconds));
                response.Headers.RetryAfter = seconds.ToString("0", CultureInfo.InvariantCulture);
            }
        }

        await response.WriteAsync(Format(error, status), CancellationToken.None);
    }

    /// <summary>The envelope as JSON. An error without an <c>ErrorInfo</c> gets one whose reason is its code.</summary>
    public static string Format(Google.Rpc.Status error, int httpStatus)
    {
        var code = Codes.FindValueByNumber(error.Code)?.Name ?? "UNKNOWN";
        var details = new JsonArray();
        if (error.GetDetail<ErrorInfo>() is null)
        {
            details.Add(JsonNode.Parse(Formatter.Format(Any(new ErrorInfo { Domain = Errors.Domain, Reason = code }))));
        }
        foreach (var detail in error.Details.Where(d => Types.Find(d.TypeUrl[(d.TypeUrl.LastIndexOf('/') + 1)..]) is not null))
        {
            details.Add(JsonNode.Parse(Formatter.Format(detail)));
        }

        var envelope = new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = httpStatus,
                ["status"] = code,
                ["message"] = error.Message,
                ["details"] = details,
            },
        };
        return envelope.ToJsonString(Readable);
    }

    /// <summary>The HTTP status of a code, as google.rpc.Code states it; 409 for ABORTED.</summary>
    public static int HttpStatus(Code code) =>
        code switch
        {
            Code.InvalidArgument or Code.FailedPrecondition or Code.OutOfRange => StatusCodes.Status400BadRequest,
            Code.Unauthenticated => StatusCodes.Status401Unauthorized,
            Code.PermissionDenied => StatusCodes.Status403Forbidden,
            Code.NotFound => StatusCodes.Status404NotFound,
            Code.AlreadyExists or Code.Aborted => StatusCodes.Status409Conflict,
            Code.ResourceExhausted => StatusCodes.Status429TooManyRequests,
            Code.Cancelled => StatusCodes.Status499ClientClosedRequest,
            Code.Unimplemented => StatusCodes.Status501NotImplemented,
            Code.Unavailable => StatusCodes.Status503ServiceUnavailable,
            Code.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static Google.Rpc.Status FromStatus(Grpc.Core.Status status) =>
        new() { Code = (int)status.StatusCode, Message = status.Detail };

    private static Google.Protobuf.WellKnownTypes.Any Any(IMessage message) => Google.Protobuf.WellKnownTypes.Any.Pack(message);
}
