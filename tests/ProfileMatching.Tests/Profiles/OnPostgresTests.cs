using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Testing.Servers;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

/// <summary>What the two databases could do differently: order, constraints, transactions, and being away.</summary>
public sealed class OnPostgresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Profiles_live_on_PostgreSQL_as_they_do_on_SQLite()
    {
        await using var server = await PostgresServer.StartNewAsync(Token);
        await using var host = await StartAsync(server);
        foreach (var id in new[] { "b", "A", "a", "_" })
        {
            await host.CreateAsync(new Profile { ExternalId = id }, id);
        }

        var listed = await host.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Token);
        Assert.Equal(["profiles/A", "profiles/_", "profiles/a", "profiles/b"], listed.Profiles.Select(p => p.Name));

        var rows = Enumerable.Range(0, 150).Select(i => new Profile { ExternalId = $"hr-{i}" }).ToArray();
        var answers = await Task.WhenAll(UpsertAsync(host, rows), UpsertAsync(host, rows));
        Assert.Equal(150, answers.SelectMany(a => a.Results).Select(r => r.Profile).Distinct().Count());

        var created = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.CreateAsync(new Profile(), requestId: "r")));
        Assert.Single(created.Select(p => p.Name).Distinct());

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => DeleteAsync(host, created[0].Name)));
        Assert.Equal(["ProfileChanged 1", "ProfileErased 2"], await host.EventsOfAsync(created[0].Name));
    }

    [Fact]
    public async Task A_character_that_PostgreSQL_cannot_store_is_refused_before_it_is_asked()
    {
        await using var server = await PostgresServer.StartNewAsync(Token);
        await using var host = await StartAsync(server);

        Assert.Equal(
            "subject.inline_profile.external_id",
            await FieldOfAsync(() => host.CreateAsync(new Profile { ExternalId = "a\0b" }))
        );
        Assert.Equal("request_id", await FieldOfAsync(() => host.CreateAsync(new Profile(), requestId: "r\0")));
        Assert.Equal(
            "page_token",
            await FieldOfAsync(async () =>
                await host.Profiles.ListProfilesAsync(new ListProfilesRequest { PageToken = "AA" }, cancellationToken: Token)
            )
        );
        var answer = await UpsertAsync(host, [new Profile { ExternalId = "a\0b" }, new Profile { ExternalId = "good" }]);
        Assert.Equal([UpsertOutcome.Failed, UpsertOutcome.Created], answer.Results.Select(r => r.Outcome));
    }

    [Fact]
    public async Task Catalog_versions_are_kept_on_PostgreSQL()
    {
        await using var server = await PostgresServer.StartNewAsync(Token);
        await using var host = await StartAsync(server);

        await host.Service<SnapshotLibrary>().GetAsync(Caller.Local, null, null, Token);
        await host.Service<SnapshotStore>().Saved;

        await using var db = host.OpenDatabase();
        Assert.Equal("catalogs/builtin/versions/1", (await db.ActiveVersions.SingleAsync(Token)).Version);
        Assert.Single(await db.SnapshotChunks.ToListAsync(Token));
    }

    [Fact]
    public async Task With_PostgreSQL_down_stored_profiles_are_unavailable_and_catalogs_are_not()
    {
        await using var server = await PostgresServer.StartNewAsync(Token);
        await using var host = await StartAsync(server);
        var created = await host.CreateAsync(new Profile());
        var before = await host.Service<SnapshotLibrary>().GetAsync(Caller.Local, null, null, Token);

        await server.StopAsync();

        Assert.Equal(
            StatusCode.Unavailable,
            (await Assert.ThrowsAsync<RpcException>(() => host.GetAsync(created.Name))).StatusCode
        );
        Assert.Equal(
            StatusCode.Unavailable,
            (await Assert.ThrowsAsync<RpcException>(() => host.CreateAsync(new Profile()))).StatusCode
        );
        Assert.Equal(
            StatusCode.Unavailable,
            (await Assert.ThrowsAsync<RpcException>(() => DeleteAsync(host, created.Name))).StatusCode
        );
        Assert.Same(before, await host.Service<SnapshotLibrary>().GetAsync(Caller.Local, null, null, Token));
    }

    private static async Task<string> FieldOfAsync(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        return Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field;
    }

    private static Task<ProfileHost> StartAsync(PostgresServer server) =>
        ProfileHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = "Postgres",
                ["ConnectionStrings:Matching"] = server.ConnectionString("matching"),
            }
        );

    private static async Task<UpsertProfilesResponse> UpsertAsync(ProfileHost host, Profile[] rows) =>
        await host.Profiles.UpsertProfilesAsync(new UpsertProfilesRequest { Profiles = { rows } }, cancellationToken: Token);

    private static async Task<DeleteProfileResponse> DeleteAsync(ProfileHost host, string name) =>
        await host.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = name }, cancellationToken: Token);
}
