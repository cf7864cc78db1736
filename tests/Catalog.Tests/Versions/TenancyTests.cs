using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class TenancyTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tenants_do_not_see_each_others_catalogs()
    {
        var (ours, theirs) = (CatalogTestHost.As("ours"), CatalogTestHost.As("theirs"));
        var version = await _host.ImportAsync(ours, "acme", "1", Sample.Catalog("acme", "cook"));
        await _host.ActivateAsync(ours, version.Name, "a secret reason");

        var role = new GetRoleRequest { Name = "catalogs/acme/roles/cook" };
        var pinned = new GetRoleRequest { Name = role.Name, CatalogVersion = version.Name };
        Assert.Equal("cook", (await _host.Catalog.GetRoleAsync(role, ours, cancellationToken: Cancel)).Role.Title);
        await Refused.Async(StatusCode.NotFound, () => _host.Catalog.GetRoleAsync(role, theirs, cancellationToken: Cancel));
        await Refused.Async(StatusCode.NotFound, () => _host.Catalog.GetRoleAsync(pinned, theirs, cancellationToken: Cancel));
        await Refused.Async(
            StatusCode.NotFound,
            () => _host.Versions.GetVersionAsync(new GetVersionRequest { Name = version.Name }, theirs, cancellationToken: Cancel)
        );
        await Refused.Async(StatusCode.NotFound, () => _host.ActivateAsync(theirs, version.Name));
        await Refused.Async(
            StatusCode.NotFound,
            () =>
                _host.Versions.CreateVersionAsync(
                    new CreateVersionRequest
                    {
                        Catalog = "catalogs/mine",
                        SourceVersion = version.Name,
                        VersionId = "1",
                    },
                    theirs,
                    cancellationToken: Cancel
                )
        );
        var stream = _host.Versions.StreamVersion(
            new StreamVersionRequest { Name = version.Name },
            theirs,
            cancellationToken: Cancel
        );
        await Refused.Async(StatusCode.NotFound, () => stream.ResponseStream.MoveNext(Cancel));

        var audit = await _host.Versions.ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Catalog = "catalogs/acme" },
            theirs,
            cancellationToken: Cancel
        );
        Assert.Empty(audit.Entries);
        var all = await _host.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/-" },
            theirs,
            cancellationToken: Cancel
        );
        Assert.All(all.Versions, seen => Assert.StartsWith("catalogs/builtin/", seen.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tenants_may_have_catalogs_of_the_same_name()
    {
        var (one, other) = (CatalogTestHost.As("same-one"), CatalogTestHost.As("same-other"));
        foreach (var (caller, role) in new[] { (one, "cook"), (other, "baker") })
        {
            var version = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", role));
            await _host.ActivateAsync(caller, version.Name);
        }

        var list = new ListRolesRequest { Catalog = "catalogs/acme" };
        Assert.Equal(
            "cook",
            Assert.Single((await _host.Catalog.ListRolesAsync(list, one, cancellationToken: Cancel)).Roles).Title
        );
        Assert.Equal(
            "baker",
            Assert.Single((await _host.Catalog.ListRolesAsync(list, other, cancellationToken: Cancel)).Roles).Title
        );
    }

    [Fact]
    public async Task A_tenants_own_catalog_is_found_before_a_shared_one_of_the_same_name()
    {
        // The tenant made "esco" its own on a host where that name was not a shared one; later it is.
        using var folder = new TempFolder();
        var caller = CatalogTestHost.As("early");
        await using (var host = await CatalogTestHost.StartAsync(folder.Path))
        {
            var own = await host.ImportAsync(caller, "kitchen", "1", Sample.Catalog("kitchen", "cook"));
            await host.ActivateAsync(caller, own.Name);
        }

        await using (var host = await CatalogTestHost.StartAsync(folder.Path, ("Catalog:SharedCatalogs:0", "kitchen")))
        {
            var @operator = CatalogTestHost.As("operator");
            var common = await host.ImportAsync(@operator, "kitchen", "2", Sample.Catalog("kitchen", "baker"));
            await host.ActivateAsync(@operator, common.Name);
            var list = new ListRolesRequest { Catalog = "catalogs/kitchen" };
            Assert.Equal(
                "cook",
                Assert.Single((await host.Catalog.ListRolesAsync(list, caller, cancellationToken: Cancel)).Roles).Title
            );
            Assert.Equal(
                "baker",
                Assert.Single((await host.Catalog.ListRolesAsync(list, @operator, cancellationToken: Cancel)).Roles).Title
            );

            list.CatalogVersion = common.Name;
            Assert.Equal(
                "baker",
                Assert.Single((await host.Catalog.ListRolesAsync(list, caller, cancellationToken: Cancel)).Roles).Title
            );
        }
    }
}
