using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CareerRecs.ServiceDefaults.Telemetry;

/// <summary>What is exported. Nothing configured: nothing is set up and nothing costs.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Serve metrics at <c>/metrics</c> for Prometheus. <c>Telemetry:Prometheus</c>.</summary>
    public bool Prometheus { get; set; }
}

/// <summary>Where metrics and traces are sent. Section <c>Otlp</c>.</summary>
public sealed class OtlpOptions
{
    /// <summary>Collector that gets metrics and traces by OTLP: "http://collector:4317". Empty: none.</summary>
    [Address("http", "https")]
    public string Endpoint { get; set; } = "";
}

/// <summary>Metrics and traces by OpenTelemetry.</summary>
public static class TelemetryExtensions
{
    /// <summary>
    /// Metrics of the runtime, the server, clients and our own meters; traces where there is a collector for them.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<TelemetryOptions>("Telemetry");
        var endpoint = builder.ReadSettings<OtlpOptions>("Otlp").Endpoint;
        var otlp = endpoint.Length > 0 ? new Uri(endpoint) : null;
        if (!options.Prometheus && otlp is null)
        {
            return;
        }

        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService(builder.Environment.ApplicationName, serviceVersion: Build.Version)
            )
            .WithMetrics(metrics =>
            {
                metrics
                    .AddRuntimeInstrumentation()
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddMeter("CareerRecs.*");
                if (options.Prometheus)
                {
                    metrics.AddPrometheusExporter();
                }
                if (otlp is not null)
                {
                    metrics.AddOtlpExporter(exporter => exporter.Endpoint = otlp);
                }
            });
        if (otlp is not null)
        {
            telemetry.WithTracing(traces => Trace(traces, otlp));
        }
    }

    /// <summary>Maps <c>/metrics</c> where Prometheus is configured.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TelemetryOptions>().Prometheus)
        {
            app.MapPrometheusScrapingEndpoint("/metrics");
        }
    }

    private static void Trace(TracerProviderBuilder traces, Uri otlp) =>
        traces
            .AddSource("CareerRecs.*", "MassTransit")
            .AddHttpClientInstrumentation()
            .AddAspNetCoreInstrumentation(server =>
            {
                server.Filter = context => !IsProbe(context.Request.Path);
                // The path of a REST call names a profile; the route says all that a trace needs.
                server.EnrichWithHttpResponse = (activity, _) => activity.SetTag("url.path", null);
            })
            .AddOtlpExporter(exporter => exporter.Endpoint = otlp);

    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/healthz")
        || path.StartsWithSegments("/metrics")
        || path.StartsWithSegments("/grpc.health.v1.Health");
}
