using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.BuiltIn;

/// <summary>The built-in catalog, read once, by the short names of its files.</summary>
internal static class BuiltInData
{
    public static CatalogSnapshot Snapshot { get; } =
        CatalogSnapshot.Read(
            new CatalogVersion { Name = "catalogs/builtin/versions/test" },
            EntryStream.Write(BuiltInCatalog.Read().Entries)
        );

    public static Role Specialist => Role("machine-learning-specialist");

    public static Field Field => Assert.Single(Snapshot.Fields, f => ResourceName.IdOf(f.Name) == "machine-learning");

    public static Role Role(string id) => Assert.Single(Snapshot.Roles, role => ResourceName.IdOf(role.Name) == id);

    public static Theme Named(this IEnumerable<Theme> themes, string title) =>
        Assert.Single(themes, theme => theme.Title == title);
}
