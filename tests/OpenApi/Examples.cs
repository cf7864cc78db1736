using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace CareerRecs.OpenApi;

/// <summary>Example requests, one a method, in protobuf JSON: <c>protos/examples.json</c>.</summary>
internal sealed class Examples
{
    private readonly JsonObject _byMethod;

    private Examples(JsonObject byMethod) => _byMethod = byMethod;

    /// <summary>Loads the examples that were compiled into this program.</summary>
    public static Examples Load()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples.json")!;
        return new Examples(JsonNode.Parse(stream)!.AsObject());
    }

    /// <summary>Names of the methods that have an example: <c>CatalogService.GetRole</c>.</summary>
    public IReadOnlyCollection<string> Methods => [.. _byMethod.Select(e => e.Key)];

    /// <summary>The name under which the example of a method is kept.</summary>
    public static string NameOf(MethodDescriptor method) => $"{method.Service.Name}.{method.Name}";

    /// <summary>The example request of a method; null if it has none.</summary>
    public JsonObject? FindRequest(MethodDescriptor method) => _byMethod[NameOf(method)]?.AsObject();

    /// <summary>The segment of a resource name that fills a place of the path; null if the example has another form.</summary>
    public string? FindSegment(DocumentedRoute route, PathPlace place) =>
        FindValue(route.Method, place.Field)?.GetValue<string>().Split('/') is { } segments && segments.Length == place.Segments
            ? segments[place.Segment]
            : null;

    /// <summary>The value of a query parameter by its dotted name; null if the example does not set it.</summary>
    public JsonNode? FindParameter(MethodDescriptor method, string name) =>
        FindValue(method, name) is { } value and not JsonObject ? value.DeepClone() : null;

    /// <summary>The body of a route: what the path does not state.</summary>
    public JsonNode? FindBody(DocumentedRoute route)
    {
        if (FindRequest(route.Method)?.DeepClone() is not JsonObject request)
        {
            return null;
        }

        foreach (var field in route.Places.Select(p => p.Field.Split('.')))
        {
            var holder = field.SkipLast(1).Aggregate((JsonNode)request, (node, name) => node[JsonName(name)]!);
            holder.AsObject().Remove(JsonName(field[^1]));
        }

        return route.Body == "*" ? request : request[JsonName(route.Body)]?.DeepClone();
    }

    private JsonNode? FindValue(MethodDescriptor method, string path) =>
        path.Split('.').Aggregate((JsonNode?)FindRequest(method), (node, name) => (node as JsonObject)?[JsonName(name)]);

    /// <summary>"tenant_settings" is "tenantSettings" in JSON.</summary>
    private static string JsonName(string field) =>
        string.Concat(field.Split('_').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
