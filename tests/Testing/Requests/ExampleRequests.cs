using System.Text.Json;
using CareerRecs.ServiceDefaults.Auth;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.Testing.Requests;

/// <summary>Example requests of the contract: <c>protos/examples.json</c>.</summary>
public static class ExampleRequests
{
    /// <summary>Reads the example of every method, deletions last.</summary>
    public static IReadOnlyList<(MethodDescriptor Method, IMessage Request)> Load()
    {
        using var stream = typeof(ExampleRequests).Assembly.GetManifestResourceStream("examples.json")!;
        var byMethod = JsonDocument.Parse(stream).RootElement;
        return
        [
            .. MethodRights
                .Services.SelectMany(service => service.Methods)
                .Where(method => byMethod.TryGetProperty(KeyFor(method), out _))
                .Select(method => (method, Parse(method, byMethod.GetProperty(KeyFor(method)).GetRawText())))
                .OrderBy(example => example.method.Name.Contains("Delete", StringComparison.Ordinal)),
        ];
    }

    private static string KeyFor(MethodDescriptor method) => $"{method.Service.Name}.{method.Name}";

    private static IMessage Parse(MethodDescriptor method, string json) => JsonParser.Default.Parse(json, method.InputType);
}
