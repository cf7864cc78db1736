using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Activations;

namespace CareerRecs.Catalog.Serving;

/// <summary>Active version of each catalog, as this replica knows it.</summary>
public sealed class ActiveCatalogs
{
    private readonly ActiveTable<(string Owner, string CatalogId), VersionKey> _active = new();

    /// <summary>Whether the catalogs were read from the database at all.</summary>
    public bool IsKnown => _active.IsKnown;

    /// <summary>Active version of the owner's catalog; null if there is none.</summary>
    public VersionKey? Find(string owner, string catalogId) => _active.Find((owner, catalogId));

    /// <summary>Whether the activation is newer than the known one.</summary>
    public bool IsNews(VersionKey version, long revision) => _active.IsNews((version.Owner, version.CatalogId), revision);

    /// <summary>Applies activations; those that are no news change nothing.</summary>
    public void Apply(IEnumerable<(VersionKey Version, long Revision)> activations) =>
        _active.Apply(activations.Select(a => ((a.Version.Owner, a.Version.CatalogId), a.Version, a.Revision)));
}
