using CareerRecs.ServiceDefaults.Health;
using Grpc.Core;
using Grpc.Core.Interceptors;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ServiceDefaults.Clients;

/// <summary>Another service in <c>GetStatus</c>: how the last call to it ended. An error is an answer too.</summary>
internal sealed class CallWatch(string service) : Interceptor, IDependencyProbe
{
    private const int NotAsked = -1;

    private readonly string _prefix = $"careerrecs.{service}.";
    private volatile int _last = NotAsked;

    public Dependency Look() =>
        (StatusCode)_last switch
        {
            (StatusCode)NotAsked => new Dependency { Name = service, Detail = "not called yet" },
            var status and (StatusCode.Unavailable or StatusCode.DeadlineExceeded) => new Dependency
            {
                Name = service,
                State = Dependency.Types.State.Down,
                Detail = $"last call: {status}",
            },
            var status => new Dependency
            {
                Name = service,
                State = Dependency.Types.State.Up,
                Detail = $"last call: {status}",
            },
        };

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(request, context);
        return IsWatched(context.Method)
            ? new(WatchAsync(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose)
            : call;
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(request, context);
        return IsWatched(context.Method)
            ? new(
                new Stream<TResponse>(call.ResponseStream, this),
                call.ResponseHeadersAsync,
                call.GetStatus,
                call.GetTrailers,
                call.Dispose
            )
            : call;
    }

    private bool IsWatched(IMethod method) => method.ServiceName.StartsWith(_prefix, StringComparison.Ordinal);

    private async Task<T> WatchAsync<T>(Task<T> answer)
    {
        try
        {
            var value = await answer.ConfigureAwait(false);
            _last = (int)StatusCode.OK;
            return value;
        }
        catch (RpcException e)
        {
            // That a caller gave up says nothing of the service.
            if (e.StatusCode != StatusCode.Cancelled)
            {
                _last = (int)e.StatusCode;
            }
            throw;
        }
    }

    private sealed class Stream<T>(IAsyncStreamReader<T> inner, CallWatch watch) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => watch.WatchAsync(inner.MoveNext(cancellationToken));
    }
}
