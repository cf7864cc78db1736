using CareerRecs.Gateway.Backends;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Operations;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerRecs.Gateway.Operations;

/// <summary>Channels to the services that have operations. They repeat no call, as the rest of the gateway.</summary>
internal static class BackendChannels
{
    /// <summary>Registers the operations of the services behind the gateway.</summary>
    public static void AddBackendOperations(this IServiceCollection services, GatewayOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ResolverFactory>(new DnsResolverFactory(PodResolver.Refresh));
        Add(services, "catalog", options.Catalog!);
        Add(services, "salary", options.Salary!);
    }

    private static void Add(IServiceCollection services, string service, Uri address)
    {
        services.AddKeyedSingleton(service, (provider, _) => Open(address, provider));
        services.AddSingleton<IOperationSource>(provider => new BackendOperations(
            service,
            provider.GetRequiredKeyedService<GrpcChannel>(service).CreateCallInvoker(),
            provider.GetServices<IDependencyProbe>().OfType<BackendWatch>().Single(watch => watch.Backend == service),
            provider.GetRequiredService<IHttpContextAccessor>(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }

    private static GrpcChannel Open(Uri address, IServiceProvider services) =>
        GrpcChannel.ForAddress(
            address,
            new GrpcChannelOptions
            {
                Credentials = address.Scheme == Uri.UriSchemeHttps ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure,
                ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } },
                ServiceProvider = services,
                // What goes wrong with a connection reaches the caller as a status; its end at shutdown is no error.
                LoggerFactory = NullLoggerFactory.Instance,
                MaxReconnectBackoff = TimeSpan.FromSeconds(5),
            }
        );
}
