using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Versions;

/// <summary>
/// A version of one owner's catalog. Two tenants may have versions of the same name; they never have the same key.
/// </summary>
public sealed record VersionKey(string Owner, string CatalogId, string VersionId)
{
    /// <summary><c>catalogs/{catalog}</c>.</summary>
    public string Catalog => ResourceName.Catalog(CatalogId);

    /// <summary><c>catalogs/{catalog}/versions/{version}</c>.</summary>
    public string Name => ResourceName.Version(CatalogId, VersionId);

    /// <summary>The key of a version's or, with an empty version id, a catalog's resource name.</summary>
    public static VersionKey Of(string owner, string name) =>
        new(owner, CatalogIdOf(name), name.Contains("/versions/", StringComparison.Ordinal) ? ResourceName.IdOf(name) : "");

    /// <summary><c>onet</c> of any name below <c>catalogs/onet</c>.</summary>
    public static string CatalogIdOf(string name) => ResourceName.IdOf(ResourceName.CatalogOf(name));
}

/// <summary>Who does something to a catalog, and why, for the audit.</summary>
public sealed record Actor(string Subject, string Reason);
