using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CareerRecs.OpenApi;

/// <summary>Bodies of methods that are streamed in: a file, a form with its header, or a message a line.</summary>
internal static class UploadBodies
{
    private const string OfFiles =
        "The body is the file itself, with the fields of the header as query parameters; or a form with the parts `header` "
        + "(JSON) and `file`, in this order; or a JSON object of the request a "
        + "line, the header first, then the chunks in base64.";

    private const string OfLines = "The body is a JSON object of the request a line.";

    /// <summary>Whether the method is streamed in.</summary>
    public static bool AreTaken(DocumentedRoute route) => route.Method.IsClientStreaming;

    /// <summary>The header that comes before a file; null if the method takes messages alone.</summary>
    public static FieldDescriptor? FindHeader(DocumentedRoute route) =>
        AreTaken(route) ? route.Method.InputType.FindFieldByName("header") : null;

    /// <summary>How bodies are sent.</summary>
    public static string Describe(DocumentedRoute route) => FindHeader(route) is null ? OfLines : OfFiles;

    /// <summary>The content types of the body.</summary>
    public static Dictionary<string, IOpenApiMediaType> Content(DocumentedRoute route, Schemas schemas, Examples examples)
    {
        var content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal);
        if (FindHeader(route) is { } header)
        {
            content["application/octet-stream"] = new OpenApiMediaType { Schema = File() };
            content["multipart/form-data"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "header", "file" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["header"] = schemas.Refer(header.MessageType),
                        ["file"] = File(),
                    },
                },
            };
        }
        content["application/x-ndjson"] = new OpenApiMediaType
        {
            Schema = schemas.Refer(route.Method.InputType),
            Example = examples.FindRequest(route.Method)?.DeepClone(),
        };
        return content;
    }

    private static OpenApiSchema File() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
