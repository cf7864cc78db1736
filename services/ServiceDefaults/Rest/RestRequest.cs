using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using CareerRecs.ServiceDefaults.Rest.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>
/// Checks a REST request against the contract before transcoding reads it, and puts what transcoding accepts in its place.
/// </summary>
internal static class RestRequest
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Throws the refusal of a request that has an unknown field or a value of the wrong type anywhere.</summary>
    public static async Task PrepareAsync(HttpContext context, RestRoute route)
    {
        var request = context.Request;
        var violations = new Violations();
        var raw = RawDocument.Find(request, route);
        var headers = HeaderField.FromHeaders(request.Headers, route, violations);
        var query = new QueryFields(route, violations, raw is null ? null : raw.States);
        query.Read(request.QueryString);
        foreach (var header in headers)
        {
            query.Add(header);
        }

        if (route.BodyType is null)
        {
            await RequireNoBodyAsync(request, violations, context.RequestAborted);
            request.ContentType = null;
        }
        else if (raw is not null)
        {
            RequireIdentity(request);
            var content = await ReadBodyAsync(request, route.MostBytes, context.RequestAborted);
            violations.Throw();
            Replace(request, raw.Write(content.Span, query.Values));
        }
        else
        {
            var sent = await ReadBodyAsync(request, route.MostBytes, context.RequestAborted);
            if (sent.Length > 0)
            {
                RequireJson(request, route);
            }
            var (body, stated) = Rewrite(sent, route, headers, violations);
            query.AddMask(stated);
            Replace(request, body);
        }

        violations.Throw();
        request.Query = new QueryCollection(query.Values.ToDictionary());
    }

    /// <summary>A body as transcoding reads it, and the proto names of the top-level fields that it states.</summary>
    public static (ArraySegment<byte> Body, IReadOnlyCollection<string> Stated) Rewrite(
        ReadOnlyMemory<byte> sent,
        RestRoute route,
        IReadOnlyList<HeaderField> headers,
        Violations violations
    )
    {
        var output = new ArrayBufferWriter<byte>(sent.Length + 256);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        var json = sent.Span.StartsWith(ByteOrderMark) ? sent[ByteOrderMark.Length..] : sent;
        IReadOnlyCollection<string> stated = [];
        if (!Utf8.IsValid(json.Span))
        {
            violations.Add(route.BodyField?.Name ?? "body", "is not valid UTF-8");
        }
        else
        {
            var inBody = headers.Where(header => route.IsInBody(header.Field)).ToArray();
            // An action without parameters may come without a body.
            var whole = json.IsEmpty ? "{}"u8.ToArray() : json;
            stated = new JsonRequest(whole, writer, violations).Write(route.BodyType!, route.BodyPath, inBody);
        }

        writer.Flush();
        return (
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(output.WrittenMemory, out var body) ? body : default,
            stated
        );
    }

    private static void Replace(HttpRequest request, ArraySegment<byte> body)
    {
        request.Body = new MemoryStream(body.Array!, body.Offset, body.Count, writable: false);
        request.ContentLength = body.Count;
        request.ContentType = "application/json";
    }

    private static async Task RequireNoBodyAsync(HttpRequest request, Violations violations, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        if (await request.Body.ReadAsync(first, cancellationToken) > 0)
        {
            violations.Add("body", $"{request.Method} takes no body here; state fields as query parameters");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(
        HttpRequest request,
        int mostBytes,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > mostBytes)
        {
            throw RestRefusal.TooLarge(mostBytes);
        }

        var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var chunk = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
            {
                if (body.Length + read > mostBytes)
                {
                    throw RestRefusal.TooLarge(mostBytes);
                }
                body.Write(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static void RequireJson(HttpRequest request, RestRoute route)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw RestRefusal.UnsupportedMedia("The body has no Content-Type.");
        }
        var isJson = type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            var others = route.DocumentField is null
                ? ""
                : $" A document may be sent as {string.Join(", ", RawDocument.MediaTypes)}.";
            throw RestRefusal.UnsupportedMedia(
                $"The body's Content-Type is {Violations.Quote(type.MediaType.ToString())}.{others}"
            );
        }
        var charset = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
        if (charset.Length > 0 && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw RestRefusal.UnsupportedMedia($"The body's charset is {Violations.Quote(charset)}.");
        }
        RequireIdentity(request);
    }

    private static void RequireIdentity(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw RestRefusal.UnsupportedMedia($"The body's Content-Encoding is {Violations.Quote(encoding)}.");
        }
    }
}
