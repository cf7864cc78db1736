using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class RetirementTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_that_a_new_release_lacks_answers_by_name_with_the_role_that_bears_its_title()
    {
        var caller = CatalogTestHost.As("retiring");
        await PublishAsync(caller, "1", Sample.Catalog("acme", "cook", "baker", "waiter", "host", "barkeeper"));
        var next = Sample.Catalog("acme", "cook", "pastry", "waiter", "host", "barkeeper");
        RoleOf(next, "pastry").AlternateTitles.Add("Baker");
        await PublishAsync(caller, "2", next);

        var baker = (
            await _host.Catalog.GetRoleAsync(
                new GetRoleRequest { Name = "catalogs/acme/roles/baker" },
                caller,
                cancellationToken: Cancel
            )
        ).Role;
        Assert.Equal((true, "catalogs/acme/roles/pastry"), (baker.Retired, baker.Successor));
        Assert.Equal(5, (await ListAsync(caller, retired: false)).TotalSize);
        Assert.Equal(6, (await ListAsync(caller, retired: true)).TotalSize);
        var meant = await _host.Catalog.ResolveTitleAsync(
            new ResolveTitleRequest { Catalog = "catalogs/acme", Title = "Baker" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal("catalogs/acme/roles/pastry", meant.Matches[0].Role);
    }

    [Fact]
    public async Task Who_is_succeeded_twice_is_led_to_the_last()
    {
        var caller = CatalogTestHost.As("retiring-twice");
        string[] others = ["waiter", "host", "barkeeper", "dishwasher"];
        await PublishAsync(caller, "1", Sample.Catalog("acme", [.. others, "baker"]));
        var second = Sample.Catalog("acme", [.. others, "pastry"]);
        RoleOf(second, "pastry").AlternateTitles.Add("Baker");
        await PublishAsync(caller, "2", second);
        var third = Sample.Catalog("acme", [.. others, "confectioner"]);
        RoleOf(third, "confectioner").AlternateTitles.Add("Pastry");
        await PublishAsync(caller, "3", third);

        var roles = (await ListAsync(caller, retired: true)).Roles.Where(role => role.Retired);
        Assert.All(roles, role => Assert.Equal("catalogs/acme/roles/confectioner", role.Successor));
        Assert.Equal(2, roles.Count());
    }

    [Fact]
    public async Task A_role_is_kept_however_the_next_version_came_to_lack_it()
    {
        var caller = CatalogTestHost.As("removing");
        await PublishAsync(caller, "1", Sample.Catalog("acme", "cook", "baker", "waiter", "host", "barkeeper"));
        var draft = (
            await _host.Versions.CreateVersionAsync(
                new CreateVersionRequest
                {
                    Catalog = "catalogs/acme",
                    SourceVersion = "catalogs/acme/versions/1",
                    VersionId = "2",
                },
                caller,
                cancellationToken: Cancel
            )
        ).Version;
        await _host.Versions.EditVersionAsync(
            new EditVersionRequest { Name = draft.Name, Remove = { "catalogs/acme/roles/baker" } },
            caller,
            cancellationToken: Cancel
        );
        var activated = await _host.ActivateAsync(caller, draft.Name);

        Assert.Equal(4, activated.Version.RoleCount);
        var baker = await _host.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/acme/roles/baker" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal((true, draft.Name), (baker.Role.Retired, baker.CatalogVersion));
        var bytes = await _host.Versions.GetVersionAsync(
            new GetVersionRequest { Name = draft.Name },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(activated.Version.Digest, bytes.Version.Digest);
    }

    [Fact]
    public async Task A_draft_may_lack_a_role_that_others_name_since_it_is_retired_before_it_is_validated()
    {
        var caller = CatalogTestHost.As("removing-related");
        var first = Sample.Catalog("acme", "cook", "baker", "waiter", "host", "barkeeper");
        var related = new RelatedRole { Role = "catalogs/acme/roles/baker", Relation = RelatedRole.Types.Relation.Primary };
        RoleOf(first, "cook").RelatedRoles.Add(related);
        await PublishAsync(caller, "1", first);
        var copy = new CreateVersionRequest
        {
            Catalog = "catalogs/acme",
            SourceVersion = "catalogs/acme/versions/1",
            VersionId = "2",
        };
        var draft = (await _host.Versions.CreateVersionAsync(copy, caller, cancellationToken: Cancel)).Version;
        var edit = new EditVersionRequest { Name = draft.Name, Remove = { "catalogs/acme/roles/baker" } };
        await _host.Versions.EditVersionAsync(edit, caller, cancellationToken: Cancel);

        var validated = await _host.Versions.ValidateVersionAsync(
            new ValidateVersionRequest { Name = draft.Name },
            caller,
            cancellationToken: Cancel
        );

        Assert.Equal(0, validated.Report.ErrorCount);
        await _host.ActivateAsync(caller, draft.Name);
        Assert.Contains((await ListAsync(caller, retired: true)).Roles, role => role.Retired);
    }

    [Fact]
    public async Task Far_fewer_roles_than_before_stop_an_activation_until_they_are_accepted()
    {
        var caller = CatalogTestHost.As("shrinking");
        await PublishAsync(caller, "1", Sample.Catalog("acme", "cook", "baker", "waiter"));
        var file = TestImporter.File(Sample.Catalog("acme", "cook", "baker"));
        var imported = await Upload.SendAsync(_host, caller, Upload.Header("acme", "2", file), file);
        Assert.Contains(imported.Report.Findings, finding => finding.Code == "FEWER_ROLES");
        var validated = await _host.Versions.ValidateVersionAsync(
            new ValidateVersionRequest { Name = imported.Version.Name },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal("FEWER_ROLES", validated.Report.Findings[0].Code);

        await Refused.Async(StatusCode.FailedPrecondition, () => _host.ActivateAsync(caller, imported.Version.Name));
        var activated = await _host.Versions.ActivateVersionAsync(
            new ActivateVersionRequest { Name = imported.Version.Name, AcceptFewerRoles = true },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(2, activated.Version.RoleCount);
    }

    private async Task PublishAsync(Metadata caller, string version, List<CatalogEntry> entries) =>
        await _host.ActivateAsync(caller, (await _host.ImportAsync(caller, "acme", version, entries)).Name);

    private async Task<ListRolesResponse> ListAsync(Metadata caller, bool retired) =>
        await _host.Catalog.ListRolesAsync(
            new ListRolesRequest { Catalog = "catalogs/acme", IncludeRetired = retired },
            caller,
            cancellationToken: Cancel
        );

    private static Role RoleOf(List<CatalogEntry> entries, string id) =>
        entries.Select(entry => entry.Role).OfType<Role>().Single(role => role.Name == $"catalogs/acme/roles/{id}");
}
