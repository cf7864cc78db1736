using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Decoding;

/// <summary>Has the marshaller of requests refuse bytes that it cannot decode.</summary>
public static class DecodedMessages
{
    /// <summary>The same method, which refuses such bytes with INVALID_ARGUMENT.</summary>
    public static Method<TRequest, TResponse> Wrap<TRequest, TResponse>(Method<TRequest, TResponse> method) =>
        new(method.Type, method.ServiceName, method.Name, Wrap(method.RequestMarshaller), method.ResponseMarshaller);

    private static Marshaller<T> Wrap<T>(Marshaller<T> messages) =>
        Marshallers.Create(messages.ContextualSerializer, context => Decode(messages, context));

    private static T Decode<T>(Marshaller<T> messages, DeserializationContext context)
    {
        try
        {
            return messages.ContextualDeserializer(context);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Errors.Errors.MalformedMessage(e.Message.TrimEnd('.'));
        }
    }
}
