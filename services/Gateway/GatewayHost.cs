using CareerRecs.Gateway.Backends;
using CareerRecs.Gateway.Operations;
using CareerRecs.Gateway.Routes;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Hosting;
using Grpc.Reflection;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace CareerRecs.Gateway;

/// <summary>The gateway in a host: one origin in front of the three services.</summary>
public static class GatewayHost
{
    /// <summary>Registers the gateway.</summary>
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        var options = builder.ReadSettings<GatewayOptions>("Gateway");
        var services = builder.Services;
        services.AddSingleton<IDestinationResolver, PodResolver>();
        foreach (var backend in Backend.All)
        {
            services.AddSingleton<IDependencyProbe>(new BackendWatch(backend.Name));
        }

        services.AddSingleton<BackendCalls>();
        services
            .AddReverseProxy()
            .LoadFromMemory(ContractRoutes.All, BackendClusters.FromOptions(options))
            .ConfigureHttpClient((_, handler) => handler.ConnectTimeout = options.ConnectTimeout)
            .AddTransforms(transforms => transforms.AddRequestTransform(RequestTarget.Keep));

        services.AddBackendOperations(options);

        // The whole contract, wherever it is answered.
        services.AddSingleton(new ReflectionServiceImpl(MethodRights.Services));
        services.AddSingleton(new ReflectionV1ServiceImpl(MethodRights.Services));
    }

    /// <summary>Maps every method of the contract to the service that answers it.</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.Services.GetRequiredService<HostedServiceNames>().Add("gateway");
        var calls = app.Services.GetRequiredService<BackendCalls>();
        var proxy = app.MapReverseProxy(pipeline =>
        {
            pipeline.Use(calls.ForwardAsync);
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        });
        proxy.ConfigureEndpoints((endpoint, _) => endpoint.WithMetadata(StreamedBody.Instance));
    }
}
