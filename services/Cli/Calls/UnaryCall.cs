using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CareerRecs.Cli.Calls;

/// <summary>What became of one call: the response, or the error as a JSON object.</summary>
public sealed record CallOutcome(IMessage? Response, string? ErrorJson, StatusCode Code);

/// <summary>Any unary RPC, request and response as protobuf JSON.</summary>
public sealed class UnaryCall(MethodDescriptor descriptor, CallInvoker invoker)
{
    private readonly Method<IMessage, IMessage> _method = new(
        MethodType.Unary,
        descriptor.Service.FullName,
        descriptor.Name,
        MarshallerOf(descriptor.InputType),
        MarshallerOf(descriptor.OutputType)
    );

    /// <summary>Makes the call. Whatever goes wrong is an outcome; only cancellation is thrown.</summary>
    public async Task<CallOutcome> InvokeAsync(string json, CancellationToken cancellationToken)
    {
        IMessage request;
        try
        {
            request = JsonParser.Default.Parse(json, descriptor.InputType);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or OverflowException)
        {
            return Refused($"The request is no {descriptor.InputType.Name} in JSON: {e.Message}");
        }
        try
        {
            using var call = invoker.AsyncUnaryCall(
                _method,
                null,
                new CallOptions(cancellationToken: cancellationToken),
                request
            );
            return new(await call.ResponseAsync, null, StatusCode.OK);
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (RpcException e)
        {
            return new(null, ErrorJson.Of(e), e.StatusCode);
        }
    }

    /// <summary>A request that was not sent.</summary>
    public static CallOutcome Refused(string message) =>
        new(null, ErrorJson.Of(StatusCode.InvalidArgument, message), StatusCode.InvalidArgument);

    private static Marshaller<IMessage> MarshallerOf(MessageDescriptor type) =>
        Marshallers.Create(message => message.ToByteArray(), bytes => type.Parser.ParseFrom(bytes));
}
