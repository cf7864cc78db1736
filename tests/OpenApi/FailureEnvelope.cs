using Microsoft.OpenApi;

namespace CareerRecs.OpenApi;

/// <summary>The envelope of every failure (AIP-193), and who may call.</summary>
internal static class FailureEnvelope
{
    /// <summary>Adds the response that all operations share and the schemes of tokens.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        var details = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description =
                "`google.rpc.ErrorInfo` with `reason` and `metadata`; of wrong fields a `google.rpc.BadRequest` with their "
                + "paths in proto names; of a full host a `google.rpc.RetryInfo`.",
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["@type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        };
        var error = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTP's status." },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "gRPC's code: `INVALID_ARGUMENT`." },
                ["message"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong and what to do." },
                ["details"] = details,
            },
        };
        document.AddComponent(
            "Error",
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["error"] = error },
            }
        );
        document.AddComponent(
            "Error",
            new OpenApiResponse
            {
                Description = "Why it failed.",
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Error", document) },
                },
            }
        );
        document.AddComponent<IOpenApiSecurityScheme>(
            "bearer",
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token of the tenant. A host on loopback without configured tokens asks for none.",
            }
        );
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
    }
}
