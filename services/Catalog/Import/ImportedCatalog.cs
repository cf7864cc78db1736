using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import;

/// <summary>What is imported and where to.</summary>
/// <param name="CatalogId">The catalog that the version is for: "onet".</param>
/// <param name="FileName">Name of the file as the sender has it; the release is read from it where the content does not
/// say.</param>
/// <param name="VersionId">Identifier of the version to make. Null or empty: the file's own release.</param>
public sealed record ImportSource(string CatalogId, string FileName, string? VersionId)
{
    /// <summary>The version that the file adds to; null where the file is the whole catalog.</summary>
    public ImportBase? Base { get; init; }

    /// <summary>The name people read, as the sender gave it; empty: the importer's own.</summary>
    public string DisplayName { get; init; } = "";
}

/// <summary>
/// A version to add to. Its entries bear names of the catalog that is imported into, and belong to the importer.
/// </summary>
/// <param name="Version">The version.</param>
/// <param name="Entries">Copies of its entries.</param>
public sealed record ImportBase(CatalogVersion Version, IReadOnlyList<CatalogEntry> Entries);

/// <summary>What an importer made of a file: a whole catalog, nothing of it visible yet.</summary>
public sealed record ImportedCatalog(
    IReadOnlyList<CatalogEntry> Entries,
    ValidationReport Report,
    string VersionId,
    string Source,
    string DisplayName,
    IReadOnlyList<string> Attributions
);

/// <summary>A file that cannot be imported at all. Nothing of it is kept.</summary>
/// <param name="file">The file, for one inside an archive the name of that one.</param>
/// <param name="line">Line, 1 the first; 0: the whole file.</param>
/// <param name="column">Column name; empty: the whole line.</param>
/// <param name="message">What is wrong, what is allowed and what to do.</param>
public sealed class ImportFileException(string file, int line, string column, string message) : Exception(message)
{
    /// <summary>The file.</summary>
    public string File => file;

    /// <summary>Line, 1 the first; 0: the whole file.</summary>
    public int Line => line;

    /// <summary>Column name; empty: the whole line.</summary>
    public string Column => column;
}
