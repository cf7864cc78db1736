using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Crosswalk;
using CareerRecs.Catalog.Import.Custom;
using CareerRecs.Catalog.Import.Esco;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog;

/// <summary>Importers that this build registers, by format.</summary>
public static class ImportFormats
{
    /// <summary>All formats of this build.</summary>
    public static IReadOnlyDictionary<ImportFormat, ImportFunction> All { get; } =
        new Dictionary<ImportFormat, ImportFunction>
        {
            [ImportFormat.Onet] = OnetImporter.Import,
            [ImportFormat.Esco] = EscoImporter.Import,
            [ImportFormat.EscoOnetCrosswalk] = CrosswalkImporter.Import,
            [ImportFormat.JsonLines] = JsonLinesImporter.Import,
            [ImportFormat.Csv] = CsvImporter.Import,
        };
}
