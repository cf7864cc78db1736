using System.Collections.Concurrent;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog.Serving;

/// <summary>
/// Versions in memory, loaded from the database on first use, the least recently used given up beyond a bound. A version that
/// was active never changes, so nothing here is ever stale.
/// </summary>
public sealed class SnapshotCache(
    IDbContextFactory<CatalogDb> databases,
    IOptions<CatalogOptions> options,
    IHostApplicationLifetime lifetime
) : ILoadedVersions
{
    private readonly ConcurrentDictionary<VersionKey, Lazy<Task<LoadedVersion?>>> _versions = new();
    private long _clock;

    /// <inheritdoc />
    public IEnumerable<string> LoadedVersions => Loaded().Select(version => version.Name);

    /// <summary>Whether the version is in memory now.</summary>
    public bool Holds(VersionKey key) => _versions.TryGetValue(key, out var entry) && IsLoaded(entry);

    /// <summary>
    /// The version; null where there is none. FAILED_PRECONDITION for a draft, which serves nobody, and for one whose bytes are
    /// no longer kept. Callers that come while it loads wait for the same load, each as long as its own token allows.
    /// </summary>
    public ValueTask<LoadedVersion?> GetAsync(VersionKey key, CancellationToken cancellationToken)
    {
        var entry = _versions.GetOrAdd(key, Begin);
        return IsLoaded(entry) ? new(Touch(entry.Value)) : new(AwaitAsync(entry, cancellationToken));
    }

    /// <summary>Takes in a version that was read already, so that its first reader need not wait.</summary>
    public void Put(VersionKey key, CatalogSnapshot snapshot)
    {
        _versions[key] = new Lazy<Task<LoadedVersion?>>(Task.FromResult<LoadedVersion?>(new LoadedVersion(key, snapshot)));
        Touch(_versions[key].Value);
        Trim();
    }

    private Lazy<Task<LoadedVersion?>> Begin(VersionKey key)
    {
        Lazy<Task<LoadedVersion?>>? entry = null;
        return entry = new(() => Task.Run(() => LoadAsync(key, entry!)));
    }

    private async Task<LoadedVersion?> AwaitAsync(Lazy<Task<LoadedVersion?>> entry, CancellationToken cancellationToken)
    {
        var version = await entry.Value.WaitAsync(cancellationToken);
        version?.Used(Interlocked.Increment(ref _clock));
        Trim();
        return version;
    }

    private async Task<LoadedVersion?> LoadAsync(VersionKey key, Lazy<Task<LoadedVersion?>> entry)
    {
        LoadedVersion? version = null;
        try
        {
            return version = await ReadAsync(key, lifetime.ApplicationStopping);
        }
        finally
        {
            // A load that found nothing or failed is not kept, though all who waited may have left; the next caller looks again.
            if (version is null)
            {
                _versions.TryRemove(new(key, entry));
            }
        }
    }

    private async Task<LoadedVersion?> ReadAsync(VersionKey key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db
            .Versions.AsNoTracking()
            .SingleOrDefaultAsync(
                row => row.Owner == key.Owner && row.CatalogId == key.CatalogId && row.VersionId == key.VersionId,
                cancellationToken
            );
        if (row is null)
        {
            return null;
        }
        if (row.State == CatalogVersion.Types.State.Draft)
        {
            throw Errors.FailedPrecondition("VERSION_IS_DRAFT", $"{key.Name} is a draft and serves nobody. Activate it first.");
        }

        var bytes = await VersionBytes.ReadAsync(db, row, cancellationToken);
        return new LoadedVersion(key, CatalogSnapshot.Read(row.Read(), bytes));
    }

    private LoadedVersion? Touch(Task<LoadedVersion?> loaded)
    {
        var version = loaded.GetAwaiter().GetResult();
        version?.Used(Interlocked.Increment(ref _clock));
        return version;
    }

    private void Trim()
    {
        var excess = _versions.Count - options.Value.LoadedVersions;
        if (excess <= 0)
        {
            return;
        }
        foreach (var version in Loaded().OrderBy(version => version.LastUse).Take(excess).ToList())
        {
            _versions.TryRemove(version.Key, out _);
        }
    }

    private IEnumerable<LoadedVersion> Loaded() =>
        _versions.Values.Where(IsLoaded).Select(entry => entry.Value.GetAwaiter().GetResult()!);

    private static bool IsLoaded(Lazy<Task<LoadedVersion?>> entry) =>
        entry is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
        && entry.Value.GetAwaiter().GetResult() is not null;
}
