using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class StreamTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bytes_streamed_have_the_digest_and_are_the_entries()
    {
        // Three chunks: the overviews are long.
        var entries = Sample.Catalog("acme", [.. Enumerable.Range(0, 50).Select(i => $"role-{i:00}")]);
        foreach (var entry in entries.Where(entry => entry.Role is not null))
        {
            entry.Role.Overview = new string('x', 50_000);
        }
        var caller = CatalogTestHost.As("stream-tenant");
        var draft = await _host.ImportAsync(caller, "acme", "1", entries);

        using var call = _host.Versions.StreamVersion(
            new StreamVersionRequest { Name = draft.Name },
            caller,
            cancellationToken: Cancel
        );
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        var version = call.ResponseStream.Current.Version;
        using var bytes = new MemoryStream();
        await foreach (var part in call.ResponseStream.ReadAllAsync(Cancel))
        {
            Assert.InRange(part.Data.Length, 1, 1 << 20);
            part.Data.WriteTo(bytes);
        }

        Assert.Equal(draft, version);
        Assert.Equal(version.SizeBytes, bytes.Length);
        Assert.Equal(version.Digest, EntryStream.Digest(bytes.ToArray()));
        Assert.Equal(entries, EntryStream.Read(bytes.ToArray()));
    }

    [Fact]
    public async Task Versions_active_too_long_ago_lose_their_bytes_and_keep_their_record()
    {
        await using var host = await CatalogTestHost.StartAsync(null, ("Catalog:KeptVersions", "2"));
        var caller = CatalogTestHost.As("old-tenant");
        for (var i = 1; i <= 3; i++)
        {
            await host.ActivateAsync(
                caller,
                (await host.ImportAsync(caller, "acme", $"{i}", Sample.Catalog("acme", "cook"))).Name
            );
        }

        var oldest = await host.Versions.GetVersionAsync(
            new GetVersionRequest { Name = "catalogs/acme/versions/1" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(CatalogVersion.Types.State.Superseded, oldest.Version.State);
        using var call = host.Versions.StreamVersion(
            new StreamVersionRequest { Name = oldest.Version.Name },
            caller,
            cancellationToken: Cancel
        );
        await Refused.Async(StatusCode.FailedPrecondition, () => call.ResponseStream.MoveNext(Cancel));
        await Refused.Async(
            StatusCode.FailedPrecondition,
            () =>
                host.Versions.RollBackCatalogAsync(
                    new RollBackCatalogRequest { Catalog = "catalogs/acme", Version = oldest.Version.Name },
                    caller,
                    cancellationToken: Cancel
                )
        );
        var before = await host.Versions.RollBackCatalogAsync(
            new RollBackCatalogRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal("catalogs/acme/versions/2", before.Version.Name);
    }
}
