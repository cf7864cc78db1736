using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.Client.Calls;

/// <summary>States the client's purpose in calls that state none of their own.</summary>
internal sealed class PurposeInterceptor(string purpose) : Interceptor
{
    private const string Key = "careerrecs-purpose";

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation
    ) => continuation(request, WithPurpose(context));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    ) => continuation(request, WithPurpose(context));

    private ClientInterceptorContext<TRequest, TResponse> WithPurpose<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context
    )
        where TRequest : class
        where TResponse : class
    {
        if (context.Options.Headers?.Get(Key) is not null)
        {
            return context;
        }

        // The caller's metadata stays as it was.
        var headers = new Metadata();
        foreach (var entry in context.Options.Headers ?? [])
        {
            headers.Add(entry);
        }
        headers.Add(Key, purpose);
        return new ClientInterceptorContext<TRequest, TResponse>(
            context.Method,
            context.Host,
            context.Options.WithHeaders(headers)
        );
    }
}
