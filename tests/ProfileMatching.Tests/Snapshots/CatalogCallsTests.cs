using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ProfileMatching.Tests.Snapshots;

/// <summary>
/// The client as it calls Catalog over a real connection: balancing, retries, timeouts and tokens of the contract.
/// </summary>
public sealed class CatalogCallsTests
{
    [Theory]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("dns:///localhost:{0}")]
    public async Task Every_form_of_address_reaches_the_service(string address)
    {
        await using var server = await Server.StartAsync();
        using var client = server.Connect(address);

        var answer = await client.Versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/x" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal("catalogs/x/versions/1", answer.Version.Name);
    }

    [Fact]
    public async Task What_may_be_repeated_is_retried_when_unavailable_and_what_may_not_is_not()
    {
        await using var server = await Server.StartAsync();
        using var client = server.Connect("http://localhost:{0}");
        server.Service.Failures = 2;

        await client.Versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/x" },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(3, server.Service.Calls);

        server.Service.Failures = 1;
        var call = client.Versions.RollBackCatalogAsync(
            new RollBackCatalogRequest { Catalog = "catalogs/x" },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAnyAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        Assert.Equal(4, server.Service.Calls);
    }

    [Fact]
    public async Task A_call_has_its_methods_timeout_unless_it_brings_its_own()
    {
        await using var server = await Server.StartAsync();
        using var client = server.Connect("http://localhost:{0}");
        var token = TestContext.Current.CancellationToken;

        await client.Versions.GetActiveVersionAsync(new GetActiveVersionRequest(), cancellationToken: token);
        Assert.InRange(server.Service.TimeLeft, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await client.Versions.RollBackCatalogAsync(new RollBackCatalogRequest(), cancellationToken: token);
        Assert.InRange(server.Service.TimeLeft, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(30));
        await client.Versions.RollBackCatalogAsync(
            new RollBackCatalogRequest(),
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
            cancellationToken: token
        );
        Assert.InRange(server.Service.TimeLeft, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Every_call_carries_the_token()
    {
        await using var server = await Server.StartAsync();
        using var client = server.Connect(
            "http://localhost:{0}",
            o => o.BearerToken = _ => ValueTask.FromResult<string?>("secret")
        );

        await client.Versions.GetActiveVersionAsync(
            new GetActiveVersionRequest(),
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal("Bearer secret", server.Service.Authorization);
    }

    [Fact]
    public void One_address_is_needed_for_each_service()
    {
        var missing = Assert.Throws<ArgumentException>(() =>
            new CareerRecsClient(new CareerRecsClientOptions { CatalogAddress = new Uri("http://localhost") })
        );
        Assert.Contains("MatchingAddress", missing.Message, StringComparison.Ordinal);
    }

    private sealed class Server(WebApplication app) : IAsyncDisposable
    {
        public Versions Service { get; } = app.Services.GetRequiredService<Versions>();

        public static async Task<Server> StartAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(k =>
                k.Listen(System.Net.IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2)
            );
            builder.Services.AddGrpc();
            builder.Services.AddSingleton<Versions>();
            var app = builder.Build();
            app.MapGrpcService<Versions>();
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Server(app);
        }

        public CareerRecsClient Connect(string address, Action<CareerRecsClientOptions>? configure = null)
        {
            var port = new Uri(app.Urls.Single()).Port;
            var options = new CareerRecsClientOptions { Address = new Uri(string.Format(null, address, port)) };
            configure?.Invoke(options);
            return new CareerRecsClient(options);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    private sealed class Versions : VersionService.VersionServiceBase
    {
        public int Failures { get; set; }

        public int Calls { get; private set; }

        public TimeSpan TimeLeft { get; private set; }

        public string? Authorization { get; private set; }

        public override Task<GetActiveVersionResponse> GetActiveVersion(
            GetActiveVersionRequest request,
            ServerCallContext context
        )
        {
            Take(context);
            return Task.FromResult(
                new GetActiveVersionResponse { Version = new CatalogVersion { Name = $"{request.Catalog}/versions/1" } }
            );
        }

        public override Task<RollBackCatalogResponse> RollBackCatalog(RollBackCatalogRequest request, ServerCallContext context)
        {
            Take(context);
            return Task.FromResult(new RollBackCatalogResponse());
        }

        private void Take(ServerCallContext context)
        {
            Calls++;
            TimeLeft = context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            Authorization = context.RequestHeaders.GetValue("authorization");
            if (Failures-- > 0)
            {
                throw new RpcException(new Status(StatusCode.Unavailable, "not now"));
            }
        }
    }
}
