using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Entries;

/// <summary>Catalogs written by hand name things within the catalog alone: <c>"skill": "python"</c>.</summary>
internal static class ShortNames
{
    /// <summary>
    /// Writes the names of an entry out as resource names of a catalog. Names with a slash are left as they are.
    /// </summary>
    public static void Expand(CatalogEntry entry, string catalogId) =>
        EntryReferences.Rewrite(
            entry,
            reference =>
                reference.Value.Contains('/', StringComparison.Ordinal)
                    ? reference.Value
                    : reference.Kind switch
                    {
                        ReferenceKind.Skill => ResourceName.Skill(catalogId, reference.Value),
                        ReferenceKind.Role => ResourceName.Role(catalogId, reference.Value),
                        _ => ResourceName.Field(catalogId, reference.Value),
                    }
        );
}
