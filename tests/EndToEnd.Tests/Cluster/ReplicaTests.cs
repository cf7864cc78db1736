using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>Replicas that end under the load of two clients, CareerRecs.Client and grpc-js: no call fails, and no write is lost
/// or made twice.</summary>
public sealed class ReplicaTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    private const int Calls = 40;
    private const int Kills = 3;

    [Fact]
    public async Task A_replica_killed_again_and_again_fails_no_call() =>
        await RunAsync(
            "killed",
            async load =>
            {
                for (var i = 0; i < Kills; i++)
                {
                    var replica = i % 2 == 0 ? Cluster.MatchingA : Cluster.MatchingB;
                    await replica.KillAsync(Cancel);
                    await load.WaitForMoreAsync();
                    await replica.StartAsync(Cancel);
                    await load.WaitUntilReachedAsync(replica);
                }
            }
        );

    [Fact]
    public async Task A_rolling_restart_fails_no_call() =>
        await RunAsync(
            "rolling",
            async load =>
            {
                foreach (var replica in new[] { Cluster.MatchingA, Cluster.MatchingB })
                {
                    await replica.StopAsync(Cancel);
                    await load.WaitForMoreAsync();
                    await replica.StartAsync(Cancel);
                    await load.WaitUntilReachedAsync(replica);
                }
            }
        );

    private async Task RunAsync(string tenant, Func<Load, Task> endReplicas)
    {
        NodeCallers.OrSkip();
        var catalog = $"catalogs/{tenant}";
        var owner = await Cluster.ClientAsync(Cluster.MatchingA, tenant, $"catalog.write {ProfileScopes}");
        var version = await ActivateCopyAsync(owner, catalog, "first");
        foreach (var replica in await ReplicasAsync(tenant))
        {
            Assert.Equal(version, await VersionAsync(replica, catalog));
        }
        var token = await Cluster.Tokens.OfAsync(tenant, ProfileScopes);
        using var client = Cluster.ConnectToReplicas(token);
        await using var sharp = new SharpCallers(client, catalog, Cancel);
        await using var node = await NodeCallers.StartAsync(Cluster.MakeFolder(tenant), Cluster.Replicas, token, catalog, Cancel);
        var load = new Load([sharp.Log, node.Log], replica => Cluster.ClientAsync(replica, tenant), version);

        await load.WaitForMoreAsync();
        await endReplicas(load);
        await load.WaitForMoreAsync();
        await sharp.StopAsync();
        await node.StopAsync(Cancel);

        foreach (var log in new[] { sharp.Log, node.Log })
        {
            Assert.True(
                log.Failures.IsEmpty,
                $"{log.Client}: {log.Failures.Count} of {log.Answered + log.Failures.Count} failed:\n"
                    + string.Join('\n', log.Failures.Take(10))
            );
        }
        var kept = await owner
            .Profiles.EnumerateProfilesAsync(new ListProfilesRequest { PageSize = 1000 }, Cancel)
            .Select(profile => profile.ExternalId)
            .ToListAsync(Cancel);
        string[] stored = [.. sharp.Log.Stored, .. node.Log.Stored];
        Assert.Equal(stored.Length, kept.Count);
        Assert.Equal(stored.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    private sealed class Load(CallLog[] logs, Func<ServiceProcess, Task<CareerRecsClient>> connect, string version)
    {
        public Task WaitForMoreAsync() => Task.WhenAll(logs.Select(log => log.WaitForMoreAsync(Calls)));

        /// <summary>Returns once calls reach a replica: they alone make it load the tenant's catalog.</summary>
        public async Task WaitUntilReachedAsync(ServiceProcess replica)
        {
            var status = (await connect(replica)).Status;
            await Eventually.IsSoAsync(
                "calls reach the new process",
                async () =>
                    (await status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)).LoadedVersions.Contains(
                        version
                    )
            );
        }
    }
}
