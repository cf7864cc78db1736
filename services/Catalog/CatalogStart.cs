using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog;

/// <summary>
/// Brings the replica to where it can answer, and keeps it on the active versions. The first attempt is made while the host
/// starts, so that a host alone answers its first call; a missing database delays readiness, not the start.
/// </summary>
public sealed partial class CatalogStart(
    BuiltInSeeder seeder,
    ServedCatalogs served,
    ActiveCatalogs active,
    SnapshotCache snapshots,
    IOptions<CatalogOptions> options,
    TimeProvider time,
    ILogger<CatalogStart> logger
) : ActivationPoll(time), IReadinessCheck
{
    private static readonly TimeSpan FirstAttempt = TimeSpan.FromSeconds(10);
    private volatile bool _ready;

    /// <inheritdoc />
    public string Name => "catalog";

    /// <inheritdoc cref="IReadinessCheck.IsReady" />
    public override bool IsReady => _ready;

    /// <inheritdoc />
    protected override TimeSpan Interval => options.Value.LookEvery;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(FirstAttempt);
        await TryPrepareAsync(attempt.Token, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task LookAsync(CancellationToken stoppingToken) => TryPrepareAsync(stoppingToken, stoppingToken);

    private async Task TryPrepareAsync(CancellationToken cancellationToken, CancellationToken stopping)
    {
        try
        {
            if (!_ready)
            {
                await seeder.SeedAsync(cancellationToken);
            }
            await served.LookAsync(cancellationToken);
            if (!_ready && active.Find(Owners.Shared, BuiltInCatalog.CatalogId) is { } builtIn)
            {
                _ready = await snapshots.GetAsync(builtIn, cancellationToken) is not null;
            }
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogNotPrepared(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Cannot read the catalogs from the database; trying again")]
    private partial void LogNotPrepared(Exception exception);
}
