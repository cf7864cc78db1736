using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>A request that HTTP itself refuses, with a status that no gRPC code has: 405, 413, 415.</summary>
internal sealed class RestRefusal(int httpStatus, Code code, string reason, string message) : Exception(message)
{
    /// <summary>The HTTP status to answer with.</summary>
    public int HttpStatus { get; } = httpStatus;

    /// <summary>The error in the envelope.</summary>
    public Google.Rpc.Status Error { get; } =
        new()
        {
            Code = (int)code,
            Message = message,
            Details = { Any.Pack(new ErrorInfo { Domain = Errors.Errors.Domain, Reason = reason }) },
        };

    /// <summary>The refusal that stands for an HTTP status which the server or a middleware set without a body.</summary>
    public static RestRefusal FromStatus(int httpStatus, string method, string path) =>
        httpStatus switch
        {
            401 => new(
                401,
                Code.Unauthenticated,
                "UNAUTHENTICATED",
                "This needs a valid token: send it as 'Authorization: Bearer TOKEN'."
            ),
            403 => new(403, Code.PermissionDenied, "PERMISSION_DENIED", "The token does not allow this."),
            404 => new(404, Code.NotFound, "UNKNOWN_ROUTE", $"Nothing is served at {method} {path}."),
            405 => new(
                405,
                Code.Unimplemented,
                "METHOD_NOT_ALLOWED",
                $"{path} does not take {method}. The header 'Allow' lists the methods that it takes."
            ),
            408 => new(408, Code.DeadlineExceeded, "REQUEST_TIMEOUT", "The request took too long to arrive."),
            413 => TooLarge(Hosting.RequestSize.Largest),
            415 => UnsupportedMedia("This route does not take the body's Content-Type."),
            429 => new(429, Code.ResourceExhausted, "OVERLOADED", "Too many requests are in progress here. Retry shortly."),
            503 => new(503, Code.Unavailable, "UNAVAILABLE", "The host does not answer this now. Retry shortly."),
            < 500 => new(httpStatus, Code.InvalidArgument, "BAD_REQUEST", "The request is not valid HTTP for this route."),
            _ => new(httpStatus, Code.Internal, "INTERNAL", "Something went wrong on our side."),
        };

    /// <summary>The refusal of a body that is longer than its method takes.</summary>
    public static RestRefusal TooLarge(int mostBytes) =>
        new(
            413,
            Code.InvalidArgument,
            "BODY_TOO_LARGE",
            $"The body is longer than {mostBytes >> 20} MiB, the most that this method takes. Send less at a time."
        );

    /// <summary>The refusal of a body that is not JSON in UTF-8 by its headers.</summary>
    public static RestRefusal UnsupportedMedia(string message) =>
        new(415, Code.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE", $"{message} Send JSON in UTF-8 as 'application/json'.");
}
