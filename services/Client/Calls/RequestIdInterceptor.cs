using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.Client.Calls;

/// <summary>Fills an empty <c>request_id</c>, so that a retry of the same call cannot create a second resource. The caller's
/// message stays as it was: used again, it is another request.</summary>
internal sealed class RequestIdInterceptor : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation
    ) => continuation(WithRequestId(request), context);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    ) => continuation(WithRequestId(request), context);

    private static TRequest WithRequestId<TRequest>(TRequest request)
        where TRequest : class
    {
        if (RequestIdField<TRequest>.Accessor is not { } field || field.GetValue((IMessage)request) is not "")
        {
            return request;
        }
        var copy = ((IDeepCloneable<TRequest>)request).Clone();
        field.SetValue((IMessage)copy, Guid.NewGuid().ToString());
        return copy;
    }

    /// <summary>Field <c>request_id</c> of a kind of request, looked up once; null if it has none.</summary>
    private static class RequestIdField<TRequest>
    {
        public static readonly IFieldAccessor? Accessor = Find();

        private static IFieldAccessor? Find() =>
            typeof(IMessage).IsAssignableFrom(typeof(TRequest)) && typeof(TRequest).GetConstructor([]) is not null
                ? ((IMessage)Activator.CreateInstance<TRequest>()!).Descriptor.FindFieldByName("request_id")?.Accessor
                : null;
    }
}
