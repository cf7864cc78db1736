using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CareerRecs.Testing.Requests;

/// <summary>Calls any method with any bytes.</summary>
public static class RawCalls
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(static bytes => bytes, static bytes => bytes);

    /// <summary>Sends the bytes as the only message of a request and returns how the call ends, with its trailers.</summary>
    public static async Task<RpcException?> SendAsync(
        CallInvoker calls,
        MethodDescriptor method,
        byte[] request,
        CancellationToken cancellationToken
    )
    {
        var options = new CallOptions(cancellationToken: cancellationToken);
        try
        {
            await SendAsync(calls, Create(method), request, options);
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private static async Task SendAsync(CallInvoker calls, Method<byte[], byte[]> method, byte[] request, CallOptions options)
    {
        switch (method.Type)
        {
            case MethodType.Unary:
            {
                using var call = calls.AsyncUnaryCall(method, null, options, request);
                await call;
                break;
            }
            case MethodType.ServerStreaming:
            {
                using var call = calls.AsyncServerStreamingCall(method, null, options, request);
                while (await call.ResponseStream.MoveNext(options.CancellationToken)) { }
                break;
            }
            default:
            {
                using var call = calls.AsyncClientStreamingCall(method, null, options);
                await call.RequestStream.WriteAsync(request);
                await call.RequestStream.CompleteAsync();
                await call;
                break;
            }
        }
    }

    private static Method<byte[], byte[]> Create(MethodDescriptor method)
    {
        var type = (method.IsClientStreaming, method.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (false, true) => MethodType.ServerStreaming,
            (true, false) => MethodType.ClientStreaming,
            _ => MethodType.DuplexStreaming,
        };
        return new Method<byte[], byte[]>(type, method.Service.FullName, method.Name, Bytes, Bytes);
    }
}
