using System.Reflection;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace CareerRecs.ServiceDefaults.Decoding;

/// <summary>
/// Tells gRPC of a service's methods, as its own provider does, with marshallers that refuse bytes they cannot decode
/// (<see cref="DecodedMessages"/>). gRPC's own ones throw what it takes for a fault of the host, before any interceptor runs.
/// </summary>
internal sealed class DecodedMethods<TService> : IServiceMethodProvider<TService>
    where TService : class
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        for (var type = typeof(TService); type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bind)
            {
                bind.BindType.GetMethod(bind.BindMethodName, [typeof(ServiceBinderBase), type])!
                    .Invoke(null, [new Binder(context), null]);
                return;
            }
        }
    }

    /// <summary>Takes the methods of generated code, whose <c>BindService</c> calls it.</summary>
    private sealed class Binder(ServiceMethodProviderContext<TService> context) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse>? handler
        )
        {
            var found = FindMethod(method.Name, typeof(TRequest), typeof(ServerCallContext));
            context.AddUnaryMethod(
                DecodedMessages.Wrap(method),
                CreateMetadata(found),
                found.CreateDelegate<UnaryServerMethod<TService, TRequest, TResponse>>()
            );
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse>? handler
        )
        {
            var found = FindMethod(
                method.Name,
                typeof(TRequest),
                typeof(IServerStreamWriter<TResponse>),
                typeof(ServerCallContext)
            );
            context.AddServerStreamingMethod(
                DecodedMessages.Wrap(method),
                CreateMetadata(found),
                found.CreateDelegate<ServerStreamingServerMethod<TService, TRequest, TResponse>>()
            );
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ClientStreamingServerMethod<TRequest, TResponse>? handler
        )
        {
            var found = FindMethod(method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
            context.AddClientStreamingMethod(
                DecodedMessages.Wrap(method),
                CreateMetadata(found),
                found.CreateDelegate<ClientStreamingServerMethod<TService, TRequest, TResponse>>()
            );
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            DuplexStreamingServerMethod<TRequest, TResponse>? handler
        )
        {
            var found = FindMethod(
                method.Name,
                typeof(IAsyncStreamReader<TRequest>),
                typeof(IServerStreamWriter<TResponse>),
                typeof(ServerCallContext)
            );
            context.AddDuplexStreamingMethod(
                DecodedMessages.Wrap(method),
                CreateMetadata(found),
                found.CreateDelegate<DuplexStreamingServerMethod<TService, TRequest, TResponse>>()
            );
        }

        private static MethodInfo FindMethod(string name, params Type[] parameters) =>
            typeof(TService).GetMethod(name, parameters)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no method {name} of the contract.");

        private static List<object> CreateMetadata(MethodInfo method) =>
            [
                .. typeof(TService).GetCustomAttributes(inherit: true),
                .. method.GetCustomAttributes(inherit: true),
                new HttpMethodMetadata(["POST"], acceptCorsPreflight: true),
            ];
    }
}
