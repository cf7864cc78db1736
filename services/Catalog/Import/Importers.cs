using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.Catalog.Import;

/// <summary>Reads a publisher's file into a catalog. Throws <see cref="ImportFileException"/> for a file it cannot use.</summary>
public delegate ImportedCatalog ImportFunction(Stream file, ImportSource source, CancellationToken cancellationToken);

/// <summary>
/// Which function reads which format; one file at a time, because a parsed catalog takes memory many times its file.
/// </summary>
public sealed class Importers(IReadOnlyDictionary<ImportFormat, ImportFunction> functions) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The importer of a format; INVALID_ARGUMENT where there is none.</summary>
    public ImportFunction Of(ImportFormat format) =>
        functions.TryGetValue(format, out var import)
            ? import
            : throw Errors.InvalidArgument(
                "header.format",
                $"{format} cannot be imported; allowed: {string.Join(", ", functions.Keys)}"
            );

    /// <summary>Runs an import when its turn has come, off the request's thread.</summary>
    public async Task<ImportedCatalog> RunAsync(Func<ImportedCatalog> import, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(import, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
