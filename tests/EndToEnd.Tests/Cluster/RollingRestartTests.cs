using System.Collections.Concurrent;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class RollingRestartTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    private const int Callers = 4;
    private const string Tenant = "rolling";
    private const string OwnCatalog = "catalogs/rolling";

    [Fact]
    public async Task A_rolling_restart_under_load_fails_no_request()
    {
        var version = await ActivateCopyAsync(
            await Cluster.ClientAsync(Cluster.MatchingA, Tenant, "catalog.write"),
            OwnCatalog,
            "first"
        );
        using var balanced = await BalancedAsync();
        var client = new MatchingService.MatchingServiceClient(balanced);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var answered = 0;
        var failures = new ConcurrentQueue<Status>();
        var load = Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(caller =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; !done.IsCancellationRequested; i++)
                            {
                                try
                                {
                                    // Each question is new, so each is worked out.
                                    var question = new RecommendRolesRequest
                                    {
                                        Subject = People.Number((i * Callers) + caller),
                                        Catalog = OwnCatalog,
                                    };
                                    await client.RecommendRolesAsync(question, cancellationToken: Cancel);
                                    Interlocked.Increment(ref answered);
                                }
                                catch (RpcException e)
                                {
                                    failures.Enqueue(e.Status);
                                }
                            }
                        },
                        Cancel
                    )
                )
        );

        await AnsweredAsync(100);
        foreach (var replica in new[] { Cluster.MatchingA, Cluster.MatchingB })
        {
            await replica.StopAsync(Cancel);
            await AnsweredAsync(100);
            await replica.StartAsync(Cancel);
            // The next one goes once calls reach this one: they alone make it load the tenant's catalog.
            var status = (await Cluster.ClientAsync(replica, Tenant)).Status;
            await Eventually.IsSoAsync(
                "calls reach the new process",
                async () =>
                    (await status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)).LoadedVersions.Contains(
                        version
                    )
            );
        }

        await done.CancelAsync();
        await load;
        Assert.True(
            failures.IsEmpty,
            $"{failures.Count} of {answered + failures.Count} failed: {string.Join("; ", failures.Take(5))}"
        );

        async Task AnsweredAsync(int more)
        {
            var aim = Volatile.Read(ref answered) + more;
            await Eventually.IsSoAsync($"{more} more answers", () => Task.FromResult(Volatile.Read(ref answered) >= aim));
        }
    }

    /// <summary>
    /// Over both replicas, with the contract's balancing and retries. In a cluster DNS names the replicas; here a list does.
    /// </summary>
    private async Task<GrpcChannel> BalancedAsync()
    {
        var token = await Cluster.Tokens.OfAsync(Tenant);
        BalancerAddress[] replicas = [new("127.0.0.1", Cluster.MatchingA.Port), new("127.0.0.1", Cluster.MatchingB.Port)];
        var services = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => replicas))
            .BuildServiceProvider();
        return GrpcChannel.ForAddress(
            "static:///matching",
            new GrpcChannelOptions
            {
                ServiceProvider = services,
                Credentials = ChannelCredentials.Create(
                    ChannelCredentials.Insecure,
                    CallCredentials.FromInterceptor(
                        (_, metadata) =>
                        {
                            metadata.Add("authorization", $"Bearer {token}");
                            return Task.CompletedTask;
                        }
                    )
                ),
                UnsafeUseInsecureChannelCallCredentials = true,
                InitialReconnectBackoff = TimeSpan.FromMilliseconds(200),
                MaxReconnectBackoff = TimeSpan.FromSeconds(1),
                ServiceConfig = new ServiceConfig
                {
                    LoadBalancingConfigs = { new RoundRobinConfig() },
                    MethodConfigs =
                    {
                        new MethodConfig
                        {
                            Names = { MethodName.Default },
                            RetryPolicy = new RetryPolicy
                            {
                                MaxAttempts = 3,
                                InitialBackoff = TimeSpan.FromMilliseconds(100),
                                MaxBackoff = TimeSpan.FromSeconds(1),
                                BackoffMultiplier = 2,
                                RetryableStatusCodes = { StatusCode.Unavailable },
                            },
                        },
                    },
                },
            }
        );
    }
}
