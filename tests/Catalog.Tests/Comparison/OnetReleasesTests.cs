using System.Formats.Tar;
using System.IO.Compression;
using CareerRecs.Catalog.Comparison;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.Comparison;

/// <summary>Two releases of O*NET as published, the earlier one in a part of its tables.</summary>
public sealed class OnetReleasesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_release_added_to_the_tables_of_both_is_told()
    {
        using var earlier = await ZippedAsync(RealData.Find(RealData.EarlierOnet));
        await using var later = File.OpenRead(RealData.Find(RealData.Onet));
        var diff = VersionDiff.Of(Read(earlier, "db_29_0_text.zip"), Read(later, "db_29_3_text.zip"), 5);

        Assert.Equal(1440, Added(diff.SourceCounts, "rows of Alternate Titles.txt"));
        Assert.Equal(211, Added(diff.SourceCounts, "rows of Technology Skills.txt"));
        Assert.Equal(211, Added(diff.Counts, "tools of roles"));
        Assert.Equal((0, 0), (diff.Roles.AddedCount, diff.Roles.RemovedCount));
        Assert.DoesNotContain(diff.SourceCounts, count => count.Title == "rows of Skills.txt");
    }

    private static long Added(IEnumerable<CountChange> counts, string title)
    {
        var count = counts.Single(count => count.Title == title);
        return count.After - count.Before;
    }

    private static CatalogSnapshot Read(Stream zip, string name)
    {
        var imported = OnetImporter.Import(zip, new ImportSource("onet", name, null), Cancel);
        var version = new CatalogVersion
        {
            Name = $"catalogs/onet/versions/{imported.VersionId}",
            Counters = { imported.Report.Counters },
        };
        return CatalogSnapshot.From(version, imported.Entries);
    }

    private static async Task<MemoryStream> ZippedAsync(string tgz)
    {
        var zipped = new MemoryStream();
        await using var file = File.OpenRead(tgz);
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            while (await tar.GetNextEntryAsync(cancellationToken: Cancel) is { } entry)
            {
                if (entry.DataStream is not { } data)
                {
                    continue;
                }
                await using var target = await zip.CreateEntry(entry.Name).OpenAsync(Cancel);
                await data.CopyToAsync(target, Cancel);
            }
        }

        zipped.Position = 0;
        return zipped;
    }
}
