using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>The catalog that a request names, if only by its roles.</summary>
internal static class NamedCatalog
{
    /// <summary>
    /// The catalog as named; where neither it nor a version is, that of the roles, if all are of one. Empty leaves it to the
    /// tenant's default: external ids name none, and roles of two catalogs are refused as roles that the one asked does not have.
    /// </summary>
    public static string Of(string catalog, string version, IReadOnlyCollection<string> roles)
    {
        if (catalog.Length > 0 || version.Length > 0 || roles.Count == 0)
        {
            return catalog;
        }

        var first = ResourceName.CatalogOf(roles.First());
        return first.StartsWith("catalogs/", StringComparison.Ordinal) && roles.All(role => ResourceName.CatalogOf(role) == first)
            ? first
            : catalog;
    }
}
