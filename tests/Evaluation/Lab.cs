using System.Text.Json;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation;

/// <summary>The data folder and the O*NET catalog imported from it, compiled for ranking.</summary>
internal sealed record Lab(DirectoryInfo Data, MatchIndex Onet, CancellationToken CancellationToken)
{
    public static Lab Open(DirectoryInfo data, FileInfo? parameters, CancellationToken cancellationToken)
    {
        var archive = new FileInfo(Path.Combine(data.FullName, "onet", "db_29_3_text.zip"));
        if (!archive.Exists) throw new FileNotFoundException($"{archive.FullName} is missing: --data must name a folder laid out as README.md says.");
        using var stream = archive.OpenRead();
        var imported = OnetImporter.Import(stream, new ImportSource("onet", archive.Name, null), cancellationToken);
        var bytes = EntryStream.Write(imported.Entries);
        var snapshot = CatalogSnapshot.Read(new CatalogVersion { Name = ResourceName.Version("onet", imported.VersionId) }, bytes);
        var fit = parameters is null
            ? FitParameters.Shipped
            : JsonSerializer.Deserialize<FitParameters>(File.ReadAllBytes(parameters.FullName), JsonSerializerOptions.Web)!;
        return new Lab(data, MatchIndex.Build(snapshot, fit), cancellationToken);
    }

    /// <summary>A file of the data folder; gzip is opened as what is inside.</summary>
    public Stream Open(params string[] path)
    {
        var file = File.OpenRead(Path.Combine([Data.FullName, .. path]));
        return path[^1].EndsWith(".gz", StringComparison.Ordinal)
            ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress)
            : file;
    }
}
