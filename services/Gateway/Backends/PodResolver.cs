using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace CareerRecs.Gateway.Backends;

/// <summary>
/// Resolves <c>dns:///catalog:8080</c> to every address behind the name, again every 15 seconds. A name that cannot be resolved
/// keeps its last addresses, so that neither start nor calls depend on DNS answering.
/// </summary>
internal sealed class PodResolver : IDestinationResolver
{
    /// <summary>As often as the client libraries look; pods keep answering that long after they left DNS.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, IPAddress[]> _last = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations,
        CancellationToken cancellationToken
    )
    {
        var resolved = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal);
        var changes = false;
        foreach (var (name, destination) in destinations)
        {
            var address = new Uri(destination.Address);
            if (address.Scheme != "dns")
            {
                resolved[name] = destination;
                continue;
            }

            var target = new Uri($"http://{address.AbsolutePath.TrimStart('/')}");
            changes |= target.HostNameType == UriHostNameType.Dns;
            foreach (var url in await FindAddressesAsync(target, cancellationToken))
            {
                resolved[$"{name} {url}"] = destination with { Address = url, Host = target.Authority };
            }
        }

        return new ResolvedDestinationCollection(resolved, changes ? NextLook() : null);
    }

    private async Task<IEnumerable<string>> FindAddressesAsync(Uri target, CancellationToken cancellationToken)
    {
        try
        {
            _last[target.Host] = await Dns.GetHostAddressesAsync(target.DnsSafeHost, cancellationToken);
        }
        catch (SocketException)
        {
            // Calls to the name itself fail with UNAVAILABLE until it can be resolved.
            if (!_last.ContainsKey(target.Host))
            {
                return [target.GetLeftPart(UriPartial.Authority)];
            }
        }
        return _last[target.Host].Select(ip => $"http://{new IPEndPoint(ip, target.Port)}");
    }

    private static CancellationChangeToken NextLook()
    {
        // Disposes itself of its timer when it fires.
        var timer = new CancellationTokenSource(Refresh);
        return new CancellationChangeToken(timer.Token);
    }
}
