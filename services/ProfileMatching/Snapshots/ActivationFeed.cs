using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Health;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>Hears of activations. The event only says where to look; what is active, Catalog says.</summary>
internal sealed class CatalogActivatedHandler(SnapshotLibrary library) : IEventHandler<CatalogVersionActivated>
{
    public Task HandleAsync(EventContext<CatalogVersionActivated> e, CancellationToken ct) =>
        library.FollowAsync(e.Owner, e.Event.Catalog, e.Revision, ct);
}

/// <summary>
/// Loads the default catalog as soon as the host listens, then those that were in use before, and asks every minute for news that
/// did not arrive.
/// </summary>
internal sealed class CatalogPoll(
    SnapshotLibrary library,
    IndexOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : ActivationPoll(clock)
{
    public override bool IsReady => library.IsReady;

    protected override TimeSpan Interval => options.RefreshInterval;

    protected override Task BeforeAsync(CancellationToken stoppingToken) => WhenListeningAsync(lifetime, stoppingToken);

    protected override Task LookAsync(CancellationToken stoppingToken) => library.RefreshAsync(stoppingToken);

    protected override Task WhenReadyAsync(CancellationToken stoppingToken) =>
        options.LoadAtStart ? library.LoadKnownAsync(stoppingToken) : Task.CompletedTask;
}

/// <summary>Ready once the default catalog is loaded, from wherever.</summary>
internal sealed class IndexReadiness(SnapshotLibrary library) : IReadinessCheck
{
    public string Name => "catalog snapshot";

    public bool IsReady => library.IsReady;
}
