using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>
/// Checks every call, by gRPC and by REST, for the scopes that the contract states before a handler sees it. Without
/// authentication nothing is checked: the caller is alone on this machine.
/// </summary>
public sealed class RightsInterceptor(AuthOptions options) : Interceptor
{
    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        Check(request, context);
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
        Check(request, context);
        return continuation(request, responseStream, context);
    }

    /// <summary>The method's scope alone: no message that is streamed in has fields with a scope of their own.</summary>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        Check<TRequest>(null, context);
        return continuation(requestStream, context);
    }

    private void Check<T>(T? request, ServerCallContext context)
        where T : class
    {
        if (!options.IsConfigured || MethodRights.Find(context.Method) is not { } rights)
        {
            return;
        }

        var caller = context.GetCaller();
        rights.Require(caller);
        if (request is IMessage message && FieldScopes.For(message.Descriptor) is { Any: true } fields)
        {
            fields.Require(message, caller);
        }
    }
}
