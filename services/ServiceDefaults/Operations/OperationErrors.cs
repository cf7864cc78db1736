using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>Errors of operations: what a call would have failed with, as <c>Operation.error</c> carries it.</summary>
public static class OperationErrors
{
    /// <summary>Returns the status of an error, with its details.</summary>
    public static Google.Rpc.Status ToStatus(RpcException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.GetRpcStatus() ?? new Google.Rpc.Status { Code = (int)error.StatusCode, Message = error.Status.Detail };
    }

    /// <summary>Returns the error for an exception that the caller can do something about; null for a fault of ours.</summary>
    public static RpcException? FromException(Exception exception) =>
        exception switch
        {
            RpcException error => error,
            DbUpdateConcurrencyException => Errors.Errors.Aborted("The resource"),
            _ when StoreFailure.IsDown(exception) => Errors.Errors.Unavailable(
                "STORE_UNAVAILABLE",
                "The database did not answer. Start the operation again."
            ),
            _ => null,
        };
}
