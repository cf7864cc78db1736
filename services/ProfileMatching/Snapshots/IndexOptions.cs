using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>Which catalogs are answered from and where their versions are kept. Section <c>Matching</c>.</summary>
public sealed class IndexOptions
{
    /// <summary>
    /// The catalog of requests that name none, as <c>catalogs/{catalog}</c>. The host is ready once it is loaded.
    /// </summary>
    [RegularExpression("catalogs/[^/]+")]
    public string DefaultCatalog { get; set; } = "catalogs/builtin";

    /// <summary>The same for single tenants, by tenant.</summary>
    public Dictionary<string, string> DefaultCatalogs { get; } = [];

    /// <summary>
    /// Folder under which <c>snapshots/</c> keeps catalog versions. Default: <c>Database:Directory</c>, else one for temporary
    /// files.
    /// </summary>
    public string SnapshotDirectory { get; set; } = "";

    /// <summary>
    /// Whether catalogs that were in use here before are loaded at the start, as far as their versions are kept on this disk, so
    /// that no request has to wait for them. Default: yes.
    /// </summary>
    public bool LoadAtStart { get; set; } = true;

    /// <summary>Memory for versions and their indexes; the least recently used go first. Default: 1 GiB.</summary>
    [Range(16L << 20, 1L << 40)]
    public long MemoryBytes { get; set; } = 1L << 30;

    /// <summary>How many bytes of memory one stored byte of a version is counted as, messages and index together.</summary>
    [Range(1, 100)]
    public int MemoryPerStoredByte { get; set; } = 8;

    /// <summary>How often Catalog is asked which versions are active, for news that did not arrive. Default: a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many versions of one catalog are kept in the database. Default: 10, as many as Catalog keeps. On disk the last 50 of
    /// all catalogs are, and those active.
    /// </summary>
    [Range(1, 100)]
    public int KeptVersions { get; set; } = 10;

    /// <summary>The default catalog of a tenant.</summary>
    public string DefaultCatalogOf(string tenant) => DefaultCatalogs.GetValueOrDefault(tenant, DefaultCatalog);
}
