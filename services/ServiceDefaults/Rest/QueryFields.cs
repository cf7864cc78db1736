using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Checks query parameters against the request message and writes them as transcoding reads them.</summary>
internal sealed class QueryFields(RestRoute route, Violations violations, RawDocument? raw = null)
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
            Read(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
        }
    }

    /// <summary>Adds a field that a header states, unless it is in the body.</summary>
    public void Add(HeaderField header)
    {
        if (raw is not null || !route.IsInBody(header.Field))
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

    private void Read(string name, string text)
    {
        if (Resolve(name, out var path, out var parent) is not { } field)
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
        else if (IsSecondOfOneof(field, path, parent))
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
    private FieldDescriptor? Resolve(string name, out string path, out string parent)
    {
        (path, parent) = ("", "");
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
            (parent, path) = (path, Violations.Join(path, field?.Name ?? part));
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
        if (raw is not null)
        {
            return raw.States(path) ? "is stated by the body and its Content-Type; leave the query parameter out" : null;
        }
        var isInBody = route.BodyType is not null && (route.BodyField is null || path.Split('.')[0] == route.BodyField.Name);
        return isInBody ? "belongs into the JSON body; this is no query parameter here" : null;
    }

    private bool IsSecondOfOneof(FieldDescriptor field, string path, string parent) =>
        field.RealContainingOneof is { } oneof && !_chosen.TryAdd((parent, oneof), path) && _chosen[(parent, oneof)] != path;

    /// <summary>Whether a body states the field to change it, rather than because it was read with the rest.</summary>
    private bool IsChangeable(string name) =>
        name != "etag"
        && !route.PathFields.Contains(Violations.Join(route.BodyPath, name))
        && !FieldBehaviors.IsOutputOnly(route.BodyType!.FindFieldByName(name));
}
