using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Errors;

/// <summary>Writes an error outside a method, in the form that the caller reads.</summary>
public static class HttpErrors
{
    /// <summary>Answers a gRPC call with headers alone (<c>grpc-status</c>), any other with the envelope.</summary>
    public static Task WriteAsync(HttpContext context, RpcException error)
    {
        if (!IsGrpc(context.Request))
        {
            return RestErrors.WriteAsync(context, error);
        }

        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)error.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(error.Status.Detail);
        if (error.GetRpcStatus() is { } details)
        {
            response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(details.ToByteArray()).TrimEnd('=');
        }
        return Task.CompletedTask;
    }

    /// <summary>Whether this is a call by gRPC or gRPC-Web.</summary>
    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
