using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Health;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace CareerRecs.Gateway.Backends;

/// <summary>Wraps every forwarded call: lifts limits that the backend sets itself, and answers if the backend does not.</summary>
internal sealed class BackendCalls(IEnumerable<IDependencyProbe> probes)
{
    private readonly Dictionary<string, BackendWatch> _watches = probes
        .OfType<BackendWatch>()
        .ToDictionary(watch => watch.Backend, StringComparer.Ordinal);

    /// <summary>Forwards a call. Failures of forwarding are answered as the caller reads them.</summary>
    public async Task ForwardAsync(HttpContext context, RequestDelegate next)
    {
        LiftLimits(context);
        await next(context);

        var failure = context.GetForwarderErrorFeature()?.Error ?? ForwarderError.None;
        if (IsOfCaller(failure) || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var backend = context.GetReverseProxyFeature().Cluster.Config.ClusterId;
        _watches[backend].Note(failure);
        if (failure != ForwarderError.None && !context.Response.HasStarted)
        {
            await HttpErrors.WriteAsync(context, Explain(failure, backend));
        }
    }

    private static RpcException Explain(ForwarderError failure, string backend) =>
        failure is ForwarderError.RequestTimedOut or ForwarderError.UpgradeActivityTimeout
            ? Errors.GatewayTimeout($"The service '{backend}' took too long to answer. Ask for less at a time.")
            : Errors.Unavailable("UNAVAILABLE", $"The service '{backend}' does not answer now. Send it again shortly.");

    private static bool IsOfCaller(ForwarderError failure) =>
        failure
            is ForwarderError.RequestCanceled
                or ForwarderError.RequestBodyCanceled
                or ForwarderError.RequestBodyClient
                or ForwarderError.ResponseBodyCanceled
                or ForwarderError.ResponseBodyClient;

    /// <summary>Bodies pass through without being held, so how long and how slow they may be is for the backend to say.</summary>
    private static void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
        if (HttpErrors.IsGrpc(context.Request) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
