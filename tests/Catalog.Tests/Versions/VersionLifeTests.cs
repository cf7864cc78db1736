using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;
using State = CareerRecs.Catalog.V1.CatalogVersion.Types.State;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class VersionLifeTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_serves_nobody_until_it_is_activated()
    {
        var caller = CatalogTestHost.As("draft-tenant");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        Assert.Equal((State.Draft, 1, 1, 1), (draft.State, draft.RoleCount, draft.SkillCount, draft.FieldCount));
        var request = new GetRoleRequest { Name = "catalogs/acme/roles/cook" };

        await Refused.Async(StatusCode.NotFound, () => _host.Catalog.GetRoleAsync(request, caller, cancellationToken: Cancel));
        var named = new GetRoleRequest { Name = request.Name, CatalogVersion = draft.Name };
        await Refused.Async(
            StatusCode.FailedPrecondition,
            () => _host.Catalog.GetRoleAsync(named, caller, cancellationToken: Cancel)
        );

        var activated = await _host.ActivateAsync(caller, draft.Name);
        var answer = await _host.Catalog.GetRoleAsync(request, caller, cancellationToken: Cancel);
        Assert.Equal("", activated.PreviousVersion);
        Assert.Equal(draft.Name, answer.CatalogVersion);
        Assert.Equal(["python"], answer.SkillTitles);
        Assert.Equal(["Test credit"], answer.Attributions);
    }

    [Fact]
    public async Task Activating_a_draft_supersedes_the_active_version_and_rolling_back_brings_it_back()
    {
        var caller = CatalogTestHost.As("rollback-tenant");
        var first = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var second = await _host.ImportAsync(caller, "acme", "2", Sample.Catalog("acme", "cook", "baker"));
        await _host.ActivateAsync(caller, first.Name, "first");
        var activated = await _host.ActivateAsync(caller, second.Name, "more roles");
        Assert.Equal(first.Name, activated.PreviousVersion);
        Assert.Equal(2, activated.Version.Revision);
        Assert.Equal(State.Superseded, (await GetAsync(caller, first.Name)).State);

        var back = await _host.Versions.RollBackCatalogAsync(
            new RollBackCatalogRequest { Catalog = "catalogs/acme", Reason = "wrong data" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(first.Name, back.Version.Name);
        Assert.Equal(second.Name, back.PreviousVersion);
        Assert.Equal(3, back.Version.Revision);
        var active = await _host.Versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal((first.Name, "rollback-tenant"), (active.Version.Name, active.Owner));
        var roles = await _host.Catalog.ListRolesAsync(
            new ListRolesRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal((1, first.Name), (roles.TotalSize, roles.CatalogVersion));

        var audit = await _host.Versions.ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal(
            [
                (AuditEntry.Types.Action.RolledBack, first.Name, second.Name, "wrong data"),
                (AuditEntry.Types.Action.Activated, second.Name, first.Name, "more roles"),
                (AuditEntry.Types.Action.Activated, first.Name, "", "first"),
                (AuditEntry.Types.Action.Created, second.Name, "", "because of the test"),
                (AuditEntry.Types.Action.Created, first.Name, "", "because of the test"),
            ],
            audit.Entries.Select(entry => (entry.Action, entry.Version, entry.PreviousVersion, entry.Reason))
        );
        Assert.All(audit.Entries, entry => Assert.Equal("local", entry.Actor));
        Assert.All(audit.Entries, entry => Assert.NotNull(entry.Time));
    }

    [Fact]
    public async Task Activating_the_active_version_again_changes_nothing()
    {
        var caller = CatalogTestHost.As("again-tenant");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var once = await _host.ActivateAsync(caller, draft.Name);
        var twice = await _host.ActivateAsync(caller, draft.Name);
        Assert.Equal(once.Version, twice.Version);
    }

    [Fact]
    public async Task A_superseded_version_comes_back_by_rollback_alone()
    {
        var caller = CatalogTestHost.As("superseded-tenant");
        var first = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var second = await _host.ImportAsync(caller, "acme", "2", Sample.Catalog("acme", "cook"));
        await _host.ActivateAsync(caller, first.Name);
        await Refused.Async(
            StatusCode.FailedPrecondition,
            () =>
                _host.Versions.RollBackCatalogAsync(
                    new RollBackCatalogRequest { Catalog = "catalogs/acme" },
                    caller,
                    cancellationToken: Cancel
                )
        );
        await _host.ActivateAsync(caller, second.Name);
        await Refused.Async(StatusCode.FailedPrecondition, () => _host.ActivateAsync(caller, first.Name));
    }

    [Fact]
    public async Task A_stale_etag_aborts()
    {
        var caller = CatalogTestHost.As("etag-tenant");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var stale = new ActivateVersionRequest { Name = draft.Name, Etag = "something-else" };
        await Refused.Async(
            StatusCode.Aborted,
            () => _host.Versions.ActivateVersionAsync(stale, caller, cancellationToken: Cancel)
        );
        Assert.Equal(State.Draft, (await GetAsync(caller, draft.Name)).State);

        var fresh = new ActivateVersionRequest { Name = draft.Name, Etag = draft.Etag };
        var activated = await _host.Versions.ActivateVersionAsync(fresh, caller, cancellationToken: Cancel);
        Assert.NotEqual(draft.Etag, activated.Version.Etag);
    }

    [Fact]
    public async Task Of_two_activations_at_once_one_wins_and_the_catalog_has_one_active_version()
    {
        var caller = CatalogTestHost.As("race-tenant");
        var drafts = new List<CatalogVersion>();
        for (var i = 0; i < 4; i++)
        {
            drafts.Add(await _host.ImportAsync(caller, "acme", $"{i}", Sample.Catalog("acme", "cook")));
        }

        var outcomes = await Task.WhenAll(
            drafts.Select(async draft =>
            {
                try
                {
                    await _host.ActivateAsync(caller, draft.Name);
                    return StatusCode.OK;
                }
                catch (RpcException e)
                {
                    return e.StatusCode;
                }
            })
        );

        Assert.Contains(StatusCode.OK, outcomes);
        Assert.All(outcomes, outcome => Assert.True(outcome is StatusCode.OK or StatusCode.Aborted, outcome.ToString()));
        var versions = await _host.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        var active = Assert.Single(versions.Versions, version => version.State == State.Active);
        Assert.Equal(outcomes.Count(outcome => outcome == StatusCode.OK), active.Revision);
    }

    [Fact]
    public async Task A_draft_with_errors_is_told_of_them_and_not_activated()
    {
        var caller = CatalogTestHost.As("errors-tenant");
        var entries = Sample.Catalog("acme", "cook");
        entries[^1].Role.Skills[0].Skill = "catalogs/acme/skills/knife-work";
        var draft = await _host.ImportAsync(caller, "acme", "1", entries);

        var report = (
            await _host.Versions.ValidateVersionAsync(
                new ValidateVersionRequest { Name = draft.Name },
                caller,
                cancellationToken: Cancel
            )
        ).Report;
        Assert.Equal(
            "DANGLING_SKILL",
            Assert.Single(report.Findings, finding => finding.Severity == Finding.Types.Severity.Error).Code
        );

        var refused = await Refused.Async(StatusCode.FailedPrecondition, () => _host.ActivateAsync(caller, draft.Name));
        Assert.Contains("knife-work", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(State.Draft, (await GetAsync(caller, draft.Name)).State);
    }

    [Fact]
    public async Task Drafts_can_be_deleted_and_versions_that_were_active_cannot()
    {
        var caller = CatalogTestHost.As("delete-tenant");
        var draft = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        var active = await _host.ImportAsync(caller, "acme", "2", Sample.Catalog("acme", "cook"));
        await _host.ActivateAsync(caller, active.Name);

        await _host.Versions.DeleteVersionAsync(
            new DeleteVersionRequest { Name = draft.Name, Etag = draft.Etag },
            caller,
            cancellationToken: Cancel
        );
        await Refused.Async(StatusCode.NotFound, () => GetAsync(caller, draft.Name));
        await Refused.Async(
            StatusCode.FailedPrecondition,
            () =>
                _host.Versions.DeleteVersionAsync(
                    new DeleteVersionRequest { Name = active.Name },
                    caller,
                    cancellationToken: Cancel
                )
        );
        var again = await _host.ImportAsync(caller, "acme", "1", Sample.Catalog("acme", "cook"));
        Assert.Equal(draft.Name, again.Name);
    }

    private async Task<CatalogVersion> GetAsync(Metadata caller, string name) =>
        (await _host.Versions.GetVersionAsync(new GetVersionRequest { Name = name }, caller, cancellationToken: Cancel)).Version;
}
