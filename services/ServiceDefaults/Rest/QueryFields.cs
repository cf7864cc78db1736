using System.Text.Json;
using CareerRecs.ServiceDefaults.Rest.Routes;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Checks query parameters against the request message and writes them as transcoding reads them.</summary>
/// <param name="route">The route of the request.</param>
/// <param name="violations">Gets what cannot be used.</param>
/// <param name="isInRawBody">Whether a raw body states the field at a path. Null: the body is JSON, or there is none.</param>
/// <param name="parent">The field whose fields the parameters name. Empty: they name those of the request.</param>
internal sealed class QueryFields(
    RestRoute route,
    Violations violations,
    Func<string, bool>? isInRawBody = null,
    string parent = ""
)
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, OneofDescriptor Oneof), string> _chosen = [];

    /// <summary>The parameters, under paths in proto names.</summary>
    public IReadOnlyDictionary<string, StringValues> Values => _values;

    /// <summary>Reads a whole query string.</summary>
    public void Read(QueryString query)
    {
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            Read(Violations.Join(parent, pair.DecodeName().ToString()), pair.DecodeValue().ToString());
        }
    }

    /// <summary>Adds a field that a header states, unless it is in the body.</summary>
    public void Add(HeaderField header)
    {
        if (isInRawBody is not null || !route.IsInBody(header.Field))
        {
            header.Compare(_values.GetValueOrDefault(header.Path).ToString(), violations);
            _values[header.Path] = header.Value;
        }
    }

    /// <summary>Sets the mask of a PATCH to the fields that its body states, if the query has none.</summary>
    public void AddMask(IEnumerable<string> statedFields)
    {
        if (route.Mask is { } mask && !_values.ContainsKey(mask.Name))
        {
            var fields = statedFields.Where(IsChangeable).Order(StringComparer.Ordinal);
            _values[mask.Name] = string.Join(',', fields);
        }
    }

    /// <summary>Writes parameters as the fields of a message in JSON; their paths are taken from a depth on.</summary>
    public static void WriteFields(
        Utf8JsonWriter writer,
        MessageDescriptor type,
        List<(string[] Path, StringValues Value)> fields,
        int depth
    )
    {
        foreach (var group in fields.GroupBy(field => field.Path[depth]))
        {
            var field = type.FindFieldByName(group.Key);
            writer.WritePropertyName(field.JsonName);
            if (group.First() is { } only && only.Path.Length == depth + 1)
            {
                WriteValue(writer, field, only.Value);
            }
            else
            {
                writer.WriteStartObject();
                WriteFields(writer, field.MessageType, [.. group], depth + 1);
                writer.WriteEndObject();
            }
        }
    }

    private void Read(string name, string text)
    {
        if (Resolve(name, out var path, out var message) is not { } field)
        {
            return;
        }

        var problem = Misplaced(path) ?? (field.IsMap ? "is a map, which a query parameter cannot state" : null);
        var read = problem is null ? FieldText.Read(field, text) : ReadText.Refuse(problem);
        if (read.Value is not { } value)
        {
            violations.Add(path, read.Problem!);
        }
        else if (!field.IsRepeated && _values.ContainsKey(path))
        {
            violations.Add(path, "is stated twice");
        }
        else if (IsSecondOfOneof(field, path, message))
        {
            violations.Add(
                path,
                $"only one of {string.Join(", ", field.RealContainingOneof!.Fields.Select(f => f.JsonName))} is allowed"
            );
        }
        else
        {
            _values[path] = StringValues.Concat(_values.GetValueOrDefault(path), value);
        }
    }

    /// <summary>The field that a dotted name means; null, with a violation, if there is none.</summary>
    private FieldDescriptor? Resolve(string name, out string path, out string message)
    {
        (path, message) = ("", "");
        var type = route.Request;
        FieldDescriptor? field = null;
        foreach (var part in name.Split('.'))
        {
            if (field is not null && (field.IsRepeated || field.FieldType != FieldType.Message || JsonValues.HasOwnForm(type)))
            {
                violations.Add(Violations.Join(path, part), $"{field.JsonName} has no fields that a query parameter can state");
                return null;
            }

            var fields = MessageFields.For(type);
            field = fields.Find(part);
            (message, path) = (path, Violations.Join(path, field?.Name ?? part));
            if (field is null)
            {
                violations.Add(path, fields.Unknown(part));
                return null;
            }
            if (field.FieldType == FieldType.Message)
            {
                type = field.MessageType;
            }
        }
        return field;
    }

    /// <summary>Why a field cannot be a query parameter of this route.</summary>
    private string? Misplaced(string path)
    {
        if (route.PathFields.Contains(path))
        {
            return "is stated by the path; leave the query parameter out";
        }
        if (isInRawBody is not null)
        {
            return isInRawBody(path) ? "is stated by the body and its Content-Type; leave the query parameter out" : null;
        }
        var isInBody = route.BodyType is not null && (route.BodyField is null || path.Split('.')[0] == route.BodyField.Name);
        return isInBody ? "belongs into the JSON body; this is no query parameter here" : null;
    }

    private bool IsSecondOfOneof(FieldDescriptor field, string path, string message) =>
        field.RealContainingOneof is { } oneof && !_chosen.TryAdd((message, oneof), path) && _chosen[(message, oneof)] != path;

    /// <summary>Whether a body states the field to change it, rather than because it was read with the rest.</summary>
    private bool IsChangeable(string name) =>
        name != "etag"
        && !route.PathFields.Contains(Violations.Join(route.BodyPath, name))
        && !FieldBehaviors.IsOutputOnly(route.BodyType!.FindFieldByName(name));

    private static void WriteValue(Utf8JsonWriter writer, FieldDescriptor field, StringValues values)
    {
        if (field.IsRepeated)
        {
            writer.WriteStartArray();
        }
        foreach (var value in values)
        {
            var isRaw = field.FieldType is not (FieldType.String or FieldType.Bytes or FieldType.Enum or FieldType.Message);
            if (isRaw && value is not ("NaN" or "Infinity" or "-Infinity"))
            {
                writer.WriteRawValue(value!);
            }
            else
            {
                writer.WriteStringValue(value);
            }
        }
        if (field.IsRepeated)
        {
            writer.WriteEndArray();
        }
    }
}
