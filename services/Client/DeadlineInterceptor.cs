using CareerRecs.Client.Calls;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.Client;

/// <summary>
/// Gives every call that has no deadline the timeout that the contract states for its method, and none more time than the caller
/// has for whom it is made.
/// </summary>
internal sealed class DeadlineInterceptor(ContractServiceConfig config, CareerRecsClientOptions options) : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation
    ) => continuation(request, WithDeadline(context));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    ) => continuation(request, WithDeadline(context));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation
    ) => continuation(request, WithDeadline(context));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation
    ) => continuation(WithDeadline(context));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation
    ) => continuation(WithDeadline(context));

    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context
    )
        where TRequest : class
        where TResponse : class
    {
        var deadline = context.Options.Deadline ?? FindDeadline(context.Method.ServiceName, context.Method.Name);
        if (options.CallerDeadline?.Invoke() is { } caller && !(deadline <= caller))
        {
            deadline = caller;
        }
        return deadline is { } at && at != context.Options.Deadline
            ? new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithDeadline(at))
            : context;
    }

    private DateTime? FindDeadline(string service, string method)
    {
        if (config.TimeoutOf(service, method) is not { } timeout)
        {
            return null;
        }

        return options.TimeProvider.GetUtcNow().UtcDateTime + (timeout > options.LeastTimeout ? timeout : options.LeastTimeout);
    }
}
