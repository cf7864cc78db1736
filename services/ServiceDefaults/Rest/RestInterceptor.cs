using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Sees answers as messages, before transcoding writes them: takes their etag and notes a stream that failed.</summary>
public sealed class RestInterceptor : Interceptor
{
    private static readonly ConcurrentDictionary<MessageDescriptor, Func<IMessage, string?>> Etags = new();

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        var response = await continuation(request, context);
        NoteEtag(response, context);
        return response;
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        var response = await continuation(requestStream, context);
        NoteEtag(response, context);
        return response;
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception) when (FindAnswer(context) is { } answer)
        {
            answer.HasFailed = true;
            throw;
        }
    }

    private static void NoteEtag<TResponse>(TResponse response, ServerCallContext context)
    {
        if (
            response is IMessage message
            && FindAnswer(context) is { } answer
            && Etags.GetOrAdd(message.Descriptor, FindEtag)(message) is { Length: > 0 } etag
        )
        {
            answer.SetEtag(etag);
        }
    }

    private static RestAnswer? FindAnswer(ServerCallContext context) => context.GetHttpContext().Features.Get<RestAnswer>();

    /// <summary>The etag of an answer: its own, or that of the only resource in it.</summary>
    private static Func<IMessage, string?> FindEtag(MessageDescriptor type)
    {
        if (type.FindFieldByName("etag") is { FieldType: FieldType.String } own)
        {
            return message => (string)own.Accessor.GetValue(message);
        }

        var resources = type.Fields.InDeclarationOrder().Where(Validation.RequestRules.IsOurs).ToArray();
        return
            resources is [{ IsRepeated: false } resource]
            && resource.MessageType.FindFieldByName("etag") is { FieldType: FieldType.String } etag
            ? message => resource.Accessor.GetValue(message) is IMessage inner ? (string)etag.Accessor.GetValue(inner) : null
            : _ => null;
    }
}
