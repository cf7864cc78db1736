using CareerRecs.ServiceDefaults.Resilience;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>
/// A distributed cache that nobody waits for longer than the bound, and that is left alone after some failures in a row. Whatever
/// it does is a miss at worst: nothing is ever thrown but the caller's own cancellation.
/// </summary>
/// <remarks>
/// Not an <see cref="IBufferDistributedCache"/>: a call that was given up goes on, and would write into a buffer, or read from
/// one, that HybridCache has long handed to somebody else.
/// </remarks>
internal sealed partial class BoundedDistributedCache(
    IDistributedCache inner,
    Func<bool> isReady,
    CacheOptions options,
    CacheMetrics metrics,
    TimeProvider clock,
    ILogger<BoundedDistributedCache> logger
) : IDistributedCache
{
    private readonly CircuitBreaker _breaker = new(options.FailuresToOpen, options.OpenFor, clock);

    /// <summary>Whether the cache answers, as far as was seen.</summary>
    public bool IsUp => isReady() && !_breaker.IsOpen;

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        RunAsync(() => inner.GetAsync(key, token), token);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        RunAsync(() => Done(inner.SetAsync(key, value, options, token)), token);

    public Task RefreshAsync(string key, CancellationToken token = default) =>
        RunAsync(() => Done(inner.RefreshAsync(key, token)), token);

    public Task RemoveAsync(string key, CancellationToken token = default) =>
        RunAsync(() => Done(inner.RemoveAsync(key, token)), token);

    public byte[]? Get(string key) => throw NoBlocking();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw NoBlocking();

    public void Refresh(string key) => throw NoBlocking();

    public void Remove(string key) => throw NoBlocking();

    private static NotSupportedException NoBlocking() => new("A blocking call cannot be bounded; HybridCache makes none.");

    private static async Task<bool> Done(Task call)
    {
        await call;
        return true;
    }

    private async Task<T?> RunAsync<T>(Func<Task<T?>> call, CancellationToken cancellationToken)
    {
        // While the first connection is being made nobody waits for it, and it has not failed.
        if (!isReady() || !_breaker.TryEnter())
        {
            return default;
        }
        try
        {
            var result = await Observed(call()).WaitAsync(options.RedisBound, clock, cancellationToken);
            if (_breaker.Succeeded())
            {
                Closed();
            }
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Failed(e is TimeoutException ? "timeout" : "error", e.GetType().Name);
            return default;
        }
    }

    /// <summary>A call that was given up may fail later, where nobody awaits it.</summary>
    private static Task<T> Observed<T>(Task<T> call)
    {
        _ = call.ContinueWith(
            static t => _ = t.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return call;
    }

    private void Closed()
    {
        metrics.RedisIsOpen(false);
        LogBack();
    }

    private void Failed(string reason, string kind)
    {
        metrics.RedisFailed(reason);
        if (!_breaker.Failed())
        {
            return;
        }
        metrics.RedisIsOpen(true);
        LogOpen(kind, options.OpenFor);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Redis does not answer ({Kind}): answers are worked out without it, next try in {OpenFor}"
    )]
    private partial void LogOpen(string kind, TimeSpan openFor);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis answers again")]
    private partial void LogBack();
}
