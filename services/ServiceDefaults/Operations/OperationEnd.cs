using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>How an operation ended.</summary>
/// <param name="State">Succeeded or failed.</param>
/// <param name="Result">The response or the error, serialized.</param>
/// <param name="Metadata">The metadata as the work left it, serialized; null: as it was reported last.</param>
public sealed record OperationEnd(OperationState State, byte[] Result, byte[]? Metadata)
{
    /// <summary>Returns the end of an operation that has a response.</summary>
    public static OperationEnd Succeed(IMessage response, IMessage metadata) =>
        new(OperationState.Succeeded, Any.Pack(response).ToByteArray(), Any.Pack(metadata).ToByteArray());

    /// <summary>Returns the end of an operation that failed.</summary>
    public static OperationEnd Fail(RpcException error, IMessage? metadata = null) =>
        new(
            OperationState.Failed,
            OperationErrors.ToStatus(error).ToByteArray(),
            metadata is null ? null : Any.Pack(metadata).ToByteArray()
        );
}
