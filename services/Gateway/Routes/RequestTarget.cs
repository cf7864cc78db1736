using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Transforms;

namespace CareerRecs.Gateway.Routes;

/// <summary>The path and query of a forwarded request.</summary>
internal static class RequestTarget
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Sends path and query on as they were escaped: external ids may hold escaped slashes and percent signs.</summary>
    public static ValueTask Keep(RequestTransformContext context)
    {
        var target = context.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (target?.StartsWith('/') == true)
        {
            context.ProxyRequest.RequestUri = new Uri(context.DestinationPrefix.TrimEnd('/') + target, AsSent);
        }
        return default;
    }
}
