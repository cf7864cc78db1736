using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>The body of an upload in one of the forms that REST takes, read as the messages of the method.</summary>
internal abstract class UploadBody
{
    private const string Lines = "application/x-ndjson";
    private const string Form = "multipart/form-data";

    /// <summary>Types of a body that is the file itself.</summary>
    private static readonly string[] Files =
    [
        "application/octet-stream",
        "application/zip",
        "application/x-zip-compressed",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "text/plain",
        "text/tab-separated-values",
    ];

    /// <summary>The body of an upload, by its content type. Throws the refusal of one that the route does not take.</summary>
    public static UploadBody FromRequest(UploadRequest upload)
    {
        var (request, route) = (upload.Http, upload.Route);
        RequireIdentity(request);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw Refuse(route, "The body has no Content-Type.");
        }
        var name = type.MediaType.ToString().ToLowerInvariant();
        if (name == Lines)
        {
            RequireLength(request, route.MostBytesOfLines, route.MostBytesOfLines);
            return new MessageLines(upload);
        }
        if (route.Header is null || (name != Form && !Files.Contains(name)))
        {
            throw Refuse(route, $"The body's Content-Type is {Violations.Quote(name)}.");
        }
        RequireLength(request, name == Form ? route.MostBytes : route.MostFileBytes, route.MostFileBytes);
        return name == Form ? new FormFile(upload, type) : new RawFile(upload);
    }

    /// <summary>Writes the messages in order, while the body arrives.</summary>
    public abstract Task WriteAsync(FrameWriter frames, CancellationToken cancellationToken);

    private static void RequireIdentity(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw Refuse($"The body's Content-Encoding is {Violations.Quote(encoding)}. Send the body without one.");
        }
    }

    private static void RequireLength(HttpRequest request, int mostBytes, int statedMost)
    {
        if (request.ContentLength > mostBytes)
        {
            throw RestRefusal.TooLarge(statedMost);
        }
    }

    private static RestRefusal Refuse(UploadRoute route, string message) =>
        Refuse(
            route.Header is null
                ? $"{message} Send a JSON object of {route.Method.InputType.Name} a line as '{Lines}'."
                : $"{message} Send the file itself as 'application/octet-stream', or a form with the parts 'header' and "
                    + $"'file' as '{Form}', or a JSON object of {route.Method.InputType.Name} a line as '{Lines}'."
        );

    private static RestRefusal Refuse(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, Google.Rpc.Code.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE", message);
}
