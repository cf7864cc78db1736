using System.Data.Common;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Errors;

/// <summary>
/// Turns whatever a handler throws into a typed status; the text of an unexpected exception never leaves the host.
/// </summary>
public sealed partial class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    private RpcException Translate(Exception exception, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
        {
            return new RpcException(new Status(StatusCode.Cancelled, "The caller gave up, or its deadline passed."));
        }

        if (exception is DbUpdateConcurrencyException)
        {
            return Errors.Aborted("The resource");
        }

        if (StoreFailure.IsDown(exception))
        {
            LogStoreDown(context.Method, exception.GetType().Name);
            return Errors.Unavailable("STORE_UNAVAILABLE", "The database does not answer now. Repeat the call shortly.");
        }

        var errorId = Guid.CreateVersion7().ToString("N");
        LogUnexpected(exception, context.Method, errorId);
        return Errors.Internal(errorId);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} found the store unavailable ({Kind})")]
    private partial void LogStoreDown(string method, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed unexpectedly, {ErrorId}")]
    private partial void LogUnexpected(Exception exception, string method, string errorId);
}
