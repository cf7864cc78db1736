using CareerRecs.Matching.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.Cli.Sessions;

/// <summary>
/// Gives questions to services inside this process a deadline of a minute: the first one of a catalog loads it, which a slow
/// machine does not do in the ten seconds of the contract.
/// </summary>
internal sealed class PatientInterceptor(TimeProvider time) : Interceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly HashSet<string> Patient =
    [
        MatchingService.Descriptor.FullName,
        CareerPathService.Descriptor.FullName,
    ];

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

    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context
    )
        where TRequest : class
        where TResponse : class =>
        context.Options.Deadline is null && Patient.Contains(context.Method.ServiceName)
            ? new(context.Method, context.Host, context.Options.WithDeadline(time.GetUtcNow().UtcDateTime + Patience))
            : context;
}
