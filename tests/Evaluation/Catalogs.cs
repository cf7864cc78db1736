using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Esco;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation;

/// <summary>The catalogs that suites ask: each imported when it is first wanted, once a run.</summary>
internal sealed class Catalogs(Lab lab)
{
    private static readonly string[] OnetRelease = ["onet", "db_29_3_text.zip"];

    private readonly Lazy<CatalogSnapshot> _builtIn = new(() => Snapshot(BuiltInCatalog.CatalogId, BuiltInCatalog.Read()));

    private readonly Lazy<CatalogSnapshot> _onet = new(() =>
    {
        using var archive = OnetArchive(lab).OpenRead();
        return Snapshot(
            "onet",
            OnetImporter.Import(archive, new ImportSource("onet", Path.GetFileName(archive.Name), null), lab.CancellationToken)
        );
    });

    private readonly Lazy<CatalogSnapshot> _esco = new(() =>
    {
        using var archive = EscoArchive(lab).OpenRead();
        return Snapshot(
            "esco",
            EscoImporter.Import(archive, new ImportSource("esco", Path.GetFileName(archive.Name), null), lab.CancellationToken)
        );
    });

    /// <summary>The catalog that ships.</summary>
    public CatalogSnapshot BuiltIn => _builtIn.Value;

    /// <summary>O*NET.</summary>
    public CatalogSnapshot Onet => _onet.Value;

    /// <summary>ESCO.</summary>
    public CatalogSnapshot Esco => _esco.Value;

    /// <summary>Whether a catalog can be asked: it ships, or the data folder contains its release.</summary>
    public bool Has(string catalog) =>
        catalog switch
        {
            BuiltInCatalog.CatalogId => true,
            "onet" => lab.HasReference(OnetRelease),
            "esco" => lab.HasReference("esco"),
            _ => false,
        };

    /// <summary>A catalog by its id.</summary>
    public CatalogSnapshot Find(string catalog) =>
        catalog switch
        {
            BuiltInCatalog.CatalogId => BuiltIn,
            "onet" => Onet,
            "esco" => Esco,
            _ => throw new ArgumentOutOfRangeException(
                nameof(catalog),
                catalog,
                "There is no such catalog: builtin, onet or esco."
            ),
        };

    /// <summary>The O*NET release of the data.</summary>
    public static FileInfo OnetArchive(Lab lab) => lab.Find(OnetRelease);

    /// <summary>The ESCO release of the data.</summary>
    public static FileInfo EscoArchive(Lab lab) => lab.FindFolder("esco").GetFiles("*.zip").Single();

    private static CatalogSnapshot Snapshot(string id, ImportedCatalog imported) =>
        CatalogSnapshot.Read(
            new CatalogVersion { Name = ResourceName.Version(id, imported.VersionId) },
            EntryStream.Write(imported.Entries)
        );
}
