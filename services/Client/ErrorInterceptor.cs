using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.Client;

/// <summary>Throws <see cref="CareerRecsException"/> where gRPC throws <see cref="RpcException"/>.</summary>
internal sealed class ErrorInterceptor : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation
    )
    {
        try
        {
            return continuation(request, context);
        }
        catch (RpcException e)
        {
            throw CareerRecsException.From(e);
        }
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(
            TranslateAsync(call.ResponseAsync),
            TranslateAsync(call.ResponseHeadersAsync),
            call.GetStatus,
            call.GetTrailers,
            call.Dispose
        );
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(request, context);
        return new AsyncServerStreamingCall<TResponse>(
            new TranslatingReader<TResponse>(call.ResponseStream),
            TranslateAsync(call.ResponseHeadersAsync),
            call.GetStatus,
            call.GetTrailers,
            call.Dispose
        );
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(context);
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            new TranslatingWriter<TRequest>(call.RequestStream),
            TranslateAsync(call.ResponseAsync),
            TranslateAsync(call.ResponseHeadersAsync),
            call.GetStatus,
            call.GetTrailers,
            call.Dispose
        );
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(context);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            new TranslatingWriter<TRequest>(call.RequestStream),
            new TranslatingReader<TResponse>(call.ResponseStream),
            TranslateAsync(call.ResponseHeadersAsync),
            call.GetStatus,
            call.GetTrailers,
            call.Dispose
        );
    }

    private static Task<T> TranslateAsync<T>(Task<T> task)
    {
        var translated = AwaitAsync(task);
        // Callers await the response or the headers, rarely both: the other failure counts as seen, as in gRPC itself.
        if (!translated.IsCompletedSuccessfully)
        {
            _ = translated.ContinueWith(
                static t => _ = t.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
        return translated;
    }

    private static async Task<T> AwaitAsync<T>(Task<T> task)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw CareerRecsException.From(e);
        }
    }

    private static async Task AwaitAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw CareerRecsException.From(e);
        }
    }

    private sealed class TranslatingReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => AwaitAsync(inner.MoveNext(cancellationToken));
    }

    private sealed class TranslatingWriter<T>(IClientStreamWriter<T> inner) : IClientStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message) => AwaitAsync(inner.WriteAsync(message));

        public Task WriteAsync(T message, CancellationToken cancellationToken) =>
            AwaitAsync(inner.WriteAsync(message, cancellationToken));

        public Task CompleteAsync() => AwaitAsync(inner.CompleteAsync());
    }
}
