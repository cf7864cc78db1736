using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace CareerRecs.ServiceDefaults.Docs;

/// <summary>
/// The contract for REST callers: <c>/openapi.json</c>, and a page at <c>/docs</c> to read and try it. Both say what the protos
/// say, which are public, and need no token.
/// </summary>
internal static class DocsEndpoints
{
    private const string Document = "/openapi.json";

    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        app.MapGet(Document, () => Results.Stream(Open(), "application/json"));
        app.MapScalarApiReference(
            "/docs",
            options =>
            {
                options.Title = "CareerRecs";
                options.OpenApiRoutePattern = Document;
                // Nothing on the page may talk to anybody but this host.
                options
                    .DisableTelemetry()
                    .DisableAgent()
                    .DisableMcp()
                    .DisableDefaultFonts()
                    .HideDeveloperTools()
                    .HideClientButton();
            }
        );
    }

    private static Stream Open() => typeof(DocsEndpoints).Assembly.GetManifestResourceStream("openapi.json")!;
}
