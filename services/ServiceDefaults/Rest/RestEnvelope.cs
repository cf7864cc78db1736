using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>
/// Gives every failure by HTTP the envelope of AIP-193: refusals of routing, authentication and the server, which have no body
/// of their own, and whatever a middleware throws. gRPC and gRPC-Web state their failures themselves.
/// </summary>
internal sealed partial class RestEnvelope(AllowedMethods methods, ILogger<RestEnvelope> logger) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            if (IsSilentFailure(context.Response))
            {
                await RefuseAsync(context, FindStatus(context));
            }
        }
        catch (RestRefusal refusal)
        {
            await RestErrors.WriteAsync(context, refusal.Error, refusal.HttpStatus);
        }
        catch (RpcException error)
        {
            await RestErrors.WriteAsync(context, error);
        }
        catch (BadHttpRequestException error)
        {
            await RefuseAsync(context, error.StatusCode);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var errorId = Guid.CreateVersion7().ToString("N");
            LogUnexpected(error, context.Request.Method, errorId);
            await RestErrors.WriteAsync(context, Errors.Errors.Internal(errorId));
        }
    }

    private static bool IsSilentFailure(HttpResponse response) =>
        !response.HasStarted
        && response.StatusCode >= 400
        && response.ContentLength is null or 0
        && string.IsNullOrEmpty(response.ContentType);

    /// <summary>The status that routing set; 405 if the path is known and only the method is not.</summary>
    private int FindStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (status != StatusCodes.Status404NotFound || context.GetEndpoint() is not null)
        {
            return status;
        }
        if (methods.Find(context.Request.Path) is not { } allowed)
        {
            return status;
        }
        context.Response.Headers.Allow = allowed;
        return StatusCodes.Status405MethodNotAllowed;
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        var path = context.Request.Path.ToString();
        var refusal = RestRefusal.FromStatus(status, context.Request.Method, path.Length <= 200 ? path : path[..200]);
        return RestErrors.WriteAsync(context, refusal.Error, refusal.HttpStatus);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} by REST failed unexpectedly, {ErrorId}")]
    private partial void LogUnexpected(Exception exception, string method, string errorId);
}
