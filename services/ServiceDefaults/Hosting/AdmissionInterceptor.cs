using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Refuses unary calls beyond what the host can carry, at once, so that the latency of those accepted stays. Queueing them would
/// only move the wait to where the caller cannot see it.
/// </summary>
public sealed class AdmissionInterceptor(EndpointOptions options) : Interceptor
{
    private int _inProgress;

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        try
        {
            if (Interlocked.Increment(ref _inProgress) > options.MaxConcurrentCalls && !IsHealth(context))
            {
                context.ResponseTrailers.Add("retry-after", "1");
                throw Errors.Errors.ResourceExhausted(
                    $"More than {options.MaxConcurrentCalls} calls are in progress here. Retry after a second.",
                    TimeSpan.FromSeconds(1)
                );
            }

            return await continuation(request, context);
        }
        finally
        {
            Interlocked.Decrement(ref _inProgress);
        }
    }

    private static bool IsHealth(ServerCallContext context) =>
        context.Method.StartsWith("/grpc.health.", StringComparison.Ordinal);
}
