using System.Globalization;
using System.Text.Json.Nodes;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CareerRecs.OpenApi;

/// <summary>The messages and enums of the contract as JSON schemas, in the forms of proto JSON.</summary>
internal sealed class Schemas(OpenApiDocument document, ContractComments comments)
{
    private const string DateTime = "date-time";

    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of a message, which is added where it is new.</summary>
    public IOpenApiSchema Refer(MessageDescriptor message)
    {
        if (WellKnown(message) is { } schema)
        {
            return schema;
        }

        var name = NameOf(message.FullName);
        if (_made.Add(name))
        {
            document.AddComponent(name, ForMessage(message));
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>The schema of a field, with its limits and, unless it stands elsewhere, its description.</summary>
    public IOpenApiSchema For(FieldDescriptor field, bool describe = true)
    {
        var description = describe && comments.Find(field.FullName) is { Length: > 0 } text ? text : null;
        var limits = field.GetOptions()?.GetExtension(LimitsExtensions.Limits) ?? new FieldLimits();
        if (field.IsMap)
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = ForValue(field.MessageType.Fields[2], new FieldLimits()),
                Description = description,
            };
        }

        if (field.IsRepeated)
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = ForValue(field, limits),
                MaxItems = limits.MaxItems > 0 ? limits.MaxItems : null,
                Description = description,
            };
        }

        return ForValue(field, limits) switch
        {
            // OpenAPI 3.1 keeps a description beside a reference.
            OpenApiSchemaReference reference => new OpenApiSchemaReference(reference.Reference.Id!, document)
            {
                Description = description,
            },
            OpenApiSchema schema => Described(schema, description),
            var other => other,
        };
    }

    private static string NameOf(string fullName) => fullName.Split('.') is [.., var last] ? Qualify(fullName, last) : fullName;

    /// <summary>Short name of a type of the contract; types of Google get a prefix, so that no two share a name.</summary>
    private static string Qualify(string fullName, string last) =>
        fullName.StartsWith("careerrecs.", StringComparison.Ordinal)
            ? string.Join('_', fullName.Split('.').SkipWhile(part => char.IsLower(part[0])))
        : fullName.StartsWith("google.", StringComparison.Ordinal) ? "Google" + last
        : fullName;

    private static OpenApiSchema Described(OpenApiSchema schema, string? description)
    {
        schema.Description = description ?? schema.Description;
        return schema;
    }

    private OpenApiSchema ForMessage(MessageDescriptor message)
    {
        var required = message
            .Fields.InDeclarationOrder()
            .Where(f => f.GetOptions()?.GetExtension(LimitsExtensions.Limits) is { Required: true })
            .Select(f => f.JsonName)
            .ToHashSet(StringComparer.Ordinal);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = comments.Find(message.FullName),
            Required = required.Count > 0 ? required : null,
            Properties = message.Fields.InDeclarationOrder().ToDictionary(f => f.JsonName, f => For(f), StringComparer.Ordinal),
        };
    }

    private IOpenApiSchema ForValue(FieldDescriptor field, FieldLimits limits) =>
        field.FieldType switch
        {
            FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            FieldType.Double or FieldType.Float => Number(JsonSchemaType.Number, "double", limits),
            FieldType.Int32 or FieldType.SInt32 or FieldType.UInt32 => Number(JsonSchemaType.Integer, "int32", limits),
            FieldType.Int64 or FieldType.SInt64 or FieldType.UInt64 => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "int64",
            },
            FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
            FieldType.String => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MaxLength = limits.MaxLength > 0 ? limits.MaxLength : null,
                Pattern = limits.Pattern.Length > 0 ? $"^(?:{limits.Pattern})$" : null,
            },
            FieldType.Enum => Refer(field.EnumType),
            _ => Refer(field.MessageType),
        };

    private static OpenApiSchema Number(JsonSchemaType type, string format, FieldLimits limits) =>
        new()
        {
            Type = type,
            Format = format,
            Minimum = limits.HasMin ? limits.Min.ToString(CultureInfo.InvariantCulture) : null,
            Maximum = limits.HasMax ? limits.Max.ToString(CultureInfo.InvariantCulture) : null,
        };

    private OpenApiSchemaReference Refer(EnumDescriptor values)
    {
        var name = NameOf(values.FullName);
        if (_made.Add(name))
        {
            var lines = values.Values.Select(v => $"- `{v.Name}`: {comments.Find($"{values.FullName}.{v.Name}")}");
            document.AddComponent(
                name,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = $"{comments.Find(values.FullName)}\n\n{string.Join('\n', lines)}",
                    Enum = [.. values.Values.Select(v => (JsonNode)JsonValue.Create(v.Name))],
                }
            );
        }

        return new OpenApiSchemaReference(name, document);
    }

    private static OpenApiSchema? WellKnown(MessageDescriptor message) =>
        message.FullName switch
        {
            "google.protobuf.Timestamp" => Text(DateTime, "RFC 3339: 2026-11-30T12:00:00Z"),
            "google.protobuf.Duration" => Text(null, "Seconds with an s: 86400s"),
            "google.protobuf.FieldMask" => Text(
                null,
                "Paths of fields in camelCase, separated by commas: yearsExperience,skills"
            ),
            "google.protobuf.Struct" or "google.protobuf.Any" => new OpenApiSchema { Type = JsonSchemaType.Object },
            _ => null,
        };

    private static OpenApiSchema Text(string? format, string description) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = format,
            Description = description,
        };
}
