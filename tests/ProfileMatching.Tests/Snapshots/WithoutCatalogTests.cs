using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Tests.Snapshots;

public sealed class WithoutCatalogTests
{
    private const string V1 = "catalogs/builtin/versions/1";
    private const string V2 = "catalogs/builtin/versions/2";

    [Fact]
    public async Task With_Catalog_down_it_goes_on_with_what_it_has()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.IsDown = true;

        await host.Library.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Bob)).Version.Name);
    }

    [Fact]
    public async Task With_Catalog_down_a_new_process_answers_from_disk()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.IsDown = true;
        await host.Restart();
        await ForgetDatabaseAsync(host);

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
    }

    [Fact]
    public async Task With_Catalog_down_a_new_process_on_a_new_disk_answers_from_the_database()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        host.Catalog.Publish("alice", "catalogs/own/versions/1", "B");
        await host.GetAsync(LibraryHost.Alice);
        await host.GetAsync(LibraryHost.Alice, "catalogs/own");
        host.Catalog.IsDown = true;
        await host.Restart();
        Directory.Delete(host.Snapshots, recursive: true);

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Bob)).Version.Name);
        Assert.Equal("alice", (await host.GetAsync(LibraryHost.Alice, "catalogs/own")).Owner);
        var refused = await Assert.ThrowsAnyAsync<RpcException>(() => host.GetAsync(LibraryHost.Bob, "catalogs/own"));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
    }

    [Fact]
    public async Task The_version_that_was_active_last_is_the_one_that_is_remembered()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.Publish(Owners.Shared, V2, "B");
        await host.Library.RefreshAsync(TestContext.Current.CancellationToken);
        host.Catalog.IsDown = true;
        await host.Restart();
        Directory.Delete(host.Snapshots, recursive: true);

        Assert.Equal(V2, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice, version: V1)).Version.Name);
    }

    [Fact]
    public async Task A_process_that_never_had_a_catalog_says_that_Catalog_does_not_answer()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.IsDown = true;

        var refused = await Assert.ThrowsAnyAsync<RpcException>(() => host.GetAsync(LibraryHost.Alice));

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.False(host.Library.IsReady);
    }

    [Fact]
    public async Task A_busy_Catalog_is_no_outage_and_a_kept_version_answers_in_its_place()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        host.Catalog.Fault = StatusCode.ResourceExhausted;

        var refused = await Assert.ThrowsAnyAsync<RpcException>(() => host.GetAsync(LibraryHost.Alice));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<Google.Rpc.RetryInfo>());

        host.Catalog.Fault = StatusCode.OK;
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.Fault = StatusCode.ResourceExhausted;
        await host.Restart();
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Bob)).Version.Name);
    }

    [Theory]
    [InlineData(StatusCode.Unauthenticated)]
    [InlineData(StatusCode.PermissionDenied)]
    [InlineData(StatusCode.Internal)]
    public async Task A_fault_of_Catalog_does_not_pass_for_an_outage_and_takes_nothing_from_who_is_served(StatusCode fault)
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.Fault = fault;

        await host.Library.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);

        await host.Restart();
        var seen = await Assert.ThrowsAsync<CatalogFaultException>(() => host.GetAsync(LibraryHost.Alice));
        Assert.Contains(fault.ToString(), seen.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_do_not_have_the_digest_are_refused_and_not_kept()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        host.Catalog.DamagesBytes = true;

        var refused = await Assert.ThrowsAnyAsync<RpcException>(() => host.GetAsync(LibraryHost.Alice));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.False(Directory.Exists(host.Snapshots));

        host.Catalog.DamagesBytes = false;
        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
    }

    [Fact]
    public async Task A_damaged_activation_leaves_the_version_that_is_served()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.Publish(Owners.Shared, V2, "B");
        host.Catalog.DamagesBytes = true;

        await host.Library.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
    }

    [Fact]
    public async Task A_damaged_file_is_replaced_from_the_database()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Catalog.Publish(Owners.Shared, V1, "A");
        await host.GetAsync(LibraryHost.Alice);
        host.Catalog.IsDown = true;
        await host.Restart();
        var file = Assert.Single(Directory.GetFiles(host.Snapshots, "*.snapshot"));
        await File.WriteAllTextAsync(file, "not what was written", TestContext.Current.CancellationToken);

        Assert.Equal(V1, (await host.GetAsync(LibraryHost.Alice)).Version.Name);
        Assert.DoesNotContain(
            "not what",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_so_many_versions_of_a_catalog_are_kept_in_the_database()
    {
        await using var host = await LibraryHost.StartAsync(new IndexOptions { KeptVersions = 2 });
        for (var i = 1; i <= 4; i++)
        {
            host.Catalog.Publish(Owners.Shared, $"catalogs/builtin/versions/{i}", $"Role {i}");
            await host.Library.RefreshAsync(TestContext.Current.CancellationToken);
            await host.Store.Saved;
        }

        await using var db = host.Databases.CreateDbContext();
        var kept = await db.Snapshots.Select(s => s.Digest).ToListAsync(TestContext.Current.CancellationToken);
        var chunks = await db.SnapshotChunks.Select(c => c.Digest).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.InRange(kept.Count, 2, 3);
        Assert.Equal(kept.Order(), chunks.Order());
    }

    private static async Task ForgetDatabaseAsync(LibraryHost host)
    {
        await using var db = host.Databases.CreateDbContext();
        await db.SnapshotChunks.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.Snapshots.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }
}
