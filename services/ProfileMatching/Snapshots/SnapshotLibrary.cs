using System.Collections.Concurrent;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// Gives requests the catalog version they are answered from: from memory, else loaded from disk, the database or Catalog. A new
/// active version is loaded and compiled aside; requests see it by one exchange of a reference, and those under way end with the
/// version they began with.
/// </summary>
public sealed partial class SnapshotLibrary : ILoadedVersions, IAsyncDisposable
{
    private readonly IndexOptions _options;
    private readonly CatalogSource _catalog;
    private readonly SnapshotStore _store;
    private readonly ActiveVersions _active;
    private readonly HandleCache _cache;
    private readonly ILogger<SnapshotLibrary> _logger;
    private readonly ConcurrentDictionary<(string Owner, string Version), SnapshotHead> _named = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly DetachedWork _detached = new();
    private volatile bool _ready;
    private int _disposed;

    internal SnapshotLibrary(IndexOptions options, CatalogSource catalog, SnapshotStore store, ILogger<SnapshotLibrary> logger)
    {
        _options = options;
        _catalog = catalog;
        _store = store;
        _logger = logger;
        _active = new ActiveVersions(catalog, store, logger);
        _cache = new HandleCache(options.MemoryBytes, options.MemoryPerStoredByte);
    }

    /// <summary>Whether the default catalog was loaded.</summary>
    public bool IsReady => _ready;

    /// <inheritdoc />
    public IEnumerable<string> LoadedVersions => _cache.Loaded.Select(h => h.Version.Name);

    /// <summary>The version to answer a request from.</summary>
    /// <param name="caller">Who asks; the tenant's own catalogs come before shared ones of the same name.</param>
    /// <param name="catalogName"><c>catalogs/{catalog}</c>; empty: the tenant's default.</param>
    /// <param name="catalogVersion"><c>catalogs/{catalog}/versions/{version}</c>; empty: the active one.</param>
    /// <param name="cancellationToken">Ends the waiting, not the loading.</param>
    public ValueTask<CatalogHandle> GetAsync(
        Caller caller,
        string? catalogName,
        string? catalogVersion,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!string.IsNullOrEmpty(catalogVersion))
        {
            var of = ResourceName.CatalogOf(catalogVersion);
            if (!string.IsNullOrEmpty(catalogName) && catalogName != of)
            {
                throw Errors.InvalidArgument(
                    "catalog_version",
                    $"is a version of {of}, and catalog names {catalogName}; leave one of them out"
                );
            }
            catalogName = of;
        }
        else if (string.IsNullOrEmpty(catalogName))
        {
            catalogName = _options.DefaultCatalogOf(caller.Tenant);
        }

        return
            _active.TryGet(caller.Tenant, catalogName, out var head)
            && (string.IsNullOrEmpty(catalogVersion) || head.Version.Name == catalogVersion)
            && _cache.TryGet(HandleKey.Of(head), out var handle)
            ? ValueTask.FromResult(handle)
            : new ValueTask<CatalogHandle>(LoadAsync(caller.Tenant, catalogName, catalogVersion, cancellationToken));
    }

    /// <summary>Names of the catalogs with an active version that a caller sees, in order: its own and the shared ones.</summary>
    internal Task<IReadOnlyList<string>> ListCatalogsAsync(Caller caller, CancellationToken cancellationToken) =>
        _detached.Run(() => _catalog.ListActiveAsync(caller.Tenant, _stopping.Token)).WaitAsync(cancellationToken);

    /// <summary>
    /// A version of any state. A draft can change at any moment: it is read anew each time, kept nowhere, and answers no other
    /// request. ABORTED where it changed while it was read.
    /// </summary>
    internal async Task<CatalogHandle> GetOfAnyStateAsync(Caller caller, string version, CancellationToken cancellationToken)
    {
        var found = await _detached
            .Run(() => _catalog.FindVersionAsync(caller.Tenant, version, _stopping.Token))
            .WaitAsync(cancellationToken);
        if (found.State != CatalogVersion.Types.State.Draft)
        {
            return await GetAsync(caller, null, version, cancellationToken);
        }
        var head = new SnapshotHead { Owner = caller.Tenant, Version = found };
        try
        {
            var bytes = await _detached
                .Run(() => _catalog.StreamAsync(caller.Tenant, head, _stopping.Token))
                .WaitAsync(cancellationToken);
            var snapshot = CatalogSnapshot.Read(found, bytes);
            return new CatalogHandle(head.Owner, snapshot, MatchIndex.Build(snapshot));
        }
        catch (DigestMismatchException)
        {
            throw Errors.Aborted(version);
        }
    }

    /// <summary>Ends the loads that are under way.</summary>
    public async ValueTask DisposeAsync()
    {
        // The container disposes it once for each interface under which it was asked for.
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }
        await _stopping.CancelAsync();
        await _detached.Idle;
        await _cache.Idle;
        _stopping.Dispose();
    }

    /// <summary>Asks Catalog what is active in every catalog that is in use here, and in the default one.</summary>
    internal async Task RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (var (tenant, catalogName) in _active.Known.Append((ActiveVersions.NoTenant, _options.DefaultCatalog)).Distinct())
        {
            await TryRefreshAsync(tenant, catalogName, cancellationToken);
        }
    }

    /// <summary>Loads, side by side, the active versions of the catalogs that were in use before this start.</summary>
    internal Task LoadKnownAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            _store
                .ReadAllActive()
                .Select(head =>
                    _detached.Run(async () =>
                    {
                        await TryRefreshAsync(TenantOf(head.Owner), ResourceName.CatalogOf(head.Version.Name), cancellationToken);
                        return head;
                    })
                )
        );

    /// <summary>Follows an activation that was heard of, unless it is old news.</summary>
    internal async Task FollowAsync(string owner, string catalogName, long revision, CancellationToken cancellationToken)
    {
        if (!_active.IsNews(owner, catalogName, revision))
        {
            return;
        }
        await TryRefreshAsync(TenantOf(owner), catalogName, cancellationToken);
    }

    /// <summary>For whom an owner's catalog is asked about in the background.</summary>
    private static string TenantOf(string owner) => owner == Owners.Shared ? ActiveVersions.NoTenant : owner;

    private async Task TryRefreshAsync(string tenant, string catalogName, CancellationToken cancellationToken)
    {
        try
        {
            await _detached.Run(() => LearnAsync(tenant, catalogName)).WaitAsync(cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            _active.Forget(tenant, catalogName);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // What is active here stays; the next round asks again.
            LogNotRefreshed(e, catalogName);
        }
    }

    private async Task<CatalogHandle> LoadAsync(
        string tenant,
        string catalogName,
        string? version,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!_active.TryGet(tenant, catalogName, out var head))
            {
                head = await _detached.Run(() => LearnAsync(tenant, catalogName)).WaitAsync(cancellationToken);
            }
            if (!string.IsNullOrEmpty(version) && head.Version.Name != version)
            {
                head = await _detached.Run(() => FindAsync(tenant, head.Owner, version)).WaitAsync(cancellationToken);
            }
            return await GetHandleAsync(tenant, head, cancellationToken);
        }
        catch (DigestMismatchException e)
        {
            LogRefused(e, catalogName);
            throw Errors.Unavailable(
                "SNAPSHOT_DAMAGED",
                $"The content of {version ?? catalogName} arrived damaged and was refused. Try again shortly."
            );
        }
    }

    /// <summary>Finds out what is active, builds its index, and only then lets requests see it.</summary>
    private async Task<SnapshotHead> LearnAsync(string tenant, string catalogName)
    {
        var head = await _active.AskAsync(tenant, catalogName, _stopping.Token);
        var handle = await GetHandleAsync(tenant, head, _stopping.Token);
        // In the place of a version in use it must be no slower at its first question.
        if (_active.TryGet(tenant, catalogName, out _))
        {
            await Task.Run(handle.Snapshot.Warm, _stopping.Token);
        }
        _stopping.Token.ThrowIfCancellationRequested();
        _active.Swap(tenant, head);
        if (catalogName == _options.DefaultCatalog)
        {
            _ready = true;
        }
        return head;
    }

    private async Task<SnapshotHead> FindAsync(string tenant, string owner, string version)
    {
        if (_named.TryGetValue((owner, version), out var known))
        {
            return known;
        }
        var head =
            await _store.ReadVersionAsync(owner, version, _stopping.Token)
            ?? await _catalog.GetVersionAsync(tenant, owner, version, _stopping.Token);
        return _named.GetOrAdd((owner, version), head);
    }

    private Task<CatalogHandle> GetHandleAsync(string tenant, SnapshotHead head, CancellationToken cancellationToken) =>
        _cache.GetAsync(HandleKey.Of(head), () => BuildAsync(tenant, head), cancellationToken);

    private async Task<CatalogHandle> BuildAsync(string tenant, SnapshotHead head)
    {
        var bytes =
            await _store.ReadBytesAsync(head.Version.Digest, _stopping.Token)
            ?? await _catalog.StreamAsync(tenant, head, _stopping.Token);
        var snapshot = CatalogSnapshot.Read(head.Version, bytes);
        // Beside the index, on another core: the first question will need most of it.
        _ = Task.Run(snapshot.Warm, _stopping.Token);
        var handle = new CatalogHandle(head.Owner, snapshot, MatchIndex.Build(snapshot));
        _stopping.Token.ThrowIfCancellationRequested();
        _store.KeepVersion(head, bytes);
        LogLoaded(head.Version.Name, snapshot.Roles.Length, snapshot.Skills.Length);
        return handle;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Version}: {Roles} roles, {Skills} skills")]
    private partial void LogLoaded(string version, int roles, int skills);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Could not find out what is active in {Catalog}; going on with what is here"
    )]
    private partial void LogNotRefreshed(Exception exception, string catalog);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refused the content that came for {Catalog}")]
    private partial void LogRefused(Exception exception, string catalog);
}
