using System.Runtime.CompilerServices;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Hosting;
using Google.Api;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Rest.Routes;

/// <summary>
/// A REST route of the contract: its request message, which part of it is the body, and which fields path and headers fill.
/// </summary>
internal sealed class RestRoute
{
    private static readonly ConditionalWeakTable<HttpRule, RestRoute> Known = [];

    private RestRoute(MethodDescriptor method, HttpRule rule)
    {
        Request = method.InputType;
        IsStream = method.IsServerStreaming;
        IsRead = rule.PatternCase == HttpRule.PatternOneofCase.Get;
        BodyField = rule.Body is "" or "*" ? null : Request.FindFieldByName(rule.Body);
        BodyType = rule.Body == "*" ? Request : BodyField?.MessageType;
        PathFields = HttpBinding.FromRule(rule).PathFields.ToHashSet(StringComparer.Ordinal);
        MostBytes = RequestSize.ForMessage(Request);
        DocumentField = rule.Body == "*" ? Request.Fields.InDeclarationOrder().SingleOrDefault(IsDocument) : null;
        Etag = Request.FindFieldByName("etag") ?? BodyField?.MessageType.FindFieldByName("etag");
        RequestId = Request.FindFieldByName("request_id");
        var mask = Request.FindFieldByName("update_mask");
        var hasMask = rule.PatternCase == HttpRule.PatternOneofCase.Patch && BodyField is not null;
        Mask = hasMask && mask?.MessageType?.FullName == FieldMask.Descriptor.FullName ? mask : null;
    }

    /// <summary>The request message of the method.</summary>
    public MessageDescriptor Request { get; }

    /// <summary>Whether this is a GET.</summary>
    public bool IsRead { get; }

    /// <summary>Whether the answer is a stream: a line of JSON a message.</summary>
    public bool IsStream { get; }

    /// <summary>The field that the body fills. Null: the body is the whole request, or there is none.</summary>
    public FieldDescriptor? BodyField { get; }

    /// <summary>The message that the body states. Null: the route takes no body.</summary>
    public MessageDescriptor? BodyType { get; }

    /// <summary>Most bytes of the body.</summary>
    public int MostBytes { get; }

    /// <summary>The document of the request, which may be the body itself. Null: the request has none of its own.</summary>
    public FieldDescriptor? DocumentField { get; }

    /// <summary>Path of the body's message in the request; empty for the whole.</summary>
    public string BodyPath => BodyField?.Name ?? "";

    /// <summary>Paths of the fields that the URL's path fills.</summary>
    public IReadOnlySet<string> PathFields { get; }

    /// <summary>The field that <c>If-Match</c> fills: the request's, or that of the resource in the body.</summary>
    public FieldDescriptor? Etag { get; }

    /// <summary>The field that <c>Idempotency-Key</c> fills.</summary>
    public FieldDescriptor? RequestId { get; }

    /// <summary>The mask of a PATCH whose body is the resource.</summary>
    public FieldDescriptor? Mask { get; }

    /// <summary>The REST route that was matched; null for gRPC and everything else.</summary>
    public static RestRoute? Find(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } transcoding
            ? Known.GetValue(transcoding.HttpRule, rule => new RestRoute(transcoding.MethodDescriptor, rule))
            : null;

    /// <summary>The route of a method and one of its rules.</summary>
    public static RestRoute For(MethodDescriptor method, HttpRule rule) => new(method, rule);

    /// <summary>Whether the body states this field.</summary>
    public bool IsInBody(FieldDescriptor field) => BodyType is not null && field.ContainingType == BodyType;

    private static bool IsDocument(FieldDescriptor field) =>
        field.FieldType == FieldType.Message && field.MessageType == Document.Descriptor;
}
