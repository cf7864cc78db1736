using CareerRecs.Catalog;
using CareerRecs.ProfileMatching;
using CareerRecs.Salary;
using Grpc.Net.Client;

namespace CareerRecs.Gateway.Tests;

/// <summary>The three services on sockets of their own, and a gateway in front of them.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _hosts = [];

    /// <summary>To the gateway, by gRPC.</summary>
    public GrpcChannel Channel { get; private set; } = null!;

    /// <summary>To the gateway, by REST.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var catalog = await StartAsync(ListeningHost.StartServiceAsync(b => b.AddCatalog(), a => a.MapCatalog()));
        var salary = await StartAsync(ListeningHost.StartServiceAsync(b => b.AddSalary(), a => a.MapSalary()));
        var matching = await StartAsync(
            ListeningHost.StartServiceAsync(
                b => b.AddMatching(),
                a => a.MapMatching(),
                ("Services:Catalog", catalog.Grpc.OriginalString),
                ("Services:Salary", salary.Grpc.OriginalString),
                ("Documents:InProcess", "true")
            )
        );
        var gateway = await StartAsync(
            ListeningHost.StartGatewayAsync($"dns:///{catalog.Grpc.Authority}", matching.Grpc, salary.Grpc)
        );
        Channel = GrpcChannel.ForAddress(gateway.Grpc);
        Http = new HttpClient { BaseAddress = gateway.Rest };
        await WaitUntilReadyAsync(matching.Rest);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        Http.Dispose();
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.DisposeAsync();
        }
    }

    private async Task<ListeningHost> StartAsync(Task<ListeningHost> starting)
    {
        var host = await starting;
        _hosts.Add(host);
        return host;
    }

    private static async Task WaitUntilReadyAsync(Uri rest)
    {
        using var http = new HttpClient { BaseAddress = rest };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(await http.GetAsync("/healthz/ready")).IsSuccessStatusCode)
        {
            await timer.WaitForNextTickAsync();
        }
    }
}

/// <summary>Tests that share one set of hosts.</summary>
[CollectionDefinition(nameof(GatewayCollection))]
public sealed class GatewayCollection : ICollectionFixture<GatewayFixture>;
