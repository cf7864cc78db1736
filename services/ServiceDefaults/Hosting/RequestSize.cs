using System.Collections.Concurrent;
using System.Collections.Frozen;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Most bytes of a request, which the contract states on the messages in it (<c>max_request_bytes</c>).</summary>
internal static class RequestSize
{
    /// <summary>Bytes of a request without such a message.</summary>
    public const int Default = 4 << 20;

    private static readonly ConcurrentDictionary<MessageDescriptor, int> ByMessage = new();

    private static readonly Lazy<FrozenDictionary<string, int>> ByMethod = new(() =>
        MethodRights
            .Services.SelectMany(service => service.Methods)
            .ToFrozenDictionary(method => $"/{method.Service.FullName}/{method.Name}", method => ForMessage(method.InputType))
    );

    /// <summary>Bytes of the longest request of any method.</summary>
    public static int Largest => ByMethod.Value.Values.Max();

    /// <summary>Most bytes of the request of a method, which routing has found.</summary>
    public static int For(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<GrpcJsonTranscodingMetadata>() is { } rest)
        {
            return ForMessage(rest.MethodDescriptor.InputType);
        }
        var method = metadata?.GetMetadata<GrpcMethodMetadata>()?.Method.FullName;
        return method is null ? Default : ByMethod.Value.GetValueOrDefault(method, Default);
    }

    /// <summary>Most bytes of a request of this message.</summary>
    public static int ForMessage(MessageDescriptor request) =>
        ByMessage.GetOrAdd(request, static message => Math.Max(Default, FindStated(message, [])));

    /// <summary>The largest that a message or one in it states; 0 if none does.</summary>
    private static int FindStated(MessageDescriptor message, HashSet<MessageDescriptor> seen)
    {
        if (!seen.Add(message))
        {
            return 0;
        }

        var most = message.GetOptions()?.GetExtension(LimitsExtensions.MaxRequestBytes) ?? 0;
        foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message))
        {
            most = Math.Max(most, FindStated(field.MessageType, seen));
        }
        return most;
    }
}
