using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class EditTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_catalog_can_be_made_by_hand_from_nothing()
    {
        var caller = CatalogTestHost.As("by-hand");
        var draft = await CreateAsync(caller, "1");
        Assert.Equal((0, "Acme roles"), (draft.RoleCount, draft.DisplayName));

        var edited = await EditAsync(
            caller,
            new EditVersionRequest { Name = draft.Name, Put = { Sample.Catalog("acme", "cook", "baker") } }
        );
        Assert.Equal((4, 0, 0), (edited.AddedCount, edited.ReplacedCount, edited.RemovedCount));
        Assert.Equal((2, 1, 1), (edited.Version.RoleCount, edited.Version.SkillCount, edited.Version.FieldCount));
        Assert.NotEqual(draft.Etag, edited.Version.Etag);
        await _host.ActivateAsync(caller, draft.Name);

        var role = await _host.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/acme/roles/baker" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(["python"], role.SkillTitles);
    }

    [Fact]
    public async Task Entries_are_read_replaced_and_removed()
    {
        var caller = CatalogTestHost.As("replacing");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook", "baker"));
        var read = await GetAsync(caller, draft.Name, "catalogs/acme/roles/cook", "catalogs/acme/skills/python");
        Assert.Equal(draft.Etag, read.Etag);
        var cook = read.Entries[0];
        Assert.Equal("python", read.Entries[1].Skill.Title);
        cook.Role.Title = "Head cook";

        var edited = await EditAsync(
            caller,
            new EditVersionRequest
            {
                Name = draft.Name,
                Etag = read.Etag,
                Put = { cook },
                Remove = { "catalogs/acme/roles/baker" },
            }
        );
        Assert.Equal((0, 1, 1), (edited.AddedCount, edited.ReplacedCount, edited.RemovedCount));

        Assert.Equal("Head cook", (await GetAsync(caller, draft.Name, "catalogs/acme/roles/cook")).Entries[0].Role.Title);
        await Refused.Async(StatusCode.NotFound, () => GetAsync(caller, draft.Name, "catalogs/acme/roles/baker"));
        var audit = await _host.Versions.ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(AuditEntry.Types.Action.Edited, audit.Entries[0].Action);
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_later_is_told_to_read_again()
    {
        var caller = CatalogTestHost.As("two-editors");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var edit = new EditVersionRequest
        {
            Name = draft.Name,
            Etag = draft.Etag,
            Put = { new CatalogEntry { Role = Sample.Role("acme", "baker") } },
        };
        await EditAsync(caller, edit);

        edit.Put[0].Role = Sample.Role("acme", "waiter");
        await Refused.Async(StatusCode.Aborted, () => EditAsync(caller, edit));
        await Refused.Async(StatusCode.NotFound, () => GetAsync(caller, draft.Name, "catalogs/acme/roles/waiter"));
    }

    [Fact]
    public async Task What_is_served_is_never_edited()
    {
        var caller = CatalogTestHost.As("served");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        await _host.ActivateAsync(caller, draft.Name);
        await Refused.Async(
            StatusCode.FailedPrecondition,
            () => EditAsync(caller, new EditVersionRequest { Name = draft.Name, Remove = { "catalogs/acme/roles/cook" } })
        );
    }

    [Fact]
    public async Task All_of_an_edit_is_made_or_nothing()
    {
        var caller = CatalogTestHost.As("all-or-nothing");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        await Refused.Async(
            StatusCode.NotFound,
            () =>
                EditAsync(
                    caller,
                    new EditVersionRequest
                    {
                        Name = draft.Name,
                        Put = { new CatalogEntry { Role = Sample.Role("acme", "baker") } },
                        Remove = { "catalogs/acme/roles/nobody" },
                    }
                )
        );
        Assert.Equal(draft.Etag, (await GetAsync(caller, draft.Name, "catalogs/acme/roles/cook")).Etag);
        await Refused.Async(StatusCode.NotFound, () => GetAsync(caller, draft.Name, "catalogs/acme/roles/baker"));
    }

    [Fact]
    public async Task Of_many_who_edit_at_once_each_is_done_or_told_that_another_was_faster()
    {
        var caller = CatalogTestHost.As("many-editors");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        // Each edit crosses the border of a stored chunk.
        var editors = Enumerable
            .Range(0, 8)
            .Select(async i =>
            {
                var role = Sample.Role("acme", $"baker-{i}");
                for (var theme = 0; theme < 60; theme++)
                {
                    role.BestPractices.Add(new Theme { Summary = new string((char)('a' + i), 10_000) });
                }
                try
                {
                    await EditAsync(
                        caller,
                        new EditVersionRequest { Name = draft.Name, Put = { new CatalogEntry { Role = role } } }
                    );
                    return StatusCode.OK;
                }
                catch (RpcException e)
                {
                    return e.StatusCode;
                }
            });
        var statuses = await Task.WhenAll(editors);
        Assert.All(statuses, status => Assert.True(status is StatusCode.OK or StatusCode.Aborted, $"got {status}"));
        var now = await _host.Versions.GetVersionAsync(
            new GetVersionRequest { Name = draft.Name },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(1 + statuses.Count(status => status == StatusCode.OK), now.Version.RoleCount);
    }

    [Theory]
    [InlineData("catalogs/other/roles/cook", "", "put[0]")]
    [InlineData("catalogs/acme/skills/cook", "", "put[0]")]
    [InlineData("", "", "put[0]")]
    [InlineData("catalogs/acme/roles/", "", "put[0]")]
    [InlineData("catalogs/acme/roles/A b/c", "", "put[0]")]
    [InlineData("catalogs/acme/roles/cook", "catalogs/acme/roles/cook", "remove[0]")]
    [InlineData(null, "", "put")]
    public async Task A_bad_edit_names_the_field(string? put, string remove, string field)
    {
        var caller = CatalogTestHost.As("bad-edits");
        var request = new EditVersionRequest { Name = "catalogs/acme/versions/1" };
        if (put is not null)
        {
            request.Put.Add(
                new CatalogEntry
                {
                    Role = new Role { Name = put, Title = "Cook" },
                }
            );
        }
        if (remove.Length > 0)
        {
            request.Remove.Add(remove);
        }
        var refused = await Refused.Async(StatusCode.InvalidArgument, () => EditAsync(caller, request));
        Assert.Equal(field, Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    private async Task<CatalogVersion> CreateAsync(Metadata caller, string version)
    {
        var request = new CreateVersionRequest
        {
            Catalog = "catalogs/acme",
            VersionId = version,
            DisplayName = "Acme roles",
        };
        return (await _host.Versions.CreateVersionAsync(request, caller, cancellationToken: Cancel)).Version;
    }

    private async Task<EditVersionResponse> EditAsync(Metadata caller, EditVersionRequest request) =>
        await _host.Versions.EditVersionAsync(request, caller, cancellationToken: Cancel);

    private async Task<GetEntriesResponse> GetAsync(Metadata caller, string version, params string[] names) =>
        await _host.Versions.GetEntriesAsync(
            new GetEntriesRequest { Version = version, Names = { names } },
            caller,
            cancellationToken: Cancel
        );
}
