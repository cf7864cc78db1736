using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.Tests.Hosting;

namespace CareerRecs.Catalog.Tests.Onet;

/// <summary>Release 29.3 as published, imported once for all tests that only read it.</summary>
internal static class Release
{
    private static readonly Lock Gate = new();
    private static ImportedCatalog? _catalog;

    /// <summary>The catalog. Without the publisher's file the test is skipped.</summary>
    public static ImportedCatalog Catalog
    {
        get
        {
            var path = RealData.Find(RealData.Onet);
            lock (Gate)
            {
                return _catalog ??= Import(path);
            }
        }
    }

    /// <summary>Titles of the skills by their names.</summary>
    public static IReadOnlyDictionary<string, string> Titles =>
        Catalog
            .Entries.Where(entry => entry.Skill is not null)
            .ToDictionary(entry => entry.Skill.Name, entry => entry.Skill.Title);

    private static ImportedCatalog Import(string path)
    {
        using var file = File.OpenRead(path);
        return OnetImporter.Import(file, new ImportSource("onet", path, null), CancellationToken.None);
    }
}
