using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class CopyTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_within_a_catalog_has_the_same_bytes_and_names_its_base()
    {
        var caller = CatalogTestHost.As("copy-tenant");
        var source = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var copy = await CreateAsync(caller, "acme", source.Name, "2", "");
        Assert.Equal((source.Digest, source.Name), (copy.Digest, copy.BaseVersion));
        await Refused.Async(StatusCode.AlreadyExists, () => CreateAsync(caller, "acme", source.Name, "2", ""));
    }

    [Fact]
    public async Task A_copy_into_another_catalog_answers_under_that_catalogs_names()
    {
        var caller = CatalogTestHost.As("rename-tenant");
        var builtIn = await _host.Versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/builtin" },
            caller,
            cancellationToken: Cancel
        );
        var copy = await CreateAsync(caller, "ours", builtIn.Version.Name, "1", "");
        var report = await _host.Versions.ValidateVersionAsync(
            new ValidateVersionRequest { Name = copy.Name },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(0, report.Report.ErrorCount);
        await _host.ActivateAsync(caller, copy.Name);

        var roles = await _host.Catalog.ListRolesAsync(
            new ListRolesRequest
            {
                Catalog = "catalogs/ours",
                PageSize = 1000,
                View = RoleView.Full,
            },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(builtIn.Version.RoleCount, roles.TotalSize);
        Assert.DoesNotContain("catalogs/builtin", roles.Roles.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_id_answers_with_the_first_result()
    {
        var caller = CatalogTestHost.As("repeat-tenant");
        var source = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var first = await CreateAsync(caller, "acme", source.Name, "2", "request-1");
        var second = await CreateAsync(caller, "acme", source.Name, "2", "request-1");
        Assert.Equal(first, second);
        var versions = await _host.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(2, versions.Versions.Count);
    }

    private async Task<CatalogVersion> CreateAsync(
        Metadata caller,
        string catalog,
        string source,
        string version,
        string requestId
    )
    {
        var request = new CreateVersionRequest
        {
            Catalog = $"catalogs/{catalog}",
            SourceVersion = source,
            VersionId = version,
            RequestId = requestId,
        };
        return (await _host.Versions.CreateVersionAsync(request, caller, cancellationToken: Cancel)).Version;
    }
}
