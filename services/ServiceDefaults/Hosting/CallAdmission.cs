using System.Security.Claims;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Errors;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Admits calls before anything of their bodies is read: by their cost (<see cref="CallCost"/>), by their tenant's rate where
/// one is configured, and by their bytes, as a message is held whole before anything of it can be looked at. What is not admitted
/// gets RESOURCE_EXHAUSTED at once; to queue it would only move the wait to where the caller cannot see it.
/// </summary>
internal sealed class CallAdmission(EndpointOptions options, AuthOptions auth, TimeProvider time) : IMiddleware, IDisposable
{
    /// <summary>By REST a body is held as text, and once more as what it says.</summary>
    private const int RestCopies = 2;

    private const int OneRead = 64 << 10;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly CallShares _calls = new(options.MaxConcurrentCalls);
    private readonly TenantShares _bytes = new(options.AdmittedBytes, options.AdmittedBytes / 2);
    private readonly TenantRates _rates = new(options.TenantCallsPerSecond);
    private readonly IdleWatch _idle = new(options.IdleTimeout, time);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var cost = CallCost.Find(context);
        if (cost is null && context.GetEndpoint()?.Metadata.GetMetadata<StreamedBody>() is not null)
        {
            await next(context);
            return;
        }

        var tenant = FindTenant(context);
        if (cost is not null && _rates.Count(tenant) is { } wait)
        {
            await HttpErrors.WriteAsync(context, TooFast(wait));
            return;
        }
        using var call = cost is null ? null : _calls.TryTake(tenant, cost);
        if (cost is not null && call is null)
        {
            await HttpErrors.WriteAsync(context, TooManyCalls());
            return;
        }
        await RunCountedAsync(context, next, tenant, call);
    }

    public void Dispose()
    {
        _calls.Dispose();
        _bytes.Dispose();
        _rates.Dispose();
    }

    /// <summary>The error of a request for whose bytes there is no room.</summary>
    public static RpcException TooManyBytes() =>
        Errors.Errors.ResourceExhausted(
            $"Too many large requests are in progress here. Send this one again in {RetryAfter.TotalSeconds:0} seconds.",
            RetryAfter
        );

    /// <summary>Runs the method on a body whose bytes are counted.</summary>
    private async Task RunCountedAsync(HttpContext context, RequestDelegate next, string tenant, AdmittedCall? call)
    {
        using var share = new BodyShare(_bytes, tenant);
        var metadata = context.GetEndpoint()?.Metadata;
        if (IsGrpc(context.Request))
        {
            if (MessageFrames.FindFault(context.Request.Headers) is { } fault)
            {
                await HttpErrors.WriteAsync(context, fault);
                return;
            }
            // gRPC states no length ahead, so it is counted as it arrives; whoever reads gets the refusal.
            var isStream =
                metadata?.GetMetadata<GrpcMethodMetadata>()?.Method.Type
                is MethodType.ClientStreaming
                    or MethodType.DuplexStreaming;
            var encoding = context.Request.Headers["grpc-encoding"].ToString();
            var frames = new MessageFrames(isStream, RequestSize.For(context), encoding);
            var admitted = new AdmittedBody(share, frames, isStream ? null : call);
            context.Features.Set<IRequestBodyPipeFeature>(
                new CountedBody(context.Request.BodyReader, admitted, isStream ? _idle : null)
            );
        }
        else if (metadata?.GetMetadata<CalledMethod>() is not null)
        {
            // Read piece by piece; the longest piece is a line.
            context.Features.Set(_idle);
            var most = RequestSize.For(context);
            if (!share.TryCover(Math.Min(context.Request.ContentLength ?? most, most)))
            {
                await RestErrors.WriteAsync(context, TooManyBytes());
                return;
            }
        }
        else
        {
            var ahead = FindLengthAhead(context);
            LimitBody(context);
            if (!share.TryCover(RestCopies * ahead))
            {
                await RestErrors.WriteAsync(context, TooManyBytes());
                return;
            }
            call?.Settle(ahead);
        }

        await next(context);
    }

    private static RpcException TooManyCalls() =>
        Errors.Errors.ResourceExhausted(
            $"As many calls of this kind are in progress here as one caller or all may have. Send it again in "
                + $"{RetryAfter.TotalSeconds:0} seconds.",
            RetryAfter
        );

    private RpcException TooFast(TimeSpan wait) =>
        Errors.Errors.ResourceExhausted(
            $"More than {options.TenantCallsPerSecond} calls a second came from this tenant. Send it again in "
                + $"{wait.TotalSeconds:0} s.",
            wait
        );

    private static bool IsGrpc(HttpRequest request) => HttpProtocol.IsHttp2(request.Protocol) && HttpErrors.IsGrpc(request);

    /// <summary>
    /// Bytes of a REST request that will be taken in: as it states, otherwise the most; none of one that is too long.
    /// </summary>
    private static long FindLengthAhead(HttpContext context)
    {
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        var most = RequestSize.For(context);
        var length = context.Request.ContentLength ?? (hasBody ? most : 0);
        return length <= most ? length : 0;
    }

    /// <summary>Has the server stop at what the method takes, also when it reads on to keep the connection.</summary>
    private static void LimitBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // One read more than the method takes, so that the refusal names the method's limit.
            size.MaxRequestBodySize = RequestSize.For(context) + OneRead;
        }
    }

    /// <summary>Whose request it is, to share fairly; who may call is checked elsewhere.</summary>
    private string FindTenant(HttpContext context) =>
        auth.IsConfigured
            ? context.User.FindFirstValue(auth.TenantClaim) ?? ""
            : context.Request.Headers[CallerContext.TenantHeader].ToString();
}
