using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace CareerRecs.Client;

/// <summary>Refusal of a call, with the details that the service sent. Every failing call of <see cref="CareerRecsClient"/>
/// throws one; <c>catch (RpcException)</c> catches it too.</summary>
public sealed class CareerRecsException : RpcException
{
    /// <summary>Trailer of gRPC that carries a <c>google.rpc.Status</c>.</summary>
    internal const string DetailsTrailer = "grpc-status-details-bin";

    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    private CareerRecsException(RpcException source, Details details)
        : base(source.Status, source.Trailers, Describe(source, details.Error?.Reason))
    {
        ReasonText = details.Error?.Reason ?? "";
        Reason = ParseReason(ReasonText);
        Metadata = details.Error?.Metadata.ToDictionary() ?? NoMetadata;
        FieldViolations = details.Fields;
        RetryDelay = details.RetryDelay;
    }

    /// <summary>Reason of the refusal; <see cref="ErrorReason.Unspecified"/> if the service sent none, for example because the
    /// connection failed, or one that this version of the contract does not have.</summary>
    public ErrorReason Reason { get; }

    /// <summary>Reason as sent, such as <c>STALE_ETAG</c>; empty if the service sent none.</summary>
    public string ReasonText { get; }

    /// <summary>Details of the reason, such as the <c>resource</c> that was not found or the missing <c>scope</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Fields of the request that were refused; empty unless the request is invalid.</summary>
    public IReadOnlyList<FieldViolation> FieldViolations { get; }

    /// <summary>Time to wait before the call is repeated; null if the service stated none.</summary>
    public TimeSpan? RetryDelay { get; }

    /// <summary>Reads the details of an exception of gRPC, for calls over other channels than those of
    /// <see cref="CareerRecsClient"/>.</summary>
    public static CareerRecsException From(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception as CareerRecsException ?? new CareerRecsException(exception, ReadDetails(exception.Trailers));
    }

    private static string Describe(RpcException source, string? reason) =>
        $"{(string.IsNullOrEmpty(reason) ? source.StatusCode.ToString() : reason)}: {source.Status.Detail}";

    private static ErrorReason ParseReason(string reason) =>
        ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByName(reason) is { } value
            ? (ErrorReason)value.Number
            : ErrorReason.Unspecified;

    private static Details ReadDetails(Metadata trailers)
    {
        if (trailers.GetValueBytes(DetailsTrailer) is not { } bytes)
        {
            return new Details(null, [], null);
        }
        try
        {
            var status = RpcStatus.Parser.ParseFrom(bytes);
            return new Details(
                Unpack<ErrorInfo>(status),
                [.. Unpack<BadRequest>(status)?.FieldViolations.Select(v => new FieldViolation(v.Field, v.Description)) ?? []],
                Unpack<RetryInfo>(status)?.RetryDelay?.ToTimeSpan()
            );
        }
        // A proxy's trailer may hold anything; the status itself must reach the caller.
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException)
        {
            return new Details(null, [], null);
        }
    }

    private static T? Unpack<T>(RpcStatus status)
        where T : class, IMessage, new() =>
        status
            .Details.Select(detail => detail.TryUnpack<T>(out var found) ? found : null)
            .FirstOrDefault(found => found is not null);

    private sealed record Details(ErrorInfo? Error, IReadOnlyList<FieldViolation> Fields, TimeSpan? RetryDelay);
}
