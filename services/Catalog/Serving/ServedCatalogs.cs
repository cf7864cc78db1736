using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Catalog.Serving;

/// <summary>
/// From what a request names to the one version that answers it: the tenant's own catalog before a shared one, the active
/// version unless another is asked for. Without the database in the way, once the version is in memory.
/// </summary>
public sealed partial class ServedCatalogs(
    IDbContextFactory<CatalogDb> databases,
    ActiveCatalogs active,
    SnapshotCache snapshots,
    TimeProvider time,
    ILogger<ServedCatalogs> logger
)
{
    private static readonly TimeSpan LeastBetweenLooks = TimeSpan.FromSeconds(1);
    private long _lastLook;

    /// <summary>The version that a call is answered from.</summary>
    public ValueTask<LoadedVersion> FindAsync(ServerCallContext context, string name, string version) =>
        GetAsync(context.GetCaller(), name, version, context.CancellationToken);

    /// <summary>
    /// The version to answer from: <paramref name="version"/> if one is asked for, else the active one of the catalog that
    /// <paramref name="name"/> (a catalog's or anything's below it) belongs to.
    /// </summary>
    public ValueTask<LoadedVersion> GetAsync(Caller caller, string name, string version, CancellationToken cancellationToken)
    {
        var catalogId = VersionKey.CatalogIdOf(name);
        if (version.Length == 0)
        {
            return GetActiveAsync(caller, catalogId, cancellationToken);
        }
        return VersionKey.CatalogIdOf(version) == catalogId
            ? GetNamedAsync(caller, VersionKey.Of(caller.Tenant, version), cancellationToken)
            : throw Errors.InvalidArgument("catalog_version", $"must be a version of catalogs/{catalogId}; got {version}");
    }

    /// <summary>
    /// Reads from the database which versions are active. A version that takes the place of one in memory is loaded before it
    /// does, so no reader waits; one that cannot be loaded does not take its place.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _lastLook, time.GetTimestamp());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Catalogs.AsNoTracking().Where(row => row.ActiveVersionId != null).ToListAsync(cancellationToken);
        var news = rows.Select(row => (Version: new VersionKey(row.Owner, row.CatalogId, row.ActiveVersionId!), row.Revision))
            .Where(row => active.IsNews(row.Version, row.Revision))
            .ToList();

        var loadable = new List<(VersionKey, long)>(news.Count);
        foreach (var (version, revision) in news)
        {
            if (await CanReplaceAsync(version, cancellationToken))
            {
                loadable.Add((version, revision));
            }
        }

        active.Apply(loadable);
    }

    private async ValueTask<LoadedVersion> GetActiveAsync(Caller caller, string catalogId, CancellationToken cancellationToken)
    {
        var key = FindActive(caller, catalogId);
        if (key is null && time.GetElapsedTime(Interlocked.Read(ref _lastLook)) > LeastBetweenLooks)
        {
            // Perhaps the first version was activated by another replica a moment ago.
            await LookAsync(cancellationToken);
            key = FindActive(caller, catalogId);
        }

        if (key is not null && await snapshots.GetAsync(key, cancellationToken) is { } version)
        {
            return version;
        }
        throw active.IsKnown
            ? Errors.NotFound(
                ResourceName.Catalog(catalogId),
                "Import a catalog and activate a version of it, or use catalogs/builtin."
            )
            : Errors.Unavailable("CATALOG_LOADING", "The catalogs are being loaded. Try again in a moment.");
    }

    private VersionKey? FindActive(Caller caller, string catalogId) =>
        active.Find(caller.Tenant, catalogId) ?? active.Find(Owners.Shared, catalogId);

    private async ValueTask<LoadedVersion> GetNamedAsync(Caller caller, VersionKey own, CancellationToken cancellationToken)
    {
        var shared = own with { Owner = Owners.Shared };
        // The usual reader of a shared catalog has none of that name; the order only saves a look into the database.
        var ownFirst = active.Find(caller.Tenant, own.CatalogId) is not null;
        return await snapshots.GetAsync(ownFirst ? own : shared, cancellationToken)
            ?? await snapshots.GetAsync(ownFirst ? shared : own, cancellationToken)
            ?? throw Errors.NotFound(own.Name, "ListVersions tells which versions there are.");
    }

    private async Task<bool> CanReplaceAsync(VersionKey version, CancellationToken cancellationToken)
    {
        if (active.Find(version.Owner, version.CatalogId) is not { } before || !snapshots.Holds(before))
        {
            return true;
        }
        try
        {
            if (await snapshots.GetAsync(version, cancellationToken) is not { } loaded)
            {
                return false;
            }
            await Task.Run(loaded.Snapshot.Warm, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogCannotLoad(e, version.Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Cannot load {Version}, which is now active; the version before it goes on serving")]
    private partial void LogCannotLoad(Exception exception, string version);
}
