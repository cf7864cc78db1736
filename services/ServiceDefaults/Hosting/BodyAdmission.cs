using System.Security.Claims;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Bounds the memory of requests that are being received or answered, by their bytes: a message is held whole before anything of
/// it can be looked at. Small requests, which most are, pass uncounted. One for which there is no room gets RESOURCE_EXHAUSTED.
/// </summary>
internal sealed class BodyAdmission(EndpointOptions options, AuthOptions auth) : IMiddleware, IDisposable
{
    /// <summary>By REST a body is held as text, and once more as what it says.</summary>
    private const int RestCopies = 2;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly TenantShares _bytes = new(options.AdmittedBytes, options.AdmittedBytes / 2);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StreamedBody>() is not null)
        {
            await next(context);
            return;
        }

        using var share = new BodyShare(_bytes, TenantOf(context));
        if (IsGrpc(context.Request))
        {
            // gRPC states no length ahead, so it is counted as it arrives; whoever reads gets the refusal.
            context.Features.Set<IRequestBodyPipeFeature>(
                new CountedBody(context.Request.BodyReader, share, RequestSize.For(context))
            );
        }
        else if (!share.TryCover(RestCopies * LengthAhead(context)))
        {
            await RestErrors.WriteAsync(context, Refused());
            return;
        }

        await next(context);
    }

    public void Dispose() => _bytes.Dispose();

    /// <summary>The error of a request for which there is no room.</summary>
    public static RpcException Refused() =>
        Errors.Errors.ResourceExhausted(
            $"Too many large requests are in progress here. Send this one again in {RetryAfter.TotalSeconds:0} seconds.",
            RetryAfter
        );

    private static bool IsGrpc(HttpRequest request) => HttpProtocol.IsHttp2(request.Protocol) && HttpErrors.IsGrpc(request);

    /// <summary>
    /// Bytes of a REST request that will be taken in: as it states, otherwise the most; none of one that is too long.
    /// </summary>
    private static long LengthAhead(HttpContext context)
    {
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        var most = RequestSize.For(context);
        var length = context.Request.ContentLength ?? (hasBody ? most : 0);
        return length <= most ? length : 0;
    }

    /// <summary>Whose request it is, to share fairly; who may call is checked elsewhere.</summary>
    private string TenantOf(HttpContext context) =>
        auth.IsConfigured
            ? context.User.FindFirstValue(auth.TenantClaim) ?? ""
            : context.Request.Headers[CallerContext.TenantHeader].ToString();
}
