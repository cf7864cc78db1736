using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class CatalogTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_names_its_own_catalogs_and_the_shared_ones_in_pages()
    {
        var caller = CatalogTestHost.As("lists-tenant");
        var request = new ListCatalogsRequest { PageSize = 1 };
        await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var zoo = await _host.ImportAsync(caller, "zoo", "1", Sample.Catalog("zoo", "cook"));
        await _host.ActivateAsync(caller, zoo.Name);

        var found = new List<CatalogSummary>();
        do
        {
            var page = await _host.Versions.ListCatalogsAsync(request, caller, cancellationToken: Cancel);
            found.Add(Assert.Single(page.Catalogs));
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        Assert.Equal(["catalogs/acme", "catalogs/builtin", "catalogs/zoo"], found.Select(c => c.Name));
        Assert.Null(found[0].ActiveVersion);
        Assert.Equal("shared", found[1].Owner);
        Assert.Equal((zoo.Name, "lists-tenant"), (found[2].ActiveVersion.Name, found[2].Owner));
    }

    [Fact]
    public async Task A_catalog_tells_the_version_that_answers()
    {
        var caller = CatalogTestHost.As("reads-tenant");
        var request = new GetCatalogRequest { Name = "catalogs/acme" };
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));

        var before = await _host.Versions.GetCatalogAsync(request, caller, cancellationToken: Cancel);
        await _host.ActivateAsync(caller, draft.Name);
        var after = await _host.Versions.GetCatalogAsync(request, caller, cancellationToken: Cancel);

        Assert.Null(before.Catalog.ActiveVersion);
        Assert.Equal(("reads-tenant", draft.Name), (after.Catalog.Owner, after.Catalog.ActiveVersion.Name));
    }

    [Fact]
    public async Task A_catalog_of_another_tenant_is_not_found()
    {
        await _host.ImportAsync(CatalogTestHost.As("secret-tenant"), "secret", "1", Sample.Catalog("secret", "cook"));

        await Refused.Async(
            StatusCode.NotFound,
            () =>
                _host.Versions.GetCatalogAsync(
                    new GetCatalogRequest { Name = "catalogs/secret" },
                    CatalogTestHost.As("other-tenant"),
                    cancellationToken: Cancel
                )
        );
    }

    [Fact]
    public async Task A_token_of_another_list_is_refused()
    {
        var caller = CatalogTestHost.As("token-tenant");
        for (var i = 0; i < 2; i++)
        {
            await _host.ImportAsync(caller, "acme", $"{i}", Sample.Catalog("acme", "cook"));
        }
        var versions = await _host.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/acme", PageSize = 1 },
            caller,
            cancellationToken: Cancel
        );
        var (catalogs, audit) = (
            new ListCatalogsRequest { PageToken = versions.NextPageToken },
            new ListAuditEntriesRequest { Catalog = "catalogs/acme", PageToken = versions.NextPageToken }
        );

        Assert.NotEmpty(versions.NextPageToken);
        await Refused.Async(
            StatusCode.InvalidArgument,
            () => _host.Versions.ListCatalogsAsync(catalogs, caller, cancellationToken: Cancel)
        );
        await Refused.Async(
            StatusCode.InvalidArgument,
            () => _host.Versions.ListAuditEntriesAsync(audit, caller, cancellationToken: Cancel)
        );
    }

    [Fact]
    public async Task Fields_of_a_catalog_are_listed_by_name()
    {
        var list = await _host.Catalog.ListFieldsAsync(
            new ListFieldsRequest { Catalog = "catalogs/builtin", PageSize = 1 },
            cancellationToken: Cancel
        );
        var field = await _host.Catalog.GetFieldAsync(
            new GetFieldRequest { Name = list.Fields[0].Name },
            cancellationToken: Cancel
        );

        Assert.Equal(field.Field, Assert.Single(list.Fields));
        Assert.Equal(list.TotalSize > 1, list.NextPageToken.Length > 0);
    }
}
