using CareerRecs.ServiceDefaults.Rest.Routes;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>A request field that a header states: <c>If-Match</c> the etag, <c>Idempotency-Key</c> the request id.</summary>
internal sealed record HeaderField(string Header, FieldDescriptor Field, string Path, string Value)
{
    /// <summary>The fields that the headers of a request state.</summary>
    public static IReadOnlyList<HeaderField> FromHeaders(IHeaderDictionary headers, RestRoute route, Violations violations)
    {
        var fields = new List<HeaderField>();
        if (ReadIfMatch(headers.IfMatch, route, violations) is { } etag)
        {
            fields.Add(Create("If-Match", route.Etag!, etag, route));
        }
        if (route.RequestId is { } requestId && ReadKey(headers["Idempotency-Key"], violations) is { } key)
        {
            fields.Add(Create("Idempotency-Key", requestId, key, route));
        }
        return fields;
    }

    /// <summary>Refuses a value elsewhere in the request that differs from the header; an empty one states nothing.</summary>
    public void Compare(string? other, Violations violations)
    {
        if (!string.IsNullOrEmpty(other) && other != Value)
        {
            violations.Add(Path, $"is {Violations.Quote(other)}, but the header {Header} states {Violations.Quote(Value)}");
        }
    }

    private static HeaderField Create(string header, FieldDescriptor field, string value, RestRoute route)
    {
        var isTopLevel = field.ContainingType == route.Request;
        return new HeaderField(header, field, isTopLevel ? field.Name : Violations.Join(route.BodyPath, field.Name), value);
    }

    /// <summary>The etag of <c>If-Match</c>; null if there is none, or if any will do.</summary>
    private static string? ReadIfMatch(StringValues header, RestRoute route, Violations violations)
    {
        if (StringValues.IsNullOrEmpty(header))
        {
            return null;
        }
        if (route.Etag is null)
        {
            // Ignoring it would change what the caller wanted to protect.
            violations.Add("If-Match", "this method compares no etag; leave the header out");
            return null;
        }
        if (header is ["*"])
        {
            return null;
        }
        if (EntityTagHeaderValue.TryParseStrictList(header.ToArray()!, out var tags) && tags is [{ IsWeak: false } tag])
        {
            return tag.Tag.Value!.Trim('"');
        }

        violations.Add("If-Match", "must be one etag in quotes, as the header ETag has it, or *");
        return null;
    }

    private static string? ReadKey(StringValues header, Violations violations)
    {
        if (header.Count > 1)
        {
            violations.Add("Idempotency-Key", "must be stated once");
            return null;
        }
        var key = header.ToString().Trim();
        var bare = key.Length > 1 && key[0] == '"' && key[^1] == '"' ? key[1..^1] : key;
        return bare.Length > 0 ? bare : null;
    }
}
