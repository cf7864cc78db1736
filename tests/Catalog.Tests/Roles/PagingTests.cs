using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Roles;

public sealed class PagingTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_together_are_the_whole_list_once_and_in_order()
    {
        var whole = await _host.Catalog.ListRolesAsync(
            new ListRolesRequest { Catalog = "catalogs/builtin", PageSize = 1000 },
            cancellationToken: Cancel
        );
        var request = new ListRolesRequest { Catalog = "catalogs/builtin", PageSize = 7 };
        var names = new List<string>();
        do
        {
            var page = await _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel);
            Assert.Equal(whole.TotalSize, page.TotalSize);
            names.AddRange(page.Roles.Select(role => role.Name));
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        Assert.Equal(whole.Roles.Select(role => role.Name), names);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1001, 108)]
    [InlineData(int.MaxValue, 108)]
    public async Task A_page_larger_than_the_largest_is_the_largest(int size, int roles)
    {
        var page = await _host.Catalog.ListRolesAsync(
            new ListRolesRequest { Catalog = "catalogs/builtin", PageSize = size },
            cancellationToken: Cancel
        );

        Assert.Equal(roles, page.Roles.Count);
    }

    [Fact]
    public async Task A_page_token_pins_the_version()
    {
        var caller = CatalogTestHost.As("pin-tenant");
        var first = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook", "waiter"));
        await _host.ActivateAsync(caller, first.Name);
        var request = new ListRolesRequest { Catalog = "catalogs/acme", PageSize = 1 };
        var page = await _host.Catalog.ListRolesAsync(request, caller, cancellationToken: Cancel);
        var second = await _host.ImportAsync(caller, "acme", "2", Sample.Catalog("acme", "baker", "cook", "waiter"));
        await _host.ActivateAsync(caller, second.Name);

        request.PageToken = page.NextPageToken;
        page = await _host.Catalog.ListRolesAsync(request, caller, cancellationToken: Cancel);
        Assert.Equal((first.Name, ""), (page.CatalogVersion, page.NextPageToken));
        Assert.Equal("waiter", Assert.Single(page.Roles).Title);

        request.PageToken = "";
        Assert.Equal(
            second.Name,
            (await _host.Catalog.ListRolesAsync(request, caller, cancellationToken: Cancel)).CatalogVersion
        );
    }

    [Fact]
    public async Task A_page_token_serves_no_other_request()
    {
        var request = new ListRolesRequest { Catalog = "catalogs/builtin", PageSize = 5 };
        request.PageToken = (await _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel)).NextPageToken;
        // Another page size is the same question.
        request.PageSize = 6;
        await _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel);
        request.Seniorities.Add(Seniority.Senior);
        await Refused.Async(StatusCode.InvalidArgument, () => _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel));
        request.PageToken = "made up";
        await Refused.Async(StatusCode.InvalidArgument, () => _host.Catalog.ListRolesAsync(request, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Versions_and_audit_come_newest_first_in_pages()
    {
        var caller = CatalogTestHost.As("versions-tenant");
        var names = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            names.Insert(0, (await _host.ImportAsync(caller, "acme", $"{i}", Sample.Catalog("acme", "cook"))).Name);
        }

        var versions = new ListVersionsRequest { Catalog = "catalogs/acme", PageSize = 3 };
        var first = await _host.Versions.ListVersionsAsync(versions, caller, cancellationToken: Cancel);
        versions.PageToken = first.NextPageToken;
        var second = await _host.Versions.ListVersionsAsync(versions, caller, cancellationToken: Cancel);
        Assert.Equal(names, first.Versions.Concat(second.Versions).Select(version => version.Name));
        Assert.Empty(second.NextPageToken);

        var audit = new ListAuditEntriesRequest { Catalog = "catalogs/acme", PageSize = 3 };
        var newest = await _host.Versions.ListAuditEntriesAsync(audit, caller, cancellationToken: Cancel);
        audit.PageToken = newest.NextPageToken;
        var older = await _host.Versions.ListAuditEntriesAsync(audit, caller, cancellationToken: Cancel);
        Assert.Equal(names, newest.Entries.Concat(older.Entries).Select(entry => entry.Version));

        versions.Catalog = "catalogs/-";
        await Refused.Async(
            StatusCode.InvalidArgument,
            () => _host.Versions.ListVersionsAsync(versions, caller, cancellationToken: Cancel)
        );
    }
}
