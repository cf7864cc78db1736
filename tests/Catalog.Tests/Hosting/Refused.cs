using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>Calls that must be refused, and with which status.</summary>
internal static class Refused
{
    public static async Task<RpcException> Async<T>(StatusCode status, Func<AsyncUnaryCall<T>> call) =>
        await Async(status, async () => await call());

    public static async Task<RpcException> Async(StatusCode status, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.True(refused.StatusCode == status, $"{status} expected; got {refused.Status}");
        return refused;
    }
}
