using CareerRecs.Catalog.V1;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class ActivationTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    [Theory]
    [InlineData("catalogs/builtin", "operations", "operator")]
    [InlineData("catalogs/own", "acme", "catalog.write")]
    public async Task Activation_and_rollback_are_seen_by_both_replicas(string catalog, string tenant, string scopes)
    {
        var replicas = await ReplicasAsync(tenant, scopes);
        var versions = replicas[0].Versions;
        if (catalog == "catalogs/own")
        {
            await ActivateCopyAsync(replicas[0], catalog, "first");
        }
        var before = await VersionAsync(replicas[0], catalog);
        Assert.Equal(before, await VersionAsync(replicas[1], catalog));

        var next = await ActivateCopyAsync(replicas[0], catalog, "next");
        foreach (var replica in replicas)
        {
            await Eventually.GetAsync(
                "the activated version answers",
                () => VersionAsync(replica, catalog),
                version => version == next
            );
        }

        await versions.RollBackCatalogAsync(
            new RollBackCatalogRequest { Catalog = catalog, Reason = "a test" },
            cancellationToken: Cancel
        );
        foreach (var replica in replicas)
        {
            await Eventually.GetAsync(
                "the earlier version answers again",
                () => VersionAsync(replica, catalog),
                version => version == before
            );
        }

        var audit = await versions.ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Catalog = catalog },
            cancellationToken: Cancel
        );
        Assert.Equal(
            [AuditEntry.Types.Action.RolledBack, AuditEntry.Types.Action.Activated, AuditEntry.Types.Action.Created],
            audit.Entries.Take(3).Select(e => e.Action)
        );
        Assert.All(audit.Entries.Take(3), e => Assert.Equal("tests", e.Actor));
    }
}
