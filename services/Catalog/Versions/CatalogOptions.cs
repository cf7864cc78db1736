using System.ComponentModel.DataAnnotations;

namespace CareerRecs.Catalog.Versions;

/// <summary>Settings of the catalog. Section <c>Catalog</c>.</summary>
public sealed class CatalogOptions
{
    /// <summary>Catalogs that everybody reads and only operators write; any other belongs to the tenant that makes it.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> SharedCatalogs { get; set; } = ["builtin", "onet", "esco"];

    /// <summary>
    /// How many versions of a catalog that were active keep their bytes, the active one among them. Default 10.
    /// </summary>
    [Range(1, 1000)]
    public int KeptVersions { get; set; } = 10;

    /// <summary>
    /// How many versions are held in memory at once, over all catalogs; the least recently used goes first. Default 16.
    /// </summary>
    [Range(1, 1000)]
    public int LoadedVersions { get; set; } = 16;

    /// <summary>How often a replica looks whether an activation passed it by. Default one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(1);
}
