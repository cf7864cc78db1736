using System.Net.Sockets;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.Client.Calls;

/// <summary>
/// Repeats calls that end with UNAVAILABLE where the channel does not, as a service config can only say it of all calls of a
/// method: calls that never left this process, and changes that may be made twice (<see cref="RepeatableRequests"/>). Each time
/// the balancer picks the next replica.
/// </summary>
internal sealed class RepeatInterceptor(ContractServiceConfig config, TimeProvider time) : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation
    )
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return continuation(request, context);
            }
            catch (RpcException e) when (Repeats(e, request, context.Method, failures))
            {
                context.Options.CancellationToken.WaitHandle.WaitOne(ChooseDelay(failures));
            }
        }
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    )
    {
        if (config.Retries(context.Method.ServiceName, context.Method.Name))
        {
            return continuation(request, context);
        }
        var last = continuation(request, context);
        var response = RepeatAsync();
        return new AsyncUnaryCall<TResponse>(
            response,
            WaitForHeadersAsync(),
            () => last.GetStatus(),
            () => last.GetTrailers(),
            () => last.Dispose()
        );

        async Task<TResponse> RepeatAsync()
        {
            for (var failures = 1; ; failures++)
            {
                try
                {
                    return await last.ResponseAsync.ConfigureAwait(false);
                }
                catch (RpcException e) when (Repeats(e, request, context.Method, failures))
                {
                    last.Dispose();
                }
                await Task.Delay(ChooseDelay(failures), time, context.Options.CancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                last = continuation(request, context);
            }
        }

        async Task<Metadata> WaitForHeadersAsync()
        {
            await ((Task)response).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await last.ResponseHeadersAsync.ConfigureAwait(false);
        }
    }

    private bool Repeats<TRequest>(RpcException failure, TRequest request, IMethod method, int failures) =>
        failures < config.Retry.MaxAttempts
        && failure.StatusCode == StatusCode.Unavailable
        && !config.Retries(method.ServiceName, method.Name)
        && (IsUnsent(failure.Status.DebugException) || RepeatableRequests.Contains(request));

    /// <summary>Whether no connection was there to send the call on.</summary>
    private static bool IsUnsent(Exception? cause) =>
        cause
            is SocketException
                or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                };

    /// <summary>A part of the wait, chosen at random, so that callers who failed together do not come back together.</summary>
    private TimeSpan ChooseDelay(int failures) =>
        config.Retry.FindBackoff(failures) * (RandomNumberGenerator.GetInt32(1, 101) / 100.0);
}
