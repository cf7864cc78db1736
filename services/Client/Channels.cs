using CareerRecs.Client.Calls;
using CareerRecs.Client.Replicas;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;

namespace CareerRecs.Client;

/// <summary>Opens channels that keep to the contract's service config, balance over replicas and notice dead servers.</summary>
internal static class Channels
{
    private const int StreamWindow = 1 << 20;

    public static GrpcChannel Open(Uri address, CareerRecsClientOptions options)
    {
        var config = ContractServiceConfig.Shared.ToServiceConfig();
        // A handler that does not own its sockets cannot be balanced over addresses.
        if (options.HttpHandler is null)
        {
            config.LoadBalancingConfigs.Add(new LoadBalancingConfig(ReplicaBalancerFactory.Policy));
        }

        var channelOptions = new GrpcChannelOptions
        {
            Credentials = Credentials(address, options),
            UnsafeUseInsecureChannelCallCredentials = options.BearerToken is not null,
            ServiceConfig = config,
            ServiceProvider = new BalancerServices(options),
            LoggerFactory = options.LoggerFactory,
            MaxReceiveMessageSize = options.MaxReceiveMessageSize,
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(200),
            MaxReconnectBackoff = options.MaxReconnectBackoff,
            HttpHandler =
                options.HttpHandler
                ?? new SocketsHttpHandler
                {
                    EnableMultipleHttp2Connections = true,
                    // A batch of a hundred estimates is 100 KB: with the default of 64 the server waits half-way for room to
                    // send.
                    InitialHttp2StreamWindowSize = StreamWindow,
                    PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                    KeepAlivePingDelay = options.KeepAliveDelay,
                    KeepAlivePingTimeout = options.KeepAliveTimeout,
                    KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
                },
            DisposeHttpClient = options.HttpHandler is null,
        };
        return GrpcChannel.ForAddress(address, channelOptions);
    }

    public static CallInvoker Intercept(CallInvoker calls, CareerRecsClientOptions options)
    {
        // The one intercepted first is the innermost: what callers add may set a shorter deadline before ours is looked at.
        var invoker = calls
            .Intercept(new RepeatInterceptor(ContractServiceConfig.Shared, options.TimeProvider))
            .Intercept(new DeadlineInterceptor(ContractServiceConfig.Shared, options))
            .Intercept(new RequestIdInterceptor())
            .Intercept(new ErrorInterceptor());
        if (options.Purpose is { } purpose)
        {
            invoker = invoker.Intercept(new PurposeInterceptor(purpose));
        }
        for (var i = options.Interceptors.Count - 1; i >= 0; i--)
        {
            invoker = invoker.Intercept(options.Interceptors[i]);
        }
        return invoker;
    }

    private static ChannelCredentials Credentials(Uri address, CareerRecsClientOptions options)
    {
        var secure = address.Scheme == Uri.UriSchemeHttps || (address.Scheme != Uri.UriSchemeHttp && options.UseTls);
        var transport = secure ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
        return options.BearerToken is { } token
            ? ChannelCredentials.Create(
                transport,
                CallCredentials.FromInterceptor((context, metadata) => Authorize(token, context, metadata))
            )
            : transport;
    }

    private static async Task Authorize(
        Func<CancellationToken, ValueTask<string?>> token,
        AuthInterceptorContext context,
        Metadata metadata
    )
    {
        if (await token(context.CancellationToken).ConfigureAwait(false) is { } value)
        {
            metadata.Add("authorization", $"Bearer {value}");
        }
    }

    /// <summary>gRPC finds resolvers and balancers in a service provider; this one holds nothing else.</summary>
    private sealed class BalancerServices(CareerRecsClientOptions options) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IEnumerable<ResolverFactory>)
                ? new ResolverFactory[] { new DnsResolverFactory(options.DnsRefresh), new AddressListResolverFactory() }
            : serviceType == typeof(IEnumerable<LoadBalancerFactory>)
                ? new LoadBalancerFactory[] { new ReplicaBalancerFactory(options.TimeProvider) }
            : null;
    }
}
