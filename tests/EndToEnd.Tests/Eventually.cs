using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests;

/// <summary>
/// Waits for what comes about by itself, by asking until it is there. How long it may take is bounded, never fixed.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>
    /// The first answer for which <paramref name="isThere"/> holds. A server that is not reachable yet is asked again.
    /// </summary>
    public static async Task<T> GetAsync<T>(string what, Func<Task<T>> ask, Func<T, bool> isThere)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(Pause);
        object? last = null;
        try
        {
            while (true)
            {
                try
                {
                    var answer = await ask();
                    if (isThere(answer))
                    {
                        return answer;
                    }
                    last = answer;
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
                {
                    last = e.Status;
                }

                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {Patience.TotalSeconds:0} s: {what}. Last seen: {last}");
        }
    }

    /// <summary>Returns when <paramref name="isSo"/> holds.</summary>
    public static Task IsSoAsync(string what, Func<Task<bool>> isSo) => GetAsync(what, isSo, so => so);

    /// <summary>Returns when the call fails with the status.</summary>
    public static Task FailsAsync(string what, StatusCode status, Func<Task> call) =>
        GetAsync(
            what,
            async () =>
            {
                try
                {
                    await call();
                    return StatusCode.OK;
                }
                catch (RpcException e)
                {
                    return e.StatusCode;
                }
            },
            seen => seen == status
        );
}
