using Microsoft.Extensions.Hosting;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>
/// Asks a Redis that was left alone whether it is back, so that a replica without traffic finds out too and no caller's request
/// has to be the one that tries.
/// </summary>
internal sealed class CacheRecovery(BoundedDistributedCache cache, CacheOptions options, TimeProvider clock) : BackgroundService
{
    private const string AnyKey = "recovery";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.OpenFor, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!cache.IsUp)
            {
                await cache.GetAsync(AnyKey, stoppingToken);
            }
        }
    }
}
