using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Errors;

/// <summary>
/// The errors a caller can see, each a <c>google.rpc.Status</c> with one <c>ErrorInfo</c> (AIP-193). Every method
/// returns the exception to throw. Messages say what is wrong, what is allowed and what to do.
/// </summary>
public static class Errors
{
    /// <summary>The <c>domain</c> of every <c>ErrorInfo</c>.</summary>
    public const string Domain = "careerrecs";

    /// <summary>A request field that cannot be used, by its path in proto names.</summary>
    public static RpcException InvalidArgument(string field, string description) =>
        InvalidArgument([new BadRequest.Types.FieldViolation { Field = field, Description = description }]);

    /// <summary>All the request fields that cannot be used.</summary>
    public static RpcException InvalidArgument(IReadOnlyList<BadRequest.Types.FieldViolation> violations)
    {
        var message = string.Join("; ", violations.Take(3).Select(v => $"{v.Field}: {v.Description}"));
        var badRequest = new BadRequest();
        badRequest.FieldViolations.AddRange(violations);
        return Make(Code.InvalidArgument, "INVALID_FIELDS", message, details: Any.Pack(badRequest));
    }

    /// <summary>Bytes by gRPC that are not the request message of the method.</summary>
    public static RpcException MalformedMessage(string problem) =>
        Make(
            Code.InvalidArgument,
            "MALFORMED_MESSAGE",
            $"The request cannot be decoded: {problem}. Send the request message of the method, built from the current contract."
        );

    /// <summary>Nothing has this name, or it is not the caller's to see.</summary>
    public static RpcException NotFound(string resourceName, string help) =>
        Make(Code.NotFound, "NOT_FOUND", $"{resourceName} was not found. {help}", ("resource", resourceName));

    /// <summary>The name or identifier is taken.</summary>
    public static RpcException AlreadyExists(string resourceName, string message) =>
        Make(Code.AlreadyExists, "ALREADY_EXISTS", message, ("resource", resourceName));

    /// <summary>The state of things does not allow it; repeating the call alone will not help.</summary>
    public static RpcException FailedPrecondition(string reason, string message, params (string Key, string Value)[] metadata) =>
        Make(Code.FailedPrecondition, reason, message, metadata);

    /// <summary>Somebody was faster: the etag is stale.</summary>
    public static RpcException Aborted(string resourceName) =>
        Make(
            Code.Aborted,
            "STALE_ETAG",
            $"{resourceName} was changed by somebody else. Read it again and repeat the change.",
            ("resource", resourceName)
        );

    /// <summary>Others change the thing all the time, faster than this change could be made.</summary>
    public static RpcException Busy(string what) =>
        Make(Code.Aborted, "BUSY", $"{what} is being changed by others all the time. Send it again.");

    /// <summary>The process that ran an operation has ended before the operation did.</summary>
    public static RpcException Abandoned(string message) => Make(Code.Aborted, "OPERATION_ABANDONED", message);

    /// <summary>The operation was cancelled.</summary>
    public static RpcException Cancelled() =>
        Make(
            Code.Cancelled,
            "OPERATION_CANCELLED",
            "The operation was cancelled. Nothing of it was kept: start it again if you need it."
        );

    /// <summary>The caller is known but lacks the scope; for shared catalogs another scope may be needed.</summary>
    public static RpcException PermissionDenied(string scope, string? sharedScope = null) =>
        Make(
            Code.PermissionDenied,
            "MISSING_SCOPE",
            sharedScope is null
                ? $"This needs a token with scope '{scope}'."
                : $"This needs a token with scope '{scope}', or '{sharedScope}' for a shared catalog.",
            ("scope", scope)
        );

    /// <summary>There is no valid token, or none with a tenant.</summary>
    public static RpcException Unauthenticated(string message) => Make(Code.Unauthenticated, "UNAUTHENTICATED", message);

    /// <summary>Something this call needs does not answer now; repeating it later may help.</summary>
    public static RpcException Unavailable(string reason, string message) => Make(Code.Unavailable, reason, message);

    /// <summary>The body of an upload brought no byte for too long.</summary>
    public static RpcException BodyIdle(TimeSpan longest) =>
        Make(
            Code.DeadlineExceeded,
            "REQUEST_TIMEOUT",
            $"The upload brought nothing for {longest.TotalSeconds:0} seconds and was ended. Send it again without a pause."
        );

    /// <summary>An upload took longer than any may.</summary>
    public static RpcException UploadTimeout(TimeSpan longest) =>
        Make(
            Code.DeadlineExceeded,
            "REQUEST_TIMEOUT",
            $"The upload took longer than {longest.TotalMinutes:0} minutes. Send less at a time."
        );

    /// <summary>The service behind the gateway took too long to answer.</summary>
    public static RpcException GatewayTimeout(string message) => Make(Code.DeadlineExceeded, "GATEWAY_TIMEOUT", message);

    /// <summary>What is stored of a resource is not what was written: it was changed, or its key was.</summary>
    public static RpcException StoreDamaged(string resourceName) =>
        Make(
            Code.DataLoss,
            "STORE_DAMAGED",
            $"What is stored of {resourceName} does not open by its key. Erase it, or have its operator restore it.",
            ("resource", resourceName)
        );

    /// <summary>More was asked than can be served now.</summary>
    public static RpcException ResourceExhausted(string message, TimeSpan retryAfter) =>
        Make(
            Code.ResourceExhausted,
            "OVERLOADED",
            message,
            details: Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) })
        );

    /// <summary>The message by gRPC is longer than the method takes. Repeating it does not help.</summary>
    public static RpcException TooLarge(int mostBytes) =>
        Make(
            Code.ResourceExhausted,
            "BODY_TOO_LARGE",
            $"The message is longer than {mostBytes >> 20} MiB, the most that this method takes. Send less at a time."
        );

    /// <summary>A fault of ours. The text tells the caller nothing about it but the id under which it was logged.</summary>
    public static RpcException Internal(string errorId) =>
        Make(
            Code.Internal,
            "INTERNAL",
            $"Something went wrong on our side. Quote {errorId} when you report it.",
            ("error_id", errorId)
        );

    private static RpcException Make(
        Code code,
        string reason,
        string message,
        (string Key, string Value)? metadata = null,
        Any? details = null
    ) => Make(code, reason, message, metadata is { } pair ? [pair] : [], details);

    private static RpcException Make(
        Code code,
        string reason,
        string message,
        (string Key, string Value)[] metadata,
        Any? details = null
    )
    {
        var info = new ErrorInfo { Domain = Domain, Reason = reason };
        foreach (var (key, value) in metadata)
        {
            info.Metadata[key] = value;
        }
        var status = new Google.Rpc.Status
        {
            Code = (int)code,
            Message = message,
            Details = { Any.Pack(info) },
        };
        if (details is not null)
        {
            status.Details.Add(details);
        }
        return status.ToRpcException();
    }
}
