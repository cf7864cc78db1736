using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>
/// The methods of routes without parameters. gRPC maps a route of two segments for every method (its answer to unknown services),
/// so routing answers 404 where such a route is asked for by another method: <c>DELETE /v1/status</c>.
/// </summary>
internal sealed class AllowedMethods(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenDictionary<string, string>> _byPath = new(() => Collect(endpoints));

    /// <summary>The methods that a path takes, as the header <c>Allow</c> lists them; null for an unknown path.</summary>
    public string? Find(PathString path) => _byPath.Value.GetValueOrDefault(path.ToString().TrimEnd('/'));

    private static FrozenDictionary<string, string> Collect(EndpointDataSource endpoints) =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern is { Parameters.Count: 0, RawText: not null })
            .SelectMany(e =>
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method =>
                    (Path: "/" + e.RoutePattern.RawText!.Trim('/'), Method: method)
                )
            )
            .GroupBy(pair => pair.Path, pair => pair.Method, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => string.Join(", ", group.Distinct().Order(StringComparer.Ordinal)),
                StringComparer.OrdinalIgnoreCase
            );
}
