using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;

namespace CareerRecs.Testing.Rest;

/// <summary>One REST route of the contract: its method, its HTTP verb and its pattern.</summary>
public sealed record RestBinding(MethodDescriptor Method, HttpRule Rule, string Verb, string Pattern)
{
    /// <summary>Every REST route of a service.</summary>
    public static IEnumerable<RestBinding> Of(ServiceDescriptor service) =>
        service.Methods.SelectMany(m =>
            Rules(m.GetOptions()?.GetExtension(AnnotationsExtensions.Http)).Select(rule => Create(m, rule))
        );

    private static IEnumerable<HttpRule> Rules(HttpRule? rule) => rule is null ? [] : [rule, .. rule.AdditionalBindings];

    private static RestBinding Create(MethodDescriptor method, HttpRule rule) =>
        rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => new(method, rule, "GET", rule.Get),
            HttpRule.PatternOneofCase.Put => new(method, rule, "PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => new(method, rule, "POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => new(method, rule, "DELETE", rule.Delete),
            _ => new(method, rule, "PATCH", rule.Patch),
        };
}

/// <summary>Requests that fit the contract's types: each field has a value, of a oneof one field.</summary>
public static partial class SampleRequests
{
    private const int Depth = 5;

    /// <summary>Resources that a host with the built-in catalog and the shipped salary model has, by collection.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["catalogs"] = "builtin",
        ["fields"] = "machine-learning",
        ["roles"] = "data-scientist",
        ["skills"] = "python",
        ["versions"] = "2026.11",
    };

    /// <summary>The JSON of a message, below which messages of the same type end.</summary>
    public static JsonObject Create(MessageDescriptor type, Random random, int depth = Depth)
    {
        var sample = new JsonObject();
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            var oneof = field.RealContainingOneof;
            var isChosen = oneof is null || oneof.Fields.All(f => !sample.ContainsKey(f.JsonName)) && random.Next(2) == 0;
            if (!isChosen || field.IsMap || (depth == 0 && field.FieldType == FieldType.Message))
            {
                continue;
            }
            sample[field.JsonName] = field.IsRepeated
                ? new JsonArray(Value(field, random, depth), Value(field, random, depth))
                : Value(field, random, depth);
        }
        return sample;
    }

    /// <summary>A path that a pattern matches, of resources that are there where they are known.</summary>
    public static string Path(string pattern) =>
        AnyOf()
            .Replace(
                Variable().Replace(pattern, m => m.Groups[1].Value),
                m => $"{m.Groups[1].Value}/{Known.GetValueOrDefault(m.Groups[1].Value, "ann")}"
            );

    private static JsonNode Value(FieldDescriptor field, Random random, int depth) =>
        field.FieldType switch
        {
            FieldType.String => $"{field.Name} {random.Next(5)}",
            FieldType.Bool => random.Next(2) == 0,
            FieldType.Bytes => "aGVsbG8=",
            FieldType.Enum => field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Name,
            FieldType.Double or FieldType.Float => random.Next(5) + 0.5,
            FieldType.Int64 or FieldType.UInt64 => $"{random.Next(5)}",
            FieldType.Message => field.MessageType.FullName switch
            {
                "google.protobuf.Timestamp" => "2026-11-30T12:00:00Z",
                "google.protobuf.Duration" => "864000s",
                "google.protobuf.FieldMask" => "name",
                _ => Create(field.MessageType, random, depth - 1),
            },
            _ => random.Next(5),
        };

    [GeneratedRegex(@"\{[^=}]+=([^}]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(\w+)/\*")]
    private static partial Regex AnyOf();
}
