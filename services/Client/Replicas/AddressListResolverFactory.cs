using System.Net;
using Grpc.Net.Client.Balancer;

namespace CareerRecs.Client.Replicas;

/// <summary>Finds the replicas in an address that lists them, as other gRPC clients write it:
/// <c>ipv4:10.0.0.1:8080,10.0.0.2:8080</c>.</summary>
internal sealed class AddressListResolverFactory : ResolverFactory
{
    public override string Name => "ipv4";

    public override Resolver Create(ResolverOptions options) => new AddressListResolver(Parse(options.Address));

    private static BalancerAddress[] Parse(Uri address) =>
        [
            .. address
                .OriginalString[(address.Scheme.Length + 1)..]
                .TrimStart('/')
                .Split(',')
                .Select(item =>
                    IPEndPoint.TryParse(item, out var replica) && replica.Port > 0
                        ? new BalancerAddress($"{replica.Address}", replica.Port)
                        : throw new ArgumentException($"\"{address}\": write ipv4:address:port, others behind a comma.")
                ),
        ];

    private sealed class AddressListResolver(BalancerAddress[] replicas) : Resolver
    {
        public override void Start(Action<ResolverResult> listener) => listener(ResolverResult.ForResult(replicas));

        public override void Refresh() { }
    }
}
