using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Health;

namespace CareerRecs.Matching.Snapshots;

/// <summary>Hears of activations. The event only says where to look; what is active, Catalog says.</summary>
internal sealed class ActivationHandler(SnapshotLibrary library) : IEventHandler<CatalogVersionActivated>
{
    public Task HandleAsync(EventContext<CatalogVersionActivated> e, CancellationToken ct) =>
        library.FollowAsync(e.Owner, e.Event.Catalog, e.Revision, ct);
}

/// <summary>
/// Loads the default catalog as soon as the host is up, then those that were in use before, and asks every minute for news that
/// did not arrive.
/// </summary>
internal sealed class ActivationPoll(
    SnapshotLibrary library,
    IndexOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : BackgroundService
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // In one process with Catalog there is nobody to ask before the host listens.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);

        await library.RefreshAsync(stoppingToken);
        for (var wait = FirstRetry; !library.IsReady; wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry)
        {
            await Task.Delay(wait, clock, stoppingToken);
            await library.RefreshAsync(stoppingToken);
        }

        if (options.LoadAtStart)
        {
            await library.LoadKnownAsync(stoppingToken);
        }
        using var timer = new PeriodicTimer(options.RefreshInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await library.RefreshAsync(stoppingToken);
        }
    }
}

/// <summary>Ready once the default catalog is loaded, from wherever.</summary>
internal sealed class IndexReadiness(SnapshotLibrary library) : IReadinessCheck
{
    public string Name => "catalog snapshot";

    public bool IsReady => library.IsReady;
}
