using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.Vocabulary;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerRecs.ProfileMatching.Tests.Snapshots;

public sealed class SnapshotFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careerrecs-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_active_outlives_any_number_of_others()
    {
        var files = new SnapshotFiles(_folder.FullName, NullLogger<SnapshotFiles>.Instance);
        var active = Head("used", 0);
        files.WriteVersion(active.Head, active.Bytes);
        files.WriteActive(active.Head);
        for (var i = 1; i <= 60; i++)
        {
            var other = Head("imported", i);
            files.WriteVersion(other.Head, other.Bytes);
        }

        Assert.Equal(active.Bytes, await files.ReadBytesAsync(active.Head.Version.Digest, TestContext.Current.CancellationToken));
        var (snapshots, heads) = (_folder.GetFiles("*.snapshot").Length, _folder.GetFiles("*.version").Length);
        Assert.InRange(snapshots, 50, 51);
        Assert.Equal(snapshots, heads);
    }

    private static (SnapshotHead Head, byte[] Bytes) Head(string catalog, int number)
    {
        var bytes = EntryStream.Write([
            new CatalogEntry
            {
                Skill = new Skill { Name = ResourceName.Skill(catalog, $"s{number}"), Title = $"Skill {number}" },
            },
        ]);
        var version = new CatalogVersion
        {
            Name = ResourceName.Version(catalog, $"{number}"),
            Digest = EntryStream.Digest(bytes),
        };
        return (new SnapshotHead { Owner = "tenant", Version = version }, bytes);
    }
}
