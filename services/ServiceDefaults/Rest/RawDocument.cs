using System.Buffers;
using System.Text.Json;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Rest.Routes;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>
/// A document sent as the body itself, under its own content type; the other fields of the request are query parameters.
/// </summary>
internal sealed class RawDocument
{
    private static readonly Dictionary<string, DocumentFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = DocumentFormat.Pdf,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = DocumentFormat.Docx,
        ["text/plain"] = DocumentFormat.Text,
        ["text/html"] = DocumentFormat.Html,
        ["text/markdown"] = DocumentFormat.Markdown,
    };

    private readonly MessageDescriptor _request;
    private readonly string _field;
    private readonly DocumentFormat _format;

    private RawDocument(MessageDescriptor request, string field, DocumentFormat format) =>
        (_request, _field, _format) = (request, field, format);

    /// <summary>Content types of documents.</summary>
    public static IReadOnlyCollection<string> MediaTypes => Formats.Keys;

    /// <summary>The document in a request; null if the route takes none as its body, or got something else.</summary>
    public static RawDocument? Find(HttpRequest request, RestRoute route) =>
        route.DocumentField is { } field
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && Formats.TryGetValue(type.MediaType.ToString(), out var format)
            ? new RawDocument(route.Request, field.Name, format)
            : null;

    /// <summary>Whether the body or its content type states the field at this path.</summary>
    public bool States(string path) => path == $"{_field}.content" || path == $"{_field}.format";

    /// <summary>The request as JSON: the fields of the query, and the document in base64.</summary>
    public ArraySegment<byte> Write(ReadOnlySpan<byte> content, IReadOnlyDictionary<string, StringValues> fields)
    {
        var output = new ArrayBufferWriter<byte>((content.Length / 3 * 4) + 1024);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        var paths = fields.Select(pair => (Path: pair.Key.Split('.'), pair.Value)).ToList();
        writer.WriteStartObject();
        QueryFields.WriteFields(writer, _request, [.. paths.Where(pair => pair.Path[0] != _field)], 0);
        writer.WriteStartObject(_field);
        QueryFields.WriteFields(writer, Document.Descriptor, [.. paths.Where(pair => pair.Path[0] == _field)], 1);
        writer.WriteNumber("format", (int)_format);
        writer.WriteBase64String("content", content);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(output.WrittenMemory, out var body) ? body : default;
    }
}
