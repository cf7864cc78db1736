using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// Which version of each catalog is active, and whose catalog a tenant means by a name: its own before the shared one. Learnt by
/// asking Catalog; with Catalog down, from what was kept.
/// </summary>
internal sealed partial class ActiveVersions(CatalogSource catalog, SnapshotStore store, ILogger logger)
{
    /// <summary>
    /// For whom shared catalogs are asked about in the background: no tenant can have this name, so none of its own is found.
    /// </summary>
    public const string NoTenant = "-";

    private readonly ConcurrentDictionary<(string Tenant, string Catalog), string> _owners = new();
    private readonly ActiveTable<(string Owner, string Catalog), SnapshotHead> _active = new();

    /// <summary>Every catalog that was asked for, with the tenant that asked.</summary>
    public IReadOnlyCollection<(string Tenant, string Catalog)> Known => [.. _owners.Keys];

    /// <summary>The active version that a tenant sees, where it is known.</summary>
    public bool TryGet(string tenant, string catalogName, [NotNullWhen(true)] out SnapshotHead? head)
    {
        head = null;
        return _owners.TryGetValue((tenant, catalogName), out var owner) && _active.TryGet((owner, catalogName), out head);
    }

    /// <summary>Whether an activation, by its revision, is news here.</summary>
    public bool IsNews(string owner, string catalogName, long revision) => _active.IsNews((owner, catalogName), revision);

    /// <summary>What is active now: as Catalog says, else as it was when last heard. Changes nothing.</summary>
    public async Task<SnapshotHead> AskAsync(string tenant, string catalogName, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.GetActiveAsync(tenant, catalogName, cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted)
        {
            var kept =
                await store.ReadActiveAsync(tenant, catalogName, cancellationToken)
                ?? await store.ReadActiveAsync(Owners.Shared, catalogName, cancellationToken);
            if (kept is null)
            {
                throw;
            }
            LogKept(kept.Version.Name);
            return kept;
        }
    }

    /// <summary>
    /// Makes a version the one that is answered from. Its index must be built before: from here on requests see it.
    /// </summary>
    public void Swap(string tenant, SnapshotHead head)
    {
        var catalogName = ResourceName.CatalogOf(head.Version.Name);
        var known = _active.Find((head.Owner, catalogName))?.Equals(head) ?? false;
        var applied = _active.Apply((head.Owner, catalogName), head, head.Version.Revision);
        _owners[(tenant, catalogName)] = head.Owner;
        if (!known && applied)
        {
            store.KeepActive(head);
        }
    }

    /// <summary>Forgets what a tenant means by a name, so that the next request asks.</summary>
    public void Forget(string tenant, string catalogName) => _owners.TryRemove((tenant, catalogName), out _);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Going on with {Version}, which was active when last heard")]
    private partial void LogKept(string version);
}
