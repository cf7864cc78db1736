using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests;

/// <summary>Calls that must fail.</summary>
internal static class Refused
{
    /// <summary>Fails unless the call is refused with the status.</summary>
    public static async Task<RpcException> WithAsync<T>(StatusCode status, Func<AsyncUnaryCall<T>> call)
    {
        var refused = await Assert.ThrowsAnyAsync<RpcException>(async () => await call());
        Assert.True(refused.StatusCode == status, $"expected {status}, was {refused.Status}");
        return refused;
    }

    /// <summary>Paths of the fields that an INVALID_ARGUMENT names.</summary>
    public static IEnumerable<string> Fields(this RpcException refused) =>
        refused.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? [];
}
