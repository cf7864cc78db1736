using System.Net;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;

namespace CareerRecs.Gateway.Backends;

/// <summary>The backends as YARP knows them. Each is called by HTTP/2 on its gRPC port, for REST too.</summary>
internal static class BackendClusters
{
    /// <summary>One cluster a backend.</summary>
    public static IReadOnlyList<ClusterConfig> FromOptions(GatewayOptions options) =>
        [
            .. Backend.All.Select(backend => new ClusterConfig
            {
                ClusterId = backend.Name,
                Destinations = new Dictionary<string, DestinationConfig>
                {
                    [backend.Name] = new() { Address = Address(options, backend).OriginalString },
                },
                LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
                HttpRequest = new ForwarderRequestConfig
                {
                    Version = HttpVersion.Version20,
                    VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                    ActivityTimeout = options.IdleTimeout,
                },
                HealthCheck = new HealthCheckConfig
                {
                    // Calls avoid a pod that does not answer; if none does, all are tried.
                    Passive = new PassiveHealthCheckConfig
                    {
                        Enabled = true,
                        Policy = "TransportFailureRate",
                        ReactivationPeriod = TimeSpan.FromSeconds(5),
                    },
                    AvailableDestinationsPolicy = "HealthyOrPanic",
                },
            }),
        ];

    private static Uri Address(GatewayOptions options, Backend backend) =>
        backend.Name switch
        {
            "catalog" => options.Catalog!,
            "matching" => options.Matching!,
            _ => options.Salary!,
        };
}
