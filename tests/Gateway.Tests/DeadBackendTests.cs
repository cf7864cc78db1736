using System.Net;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.Testing.Servers;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.Gateway.Tests;

/// <summary>Backends that do not answer, or not in time.</summary>
public sealed class DeadBackendTests
{
    private static readonly Uri Dead = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_backend_is_unavailable_by_REST()
    {
        await using var gateway = await ListeningHost.StartGatewayAsync(Dead.OriginalString, Dead, Dead);
        using var http = new HttpClient { BaseAddress = gateway.Rest };

        using var response = await http.GetAsync("/v1/catalogs/builtin", Cancel);
        var error = await response.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"status\":\"UNAVAILABLE\"", error, StringComparison.Ordinal);
        Assert.Contains("'catalog'", error, StringComparison.Ordinal);
        Assert.Contains("STATE_DOWN", await http.GetStringAsync("/v1/status", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dns:///no-such-host.invalid:8080")]
    [InlineData(null)]
    public async Task A_dead_backend_is_unavailable_by_gRPC(string? address)
    {
        await using var gateway = await ListeningHost.StartGatewayAsync(address ?? Dead.OriginalString, Dead, Dead);
        using var channel = GrpcChannel.ForAddress(gateway.Grpc);

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new CatalogService.CatalogServiceClient(channel).GetRoleAsync(new GetRoleRequest(), cancellationToken: Cancel)
        );

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Contains("'catalog'", error.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("UNAVAILABLE", error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task A_backend_that_stays_silent_times_out()
    {
        await using var silent = await ListeningHost.StartServiceAsync(
            _ => { },
            app => app.MapGet("/v1/catalogs", context => Task.Delay(Timeout.Infinite, context.RequestAborted))
        );
        await using var gateway = await ListeningHost.StartGatewayAsync(
            silent.Grpc.OriginalString,
            Dead,
            Dead,
            ("Gateway:IdleTimeout", "00:00:00.200")
        );
        using var http = new HttpClient { BaseAddress = gateway.Rest };

        using var response = await http.GetAsync("/v1/catalogs", Cancel);

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Contains("GATEWAY_TIMEOUT", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_without_addresses_does_not_start()
    {
        var builder = WebApplication.CreateBuilder();

        var error = Assert.Throws<SettingException>(() => builder.AddGateway());

        Assert.Contains("Gateway__Catalog", error.Message, StringComparison.Ordinal);
    }
}
