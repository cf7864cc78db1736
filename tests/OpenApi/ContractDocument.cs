using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CareerRecs.OpenApi;

/// <summary>The contract as an OpenAPI 3.1 document: what <c>/openapi.json</c> answers.</summary>
internal static class ContractDocument
{
    private static readonly FileDescriptor[] Files =
    [
        CatalogServiceReflection.Descriptor,
        VersionServiceReflection.Descriptor,
        ProfileServiceReflection.Descriptor,
        MatchingServiceReflection.Descriptor,
        CareerPathServiceReflection.Descriptor,
        LearningServiceReflection.Descriptor,
        SalaryServiceReflection.Descriptor,
        PayQuestionServiceReflection.Descriptor,
        TrainingServiceReflection.Descriptor,
        StatusServiceReflection.Descriptor,
        LongRunning.OperationsReflection.Descriptor,
    ];

    /// <summary>The document as JSON, with a line end behind it.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancellationToken) =>
        (await Make().SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken)).ReplaceLineEndings("\n") + "\n";

    private static OpenApiDocument Make()
    {
        var comments = ContractComments.Load();
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "CareerRecs",
                Version = typeof(ContractDocument).Assembly.GetName().Version!.ToString(3),
                Description =
                    "Recommends career roles from a person's skills, with reasons, gaps, moves, routes and pay. The same methods "
                    + "are served by gRPC. JSON is that of protocol buffers; unknown fields and query parameters are refused.",
            },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
            Components = new OpenApiComponents(),
            Tags = new HashSet<OpenApiTag>(),
        };
        FailureEnvelope.AddTo(document);
        var operations = new Operations(document, new Schemas(document, comments), comments, Examples.Load());
        foreach (var service in Files.SelectMany(f => f.Services))
        {
            document.Tags.Add(new OpenApiTag { Name = service.Name, Description = comments.Find(service.FullName) });
            foreach (var method in service.Methods)
            {
                foreach (var (number, route) in DocumentedRoute.FindAll(method).Index())
                {
                    if (!document.Paths.TryGetValue(route.Path, out var path))
                    {
                        document.Paths.Add(route.Path, path = new OpenApiPathItem());
                    }

                    ((OpenApiPathItem)path).AddOperation(route.Verb, operations.For(route, number));
                }
            }
        }

        return document;
    }
}
