using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>Reads a file that is a version's own byte stream, so that tests of versions need no publisher's format.</summary>
internal static class TestImporter
{
    /// <summary>A version whose import goes on until it is cancelled.</summary>
    public const string Endless = "endless";

    public static byte[] File(IEnumerable<CatalogEntry> entries) => EntryStream.Write(entries);

    public static ImportedCatalog Import(Stream file, ImportSource source, CancellationToken cancellationToken)
    {
        if (source.VersionId == Endless)
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
        }
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        try
        {
            return new ImportedCatalog(
                [.. EntryStream.Read(copy.ToArray())],
                Report(source, copy.Length),
                source.VersionId ?? "1",
                $"Test data ({source.FileName})",
                "Test catalog",
                ["Test credit"]
            );
        }
        catch (InvalidDataException)
        {
            throw new ImportFileException(source.FileName, 7, "Scale ID", "is cut off. Send the file as published.");
        }
    }

    /// <summary>A version called "faulty" has a table that cannot be read.</summary>
    private static ValidationReport Report(ImportSource source, long bytes)
    {
        var report = new ValidationReport
        {
            Counters =
            {
                new Counter { Title = "bytes", Value = bytes },
            },
        };
        if (source.VersionId != "faulty")
        {
            return report;
        }
        report.ErrorCount = 1;
        report.Findings.Add(
            new Finding
            {
                Severity = Finding.Types.Severity.Error,
                Code = "COLUMN_MISSING",
                Message = "A column is missing.",
                File = source.FileName,
                Count = 1,
            }
        );
        return report;
    }
}
