using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Snapshots;

public sealed class SnapshotLibraryTests
{
    [Fact]
    public async Task After_a_restart_the_catalogs_in_use_before_are_loaded_before_anyone_asks()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, "catalogs/onet/versions/1", "A");
        host.Catalog.Publish("alice", "catalogs/own/versions/1", "B");
        await host.GetAsync(LibraryHost.Alice, "catalogs/onet");
        await host.GetAsync(LibraryHost.Alice, "catalogs/own");
        await host.Restart();
        Assert.Empty(host.Library.LoadedVersions);

        await host.Library.LoadKnownAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["catalogs/onet/versions/1", "catalogs/own/versions/1"], host.Library.LoadedVersions.Order());
    }

    private const string V1 = "catalogs/builtin/versions/1";
    private const string V2 = "catalogs/builtin/versions/2";

    [Fact]
    public async Task A_request_is_answered_from_the_active_version_of_the_default_catalog()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "Data Scientist");

        var handle = await host.GetAsync(LibraryHost.Alice);

        Assert.Equal(V1, handle.Version.Name);
        Assert.Equal("Data Scientist", Assert.Single(handle.Snapshot.Roles).Title);
        Assert.Equal(Owners.Shared, handle.Owner);
        Assert.True(host.Library.IsReady);
        Assert.Equal([V1], host.Library.LoadedVersions);
    }

    [Fact]
    public async Task A_tenant_may_have_another_default()
    {
        await using var host = await LibraryHost.StartAsync(
            new IndexOptions { DefaultCatalogs = { ["alice"] = "catalogs/onet" } }
        );
        host.Catalog.Publish(Owners.Shared, V1, "A");
        host.Catalog.Publish(Owners.Shared, "catalogs/onet/versions/29.3", "B");

        Assert.Equal("catalogs/onet/versions/29.3", (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Bob)).Version.Name);
    }

    [Fact]
    public async Task Requests_see_an_activation_only_once_its_index_is_built()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "Old");
        var before = await host.GetAsync(LibraryHost.Alice);
        var gate = new TaskCompletionSource();
        host.Catalog.Gate = gate.Task;
        var published = host.Catalog.Publish(Owners.Shared, V2, "New");

        var following = host.Library.FollowAsync(
            Owners.Shared,
            "catalogs/builtin",
            published.Revision,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.False(following.IsCompleted);

        gate.SetResult();
        await following;
        Assert.Equal(V2, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.Equal("Old", Assert.Single(before.Snapshot.Roles).Title);
    }

    [Fact]
    public async Task Old_news_is_not_asked_about()
    {
        await using var host = await LibraryHost.StartAsync();
        var version = host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        var asked = host.Catalog.Asked;

        await host.Library.FollowAsync(
            Owners.Shared,
            "catalogs/builtin",
            version.Revision,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(asked, host.Catalog.Asked);
    }

    [Fact]
    public async Task News_that_did_not_arrive_is_found_by_asking()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.Publish(Owners.Shared, V2, "B");

        await host.Library.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal(V2, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
    }

    [Fact]
    public async Task Many_requests_at_once_load_a_version_once()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        var gate = new TaskCompletionSource();
        host.Catalog.Gate = gate.Task;

        var requests = Enumerable.Range(0, 30).Select(_ => host.GetAsync(LibraryHost.Alice)).ToArray();
        gate.SetResult();
        var handles = await Task.WhenAll(requests);

        Assert.Equal(1, host.Catalog.Streamed);
        Assert.Single(handles.Distinct());
    }

    [Fact]
    public async Task A_request_that_gives_up_does_not_end_the_load()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        var gate = new TaskCompletionSource();
        host.Catalog.Gate = gate.Task;
        using var impatient = new CancellationTokenSource();

        var first = host.Library.GetAsync(LibraryHost.Alice, null, null, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
    }

    [Fact]
    public async Task A_tenants_own_catalog_comes_before_the_shared_one_and_is_seen_by_no_other()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "Everybody's");
        host.Catalog.Publish("alice", "catalogs/builtin/versions/own", "Alice's");

        Assert.Equal("Alice's", (await host.GetAsync(LibraryHost.Alice)).Snapshot.Roles[0].Title);
        Assert.Equal("Everybody's", (await host.GetAsync(LibraryHost.Bob)).Snapshot.Roles[0].Title);
        var refused = await Assert.ThrowsAnyAsync<RpcException>(() =>
            host.GetAsync(LibraryHost.Bob, version: "catalogs/builtin/versions/own")
        );
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task An_earlier_version_is_answered_from_by_its_name()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "Old");
        host.Catalog.Publish(Owners.Shared, V2, "New");

        Assert.Equal("Old", (await host.GetAsync(LibraryHost.Alice, version: V1)).Snapshot.Roles[0].Title);
        Assert.Equal("New", (await host.GetAsync(LibraryHost.Alice)).Snapshot.Roles[0].Title);
    }

    [Fact]
    public async Task Beyond_the_memory_bound_the_least_recently_used_goes_and_can_come_back()
    {
        await using var host = await LibraryHost.StartAsync(new IndexOptions { MemoryBytes = 1 });
        host.Catalog.Publish(Owners.Shared, V1, "A");
        host.Catalog.Publish(Owners.Shared, "catalogs/onet/versions/1", "B");

        await host.GetAsync(LibraryHost.Alice);
        await host.GetAsync(LibraryHost.Alice, "catalogs/onet");
        Assert.Equal(["catalogs/onet/versions/1"], host.Library.LoadedVersions);

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.Equal(2, host.Catalog.Streamed);
    }

    [Fact]
    public async Task What_cannot_be_had_is_said_by_its_kind()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");

        var unknown = await Assert.ThrowsAnyAsync<RpcException>(() => host.GetAsync(LibraryHost.Alice, "catalogs/nowhere"));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);

        var ancient = await Assert.ThrowsAnyAsync<RpcException>(() =>
            host.GetAsync(LibraryHost.Alice, version: "catalogs/builtin/versions/ancient")
        );
        Assert.Equal(StatusCode.FailedPrecondition, ancient.StatusCode);
        Assert.Equal("VERSION_NOT_KEPT", ancient.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);

        var mixed = await Assert.ThrowsAnyAsync<RpcException>(() => host.GetAsync(LibraryHost.Alice, "catalogs/onet", V1));
        Assert.Equal(StatusCode.InvalidArgument, mixed.StatusCode);
    }
}
