using System.Net;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.Testing;
using CareerRecs.Types.V1;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace CareerRecs.ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prometheus_gets_the_outbox_s_age_where_it_is_configured()
    {
        await using var host = await StartAsync(("Telemetry:Prometheus", "true"));
        host.Services.GetRequiredService<EventMetrics>().Saw("TestDb", new Backlog(1, 0, DateTimeOffset.UnixEpoch));

        var metrics = await host.CreateHttpClient().GetStringAsync(new Uri("http://localhost/metrics"), Cancel);

        Assert.Contains("careerrecs_outbox_age_seconds{", metrics, StringComparison.Ordinal);
        Assert.Contains("database=\"TestDb\"", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_set_up_where_nothing_is_configured()
    {
        await using var host = await StartAsync();

        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.CreateHttpClient().GetAsync(new Uri("http://localhost/metrics"), Cancel)).StatusCode
        );
    }

    [Fact]
    public async Task Status_names_bus_and_cache_and_what_serves_in_their_place()
    {
        await using var host = await StartAsync();

        var status = await new StatusService.StatusServiceClient(host.Channel).GetStatusAsync(
            new GetStatusRequest(),
            cancellationToken: Cancel
        );

        Assert.All(status.Dependencies, d => Assert.Equal(GetStatusResponse.Types.Dependency.Types.State.Embedded, d.State));
        Assert.Equal(["bus", "cache"], status.Dependencies.Select(d => d.Name).Order());
    }

    private static Task<ServiceHost> StartAsync(params (string Key, string Value)[] settings) =>
        ServiceHost.StartAsync(
            new ServiceHostOptions { Settings = settings.ToDictionary(s => s.Key, s => (string?)s.Value) },
            Cancel
        );
}
