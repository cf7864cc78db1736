using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog;

/// <summary>
/// Brings the replica to where it can answer, and keeps it from missing an activation. The first attempt is made while the host
/// starts, so that a host alone answers from its first call on; a database that is not there yet delays readiness, not the start.
/// </summary>
public sealed partial class CatalogStart(
    BuiltInSeeder seeder,
    ServedCatalogs served,
    ActiveVersions active,
    SnapshotCache snapshots,
    IOptions<CatalogOptions> options,
    TimeProvider time,
    ILogger<CatalogStart> logger
) : BackgroundService, IReadinessCheck
{
    private static readonly TimeSpan FirstAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(2);
    private volatile bool _ready;

    /// <inheritdoc />
    public string Name => "catalog";

    /// <inheritdoc />
    public bool IsReady => _ready;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(FirstAttempt);
        await TryPrepareAsync(attempt.Token, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(_ready ? options.Value.LookEvery : RetryEvery, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
            {
                await TryPrepareAsync(stoppingToken, stoppingToken);
            }
        }
    }

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
            LogNotPrepared(e, _ready ? options.Value.LookEvery : RetryEvery);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Cannot read the catalogs from the database; trying again in {Delay}")]
    private partial void LogNotPrepared(Exception exception, TimeSpan delay);
}
