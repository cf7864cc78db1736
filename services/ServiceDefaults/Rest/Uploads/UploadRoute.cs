using CareerRecs.ServiceDefaults.Rest.Routes;
using CareerRecs.Types.V1;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>
/// A REST route of a method whose requests are streamed in: messages, or a header and the chunks of a file behind it.
/// </summary>
internal sealed class UploadRoute
{
    /// <summary>Most bytes of a body without a file.</summary>
    private const int MostBytesOfMessages = 1 << 30;

    /// <summary>Bytes that a body may have beside its file: a header, the delimiters of a form.</summary>
    private const int Slack = 1 << 20;

    private readonly string _before;
    private readonly string _behind;

    private UploadRoute(MethodDescriptor method, HttpRule rule)
    {
        Method = method;
        Fields = RestRoute.For(method, rule);
        Header = method.InputType.FindFieldByName("header");
        Chunk = method.InputType.FindFieldByName("chunk");
        var path = rule.Post;
        var (open, close) = (path.IndexOf('{', StringComparison.Ordinal), path.IndexOf('}', StringComparison.Ordinal));
        (_before, _behind) = open < 0 ? (path, "") : (path[..open], path[(close + 1)..]);
        if (open >= 0)
        {
            var (field, pattern) = path[(open + 1)..close].Split('=') is [var name, var template] ? (name, template) : ("", "");
            PathField = Header!.MessageType.FindFieldByName(field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            path = _before + pattern.Replace("*", "{name}", StringComparison.Ordinal) + _behind;
        }
        Pattern = path;
    }

    /// <summary>The method.</summary>
    public MethodDescriptor Method { get; }

    /// <summary>The method as gRPC addresses it: <c>/careerrecs.catalog.v1.VersionService/ImportVersion</c>.</summary>
    public string GrpcPath => $"/{Method.Service.FullName}/{Method.Name}";

    /// <summary>The path as routing takes it: <c>/v1/catalogs/{name}/versions:import</c>.</summary>
    public string Pattern { get; }

    /// <summary>The request message, and which of its fields path and headers fill.</summary>
    public RestRoute Fields { get; }

    /// <summary>The header that comes before a file. Null: the messages carry no file.</summary>
    public FieldDescriptor? Header { get; }

    /// <summary>The field that carries bytes of the file.</summary>
    public FieldDescriptor? Chunk { get; }

    /// <summary>The field of the header that the path states; null if the path states none.</summary>
    public FieldDescriptor? PathField { get; }

    /// <summary>Most bytes of a file, as its header's <c>size_bytes</c> is limited.</summary>
    public int MostFileBytes =>
        (int)(Header?.MessageType.FindFieldByName("size_bytes").GetOptions().GetExtension(LimitsExtensions.Limits).Max ?? 0);

    /// <summary>Most bytes of a body that is the file, or a form with it.</summary>
    public int MostBytes => MostFileBytes + Slack;

    /// <summary>Most bytes of a body that has a message a line; a file is in base64 there.</summary>
    public int MostBytesOfLines => Header is null ? MostBytesOfMessages : (int)(MostFileBytes * 1.4) + Slack;

    /// <summary>Most bytes of a line.</summary>
    public int MostBytesOfLine => Fields.MostBytes;

    /// <summary>The routes of a service.</summary>
    public static IEnumerable<UploadRoute> FindAll(ServiceDescriptor service) =>
        from method in service.Methods
        where method.IsClientStreaming && !method.IsServerStreaming
        let rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http)
        where rule is not null
        select new UploadRoute(method, rule);

    /// <summary>A new request message.</summary>
    public IMessage CreateMessage() => Method.InputType.Parser.ParseFrom(ReadOnlySpan<byte>.Empty);

    /// <summary>The value that a path states for <see cref="PathField"/>; it must match <see cref="Pattern"/>.</summary>
    public string ReadPathValue(string path) => path.TrimEnd('/')[_before.Length..^_behind.Length];
}
