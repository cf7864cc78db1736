using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.ServiceDefaults.Validation;

/// <summary>
/// Checks every request, and every message of a request stream, against the limits of the contract before a handler sees it.
/// </summary>
public sealed class ValidationInterceptor : Interceptor
{
    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        Check(request);
        return continuation(request, context);
    }

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        Check(request);
        return continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation
    ) => continuation(new CheckedReader<TRequest>(requestStream), context);

    private static void Check<T>(T request)
    {
        // Other people's contracts (health, reflection) state no limits of ours.
        if (request is not IMessage message || !message.Descriptor.FullName.StartsWith("careerrecs.", StringComparison.Ordinal))
        {
            return;
        }
        var violations = RequestRules.Check(message);
        if (violations.Count > 0)
        {
            throw Errors.Errors.InvalidArgument(violations);
        }
    }

    private sealed class CheckedReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await inner.MoveNext(cancellationToken))
            {
                return false;
            }
            Check(inner.Current);
            return true;
        }
    }
}
