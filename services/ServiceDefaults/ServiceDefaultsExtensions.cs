using System.IO.Compression;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.ServiceDefaults.Clients;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Decoding;
using CareerRecs.ServiceDefaults.Docs;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Operations;
using CareerRecs.ServiceDefaults.Rest;
using CareerRecs.ServiceDefaults.Rest.Uploads;
using CareerRecs.ServiceDefaults.Telemetry;
using CareerRecs.ServiceDefaults.Validation;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults;

/// <summary>What every host shares, in two calls.</summary>
public static class ServiceDefaultsExtensions
{
    private const string ReadyTag = "ready";
    private const string LiveTag = "live";

    /// <summary>The defaults of every host, and the bus, cache and clients of a host that answers by itself.</summary>
    public static void AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddEdgeDefaults();
        builder.AddBus();
        builder.AddAnswerCache();
        builder.AddServiceClients();
    }

    /// <summary>Listeners, gRPC with its interceptors, authentication, health and telemetry.</summary>
    public static void AddEdgeDefaults(this WebApplicationBuilder builder)
    {
        builder.AddQuietLogging();
        var auth = builder.AddCallerAuthentication();
        var endpoints = Configuration.Settings.ReadSettings<Hosting.EndpointOptions>(builder, "Endpoints");
        if (
            !auth.IsConfigured
            && !(Hosting.EndpointOptions.IsLoopback(endpoints.Grpc) && Hosting.EndpointOptions.IsLoopback(endpoints.Http))
        )
        {
            throw new Configuration.SettingException(
                "Endpoints:Grpc",
                $"\"{endpoints.Grpc}\" and Endpoints__Http \"{endpoints.Http}\" must be loopback addresses without "
                    + "authentication. "
                    + "Set Auth__Authority, Auth__JwksFile or Auth__KeysFile to listen on others."
            );
        }

        // What database, bus and health checks find reaches us as an exception or a status: whether it is an error, and for whom,
        // is known where it is handled, and logged there.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("MassTransit", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        // Transcoding warns of each method that is streamed in, by its own category; Rest/Uploads serves those.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Grpc.JsonTranscoding", LogLevel.Error);
        builder.Services.AddSingleton(endpoints);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(s => new StartTime(s.GetRequiredService<TimeProvider>().GetUtcNow()));
        builder.Services.AddSingleton<HostedServiceNames>();
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ServicesStartConcurrently = true;
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = TimeSpan.FromSeconds(25);
        });
        Hosting.Certificates.AddCertificate(builder.Services, endpoints);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, endpoints));
        var grpc = AddGrpc(builder.Services);
        if (endpoints.Http.Length > 0)
        {
            builder.AddRest(grpc);
        }

        builder
            .Services.AddGrpcHealthChecks(health =>
            {
                health.Services.Map("", check => check.Tags.Contains(ReadyTag));
                health.Services.Map("liveness", check => check.Tags.Contains(LiveTag));
            })
            .AddCheck<ReadinessHealthCheck>("self", tags: [ReadyTag])
            .AddCheck("process", () => HealthCheckResult.Healthy(), [LiveTag]);
        builder.AddTelemetry();
    }

    /// <summary>Health, reflection, status and, where configured, authentication and metrics.</summary>
    public static void MapServiceDefaults(this WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<Hosting.EndpointOptions>();
        var withRest = endpoints.Http.Length > 0;
        if (withRest)
        {
            app.UseRestEdge();
        }
        if (app.Services.GetRequiredService<AuthOptions>().IsConfigured)
        {
            app.UseAuthentication();
            app.UseAuthorization();
        }

        // Behind authentication: a body is not taken from whoever may not call.
        app.UseMiddleware<Hosting.CallAdmission>();
        if (withRest)
        {
            app.UseRestCalls();
        }
        app.MapGrpcHealthChecksService();
        if (endpoints.Reflection)
        {
            app.MapGrpcReflectionService();
        }
        app.MapCallers<StatusGrpcService>();
        if (app.Services.GetServices<IOperationSource>().Any())
        {
            app.MapCallers<OperationsGrpcService>();
        }
        app.MapTelemetry();
        app.MapDocs();
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = c => c.Tags.Contains(LiveTag) });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(ReadyTag) });
    }

    /// <summary>
    /// Maps a gRPC service that needs a caller, and the REST routes that transcoding does not serve: a valid token where
    /// authentication is configured.
    /// </summary>
    public static GrpcServiceEndpointConventionBuilder MapCallers<TService>(this WebApplication app)
        where TService : class
    {
        var endpoint = app.MapGrpcService<TService>();
        var withRest = app.Services.GetRequiredService<Hosting.EndpointOptions>().Http.Length > 0;
        IEndpointConventionBuilder[] all = [endpoint, .. withRest ? app.MapUploads<TService>() : []];
        if (app.Services.GetRequiredService<AuthOptions>().IsConfigured)
        {
            Array.ForEach(all, each => each.RequireAuthorization());
        }
        return endpoint;
    }

    private static IGrpcServerBuilder AddGrpc(IServiceCollection services)
    {
        services.AddSingleton<RestInterceptor>();
        services.AddSingleton<ErrorInterceptor>();
        services.AddSingleton<RightsInterceptor>();
        services.AddSingleton<ValidationInterceptor>();
        services.AddSingleton<Hosting.CallAdmission>();
        var grpc = services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = Hosting.RequestSize.Largest;
            options.CompressionProviders.Add(Inflate(new GzipCompressionProvider(CompressionLevel.Fastest)));
            options.CompressionProviders.Add(Inflate(new DeflateCompressionProvider(CompressionLevel.Fastest)));
            options.Interceptors.Add<RestInterceptor>();
            options.Interceptors.Add<ErrorInterceptor>();
            options.Interceptors.Add<RightsInterceptor>();
            options.Interceptors.Add<ValidationInterceptor>();
        });
        // In place of gRPC's own, which takes bytes that it cannot decode for a fault of the host.
        services.RemoveAll(typeof(IServiceMethodProvider<>));
        services.AddSingleton(typeof(IServiceMethodProvider<>), typeof(DecodedMethods<>));
        services.AddGrpcReflection();
        return grpc;

        static BoundedInflation Inflate(ICompressionProvider packing) => new(packing, Hosting.RequestSize.Largest);
    }

    private static void Listen(KestrelServerOptions kestrel, Hosting.EndpointOptions endpoints)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Hosting.RequestSize.Largest;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        Bind(endpoints.Grpc, HttpProtocols.Http2);
        if (endpoints.Http.Length > 0)
        {
            Bind(endpoints.Http, HttpProtocols.Http1);
        }

        void Bind(string address, HttpProtocols protocols)
        {
            var uri = new Uri(address);
            if (uri.Host == "localhost" && uri.Port > 0)
            {
                kestrel.ListenLocalhost(uri.Port, Configure);
            }
            else
            {
                kestrel.Listen(uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(uri.Host), uri.Port, Configure);
            }

            void Configure(ListenOptions listen)
            {
                listen.Protocols = protocols;
                if (Hosting.EndpointOptions.IsSecure(address))
                {
                    var certificate = kestrel.ApplicationServices.GetRequiredService<ReloadedFile<X509Certificate2>>();
                    listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => certificate.GetCurrent());
                }
            }
        }
    }
}
