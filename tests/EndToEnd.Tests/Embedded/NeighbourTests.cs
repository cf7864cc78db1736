using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>A tenant that asks for more than a host has, beside one that does not.</summary>
public sealed class NeighbourTests : IAsyncLifetime
{
    private const int GreedyCallers = 64;
    private const int NormalCalls = 100;

    private readonly StringWriter _log = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-e2e-").FullName;
    private EmbeddedHost? _host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_greedy_tenant_is_refused_with_a_delay_and_its_neighbour_is_answered()
    {
        using var greedyChannel = GrpcChannel.ForAddress(_host!.Address);
        using var normalChannel = GrpcChannel.ForAddress(_host.Address);
        foreach (var tenant in new[] { "greedy", "normal" })
        {
            var client = Connect(normalChannel, tenant);
            await Eventually.IsSoAsync("the catalog is loaded", async () => await AskAsync(client, 0) is null);
        }
        var refusals = 0;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var greedy = Task.WhenAll(
            Enumerable
                .Range(0, GreedyCallers)
                .Select(caller =>
                    Task.Run(
                        async () =>
                        {
                            var client = Connect(greedyChannel, "greedy");
                            for (var i = 0; !done.IsCancellationRequested; i++)
                            {
                                if (await AskAsync(client, (i * GreedyCallers) + caller) is { } refused)
                                {
                                    Assert.True(refused.StatusCode == StatusCode.ResourceExhausted, $"{refused.Status}");
                                    Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
                                    Interlocked.Increment(ref refusals);
                                }
                            }
                        },
                        Cancel
                    )
                )
        );
        await Eventually.IsSoAsync("the greedy tenant is refused", () => Task.FromResult(Volatile.Read(ref refusals) > 0));

        var normal = Connect(normalChannel, "normal");
        for (var i = 0; i < NormalCalls; i++)
        {
            Assert.Null(await AskAsync(normal, -1 - i));
        }

        var refusedBefore = Volatile.Read(ref refusals);
        await Eventually.IsSoAsync("it still is", () => Task.FromResult(Volatile.Read(ref refusals) > refusedBefore));
        await done.CancelAsync();
        await greedy;
    }

    public async ValueTask InitializeAsync()
    {
        var terminal = new Terminal(TextWriter.Null, _log, () => Stream.Null, TimeProvider.System, _ => null);
        _host = await EmbeddedHost.StartAsync(
            new DataDirectory(_folder),
            LoopbackAddresses.OnPorts(LoopbackAddresses.AnyPort, LoopbackAddresses.AnyPort),
            terminal,
            Cancel,
            new Dictionary<string, string?> { ["Endpoints:MaxConcurrentCalls"] = "32" }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        Assert.DoesNotContain("error: ", _log.ToString(), StringComparison.Ordinal);
        await _log.DisposeAsync();
    }

    private static MatchingService.MatchingServiceClient Connect(GrpcChannel channel, string tenant) =>
        new(
            channel.Intercept(metadata =>
            {
                metadata.Add(CallerContext.TenantHeader, tenant);
                return metadata;
            })
        );

    private static async Task<RpcException?> AskAsync(MatchingService.MatchingServiceClient client, int number)
    {
        var skills = Enumerable.Range(Math.Abs(number), 4).Select(i => $"Python {i}");
        try
        {
            await client.RecommendRolesAsync(
                new RecommendRolesRequest { Subject = People.Inline([.. skills, "SQL"]) },
                cancellationToken: Cancel
            );
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }
}
