using CareerRecs.ProfileMatching.Documents;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Documents;

public sealed class DocumentRoomTests : IDisposable
{
    private const int Mebibyte = 1 << 20;

    private readonly DocumentRoom _room = new(
        new DocumentOptions { Workers = 2, AdmittedBytes = 32 * Mebibyte },
        Readers.Metrics()
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_has_half_of_the_bytes_and_others_have_the_rest()
    {
        using var first = await _room.EnterAsync("alice", 10 * Mebibyte, Token);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _room.EnterAsync("alice", 7 * Mebibyte, Token));
        using var other = await _room.EnterAsync("bob", 16 * Mebibyte, Token);
        await Assert.ThrowsAsync<RpcException>(async () => await _room.EnterAsync("carol", 7 * Mebibyte, Token));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal(2, refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds);
    }

    [Fact]
    public async Task Small_documents_count_as_larger_ones_so_that_only_so_many_wait()
    {
        using var waits = new CancellationTokenSource();
        using var first = await _room.EnterAsync("alice", 1, Token);
        var waiting = Enumerable.Range(0, 255).Select(_ => _room.EnterAsync("alice", 1, waits.Token).AsTask()).ToList();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _room.EnterAsync("alice", 1, Token));
        await waits.CancelAsync();

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    [Fact]
    public async Task A_tenant_leaves_a_place_for_others()
    {
        using var first = await _room.EnterAsync("alice", 1, Token);
        var second = _room.EnterAsync("alice", 1, Token).AsTask();

        using var other = await _room.EnterAsync("bob", 1, Token);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_no_trace()
    {
        using var first = await _room.EnterAsync("alice", Mebibyte, Token);
        using var patience = new CancellationTokenSource();
        var waiting = _room.EnterAsync("alice", 15 * Mebibyte, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();

        (await _room.EnterAsync("alice", 16 * Mebibyte, Token)).Dispose();
    }

    public void Dispose() => _room.Dispose();
}
