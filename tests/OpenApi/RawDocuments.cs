using CareerRecs.Matching.V1;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CareerRecs.OpenApi;

/// <summary>Documents that are sent as the body itself.</summary>
internal static class RawDocuments
{
    /// <summary>How the other fields are stated.</summary>
    public const string Words =
        "The body may be the document itself under its own `Content-Type`. The other fields are then query parameters: "
        + "`catalog`, `document.storeText`, `document.stated.yearsExperience`.";

    private static readonly string[] Types =
    [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/plain",
        "text/html",
        "text/markdown",
    ];

    /// <summary>Whether the request has a document of its own.</summary>
    public static bool IsTaken(DocumentedRoute route) =>
        route.Body == "*"
        && route
            .Method.InputType.Fields.InDeclarationOrder()
            .Any(f => f.FieldType == FieldType.Message && f.MessageType == Document.Descriptor);

    /// <summary>Adds the types of documents to those of a body.</summary>
    public static void AddTo(IDictionary<string, IOpenApiMediaType> content)
    {
        foreach (var type in Types)
        {
            content[type] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            };
        }
    }
}
