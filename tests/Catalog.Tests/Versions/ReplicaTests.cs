using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class ReplicaTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_replica_serves_an_activation_once_told_or_once_it_looks()
    {
        using var folder = new TempFolder();
        await using var one = await CatalogTestHost.StartAsync(folder.Path);
        await using var other = await CatalogTestHost.StartAsync(folder.Path);
        var caller = CatalogTestHost.As("replica-tenant");
        var list = new ListRolesRequest { Catalog = "catalogs/acme" };
        var first = await one.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        await one.ActivateAsync(caller, first.Name);
        await other.Get<ServedCatalogs>().LookAsync(Cancel);
        Assert.Equal(first.Name, (await other.Catalog.ListRolesAsync(list, caller, cancellationToken: Cancel)).CatalogVersion);

        var second = await one.ImportAsync(caller, "acme", "2", Sample.Catalog("acme", "cook", "baker"));
        var activated = await one.ActivateAsync(caller, second.Name);
        var told = new EventContext<CatalogVersionActivated>(
            Guid.Empty,
            "replica-tenant",
            "catalogs/acme",
            activated.Version.Revision,
            DateTimeOffset.UnixEpoch,
            new CatalogVersionActivated { Catalog = "catalogs/acme", Version = second.Name }
        );
        await other.Get<VersionActivatedHandler>().HandleAsync(told, Cancel);
        Assert.Equal(second.Name, (await other.Catalog.ListRolesAsync(list, caller, cancellationToken: Cancel)).CatalogVersion);
    }

    [Fact]
    public void Late_news_does_not_turn_time_back()
    {
        var active = new ActiveCatalogs();
        var (older, newer) = (new VersionKey("acme", "kitchen", "1"), new VersionKey("acme", "kitchen", "2"));
        Assert.False(active.IsKnown);
        active.Apply([(newer, 2)]);
        active.Apply([(older, 1)]);
        Assert.Equal(newer, active.Find("acme", "kitchen"));
        Assert.Null(active.Find("other", "kitchen"));
        Assert.False(active.IsNews(older, 1));
        Assert.True(active.IsNews(older, 3));
    }
}
