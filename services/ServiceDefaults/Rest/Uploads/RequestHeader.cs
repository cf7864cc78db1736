using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>Reads the header of an upload: from query parameters, or from JSON. What cannot be used is refused at once.</summary>
internal static class RequestHeader
{
    /// <summary>The header that query parameters state, each under the name of a field of the header.</summary>
    public static IMessage FromQuery(UploadRequest upload)
    {
        var route = upload.Route;
        var violations = new Violations();
        RequireNoIfMatch(upload, violations);
        var query = new QueryFields(route.Fields, violations, static _ => false, route.Header!.Name);
        query.Read(upload.Http.QueryString);
        violations.Throw();

        var paths = query.Values.Select(pair => (Path: pair.Key.Split('.'), pair.Value)).ToList();
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        QueryFields.WriteFields(writer, route.Header.MessageType, paths, 1);
        writer.WriteEndObject();
        writer.Flush();
        return Complete(Parse(output.WrittenSpan, route), upload);
    }

    /// <summary>The header as a part of a form states it in JSON.</summary>
    public static IMessage FromJson(ReadOnlyMemory<byte> json, UploadRequest upload)
    {
        var route = upload.Route;
        var violations = new Violations();
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        if (Utf8.IsValid(json.Span))
        {
            new JsonRequest(json, writer, violations).Write(route.Header!.MessageType, route.Header.Name, []);
        }
        else
        {
            violations.Add(route.Header!.Name, "is not valid UTF-8");
        }
        violations.Throw();
        writer.Flush();
        return Complete(Parse(output.WrittenSpan, route), upload);
    }

    /// <summary>Refuses query parameters of a body that states everything itself.</summary>
    public static void RequireNoQuery(UploadRequest upload)
    {
        var violations = new Violations();
        RequireNoIfMatch(upload, violations);
        new QueryFields(upload.Route.Fields, violations).Read(upload.Http.QueryString);
        violations.Throw();
    }

    /// <summary>Sets the field of a header that the path states; the header must not contradict it.</summary>
    public static IMessage Complete(IMessage header, UploadRequest upload)
    {
        if (upload.Route.PathField is not { } field)
        {
            return header;
        }
        var stated = (string)field.Accessor.GetValue(header);
        var value = upload.PathValue;
        if (stated.Length > 0 && stated != value)
        {
            throw Errors.Errors.InvalidArgument(
                $"{upload.Route.Header!.Name}.{field.Name}",
                $"is {Violations.Quote(stated)}, but the path states {Violations.Quote(value)}"
            );
        }
        field.Accessor.SetValue(header, value);
        return header;
    }

    /// <summary>Uploads compare no etag, so <c>If-Match</c> is refused, as by every method without one.</summary>
    private static void RequireNoIfMatch(UploadRequest upload, Violations violations) =>
        HeaderField.FromHeaders(upload.Http.Headers, upload.Route.Fields, violations);

    private static IMessage Parse(ReadOnlySpan<byte> json, UploadRoute route) =>
        JsonParser.Default.Parse(Encoding.UTF8.GetString(json), route.Header!.MessageType);
}
