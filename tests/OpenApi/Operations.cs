using System.Text.Json.Nodes;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using ErrorReason = CareerRecs.Types.V1.ErrorReason;
using Scope = CareerRecs.Types.V1.Scope;

namespace CareerRecs.OpenApi;

/// <summary>The methods of the contract as operations.</summary>
internal sealed class Operations(OpenApiDocument document, Schemas schemas, ContractComments comments, Examples examples)
{
    private const string Json = "application/json";

    /// <summary>A message a line.</summary>
    private const string JsonLines = "application/x-ndjson";

    /// <summary>How deep messages of a query go; deeper ones are for bodies.</summary>
    private const int MostDepth = 2;

    /// <summary>The operation of a route; <paramref name="number"/> tells the ways to one method apart.</summary>
    public OpenApiOperation For(DocumentedRoute route, int number)
    {
        var (method, text) = (route.Method, comments.Find(route.Method.FullName));
        var operation = new OpenApiOperation
        {
            OperationId = method.Name + (number > 0 ? $"_{number + 1}" : ""),
            Summary = Title(method),
            Description = $"{text}\n\nScope: `{ScopeOf(method)}`.{Reasons(method)}",
            Tags = new HashSet<OpenApiTagReference> { new(method.Service.Name, document) },
            Parameters = [.. route.Places.Select(p => Place(route, p)), .. Query(route)],
            Responses = new OpenApiResponses
            {
                ["200"] = Answer(method),
                ["default"] = new OpenApiResponseReference("Error", document),
            },
        };
        if (UploadBodies.AreTaken(route))
        {
            operation.Description += $"\n\n{UploadBodies.Describe(route)}";
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = UploadBodies.Content(route, schemas, examples),
            };
        }
        else if (route.Body.Length > 0)
        {
            var content = Content(Body(route));
            ((OpenApiMediaType)content[Json]).Example = examples.FindBody(route);
            if (RawDocuments.IsTaken(route))
            {
                RawDocuments.AddTo(content);
                operation.Description += $"\n\n{RawDocuments.Words}";
            }
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = content };
        }

        return operation;
    }

    private static string ScopeOf(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(RightsExtensions.Scope) switch
        {
            // Google's methods state none of ours.
            null or Scope.Any or Scope.Unspecified => "any",
            { } scope => Words(scope),
        };

    /// <summary>The reasons that a failure of the method may have beside the general ones.</summary>
    private static string Reasons(MethodDescriptor method)
    {
        var values = ErrorReasonReflection.Descriptor.EnumTypes.Single(type => type.ClrType == typeof(ErrorReason));
        var reasons = method.GetOptions()?.GetExtension(ErrorReasonExtensions.Reason) ?? [];
        var names = reasons.Select(reason => $"`{values.FindValueByNumber((int)reason).Name}`");
        return reasons.Count > 0 ? $" Reasons of failure: {string.Join(", ", names)}." : "";
    }

    /// <summary>"CatalogRead" is written <c>catalog.read</c> in tokens.</summary>
    private static string Words(Scope scope) =>
        string.Concat(scope.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $".{c}" : $"{c}")).ToLowerInvariant();

    /// <summary>"BatchGetRoles" reads "Batch get roles" in a list of operations.</summary>
    private static string Title(MethodDescriptor method) =>
        string.Concat(method.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema, string type = Json) =>
        new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };

    private OpenApiResponse Answer(MethodDescriptor method)
    {
        var schema = schemas.Refer(method.OutputType);
        return new OpenApiResponse
        {
            Description = comments.Find(method.OutputType.FullName),
            Content = Content(schema, method.IsServerStreaming ? JsonLines : Json),
        };
    }

    private IOpenApiSchema Body(DocumentedRoute route) =>
        route.Body == "*"
            ? schemas.Refer(route.Method.InputType)
            : schemas.For(route.Method.InputType.FindFieldByName(route.Body));

    private OpenApiParameter Place(DocumentedRoute route, PathPlace place)
    {
        var field = place
            .Field.Split('.')
            .Aggregate((Message: route.Method.InputType, Field: (FieldDescriptor?)null), Step)
            .Field!;
        return new OpenApiParameter
        {
            Name = place.Name,
            In = ParameterLocation.Path,
            Required = true,
            Description = $"Part of `{place.Field}`: {comments.Find(field.FullName)}",
            Example = examples.FindSegment(route, place),
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }

    private static (MessageDescriptor Message, FieldDescriptor? Field) Step(
        (MessageDescriptor Message, FieldDescriptor? Field) at,
        string name
    )
    {
        var field = at.Message.FindFieldByName(name);
        return (field.FieldType == FieldType.Message ? field.MessageType : at.Message, field);
    }

    private IEnumerable<OpenApiParameter> Query(DocumentedRoute route)
    {
        if (UploadBodies.FindHeader(route) is { } header)
        {
            var path = route.Places.Select(p => p.Field.Split('.')[^1]).ToHashSet(StringComparer.Ordinal);
            return Leaves(header.MessageType, "", "", 0)
                .Where(leaf => !path.Contains(leaf.Path))
                .Select(leaf => Parameter(leaf, examples.FindParameter(route.Method, $"{header.Name}.{leaf.Name}")));
        }
        if (route.Body == "*")
        {
            return [];
        }

        var taken = route.Places.Select(p => p.Field).ToHashSet(StringComparer.Ordinal);
        return Leaves(route.Method.InputType, "", "", 0)
            .Where(leaf => !taken.Contains(leaf.Path) && leaf.Path.Split('.')[0] != route.Body)
            .Select(leaf => Parameter(leaf, examples.FindParameter(route.Method, leaf.Name)));
    }

    private OpenApiParameter Parameter((string Path, string Name, FieldDescriptor Field) leaf, JsonNode? example) =>
        new()
        {
            Name = leaf.Name,
            In = ParameterLocation.Query,
            Description = comments.Find(leaf.Field.FullName),
            Example = example,
            Schema = schemas.For(leaf.Field, describe: false),
        };

    /// <summary>Fields that a query can give: single values and lists of them, those of messages under a dotted name.</summary>
    private static IEnumerable<(string Path, string Name, FieldDescriptor Field)> Leaves(
        MessageDescriptor message,
        string path,
        string name,
        int depth
    )
    {
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            var (fieldPath, fieldName) = (path + field.Name, name + field.JsonName);
            var isMessage =
                field.FieldType == FieldType.Message
                && !field.MessageType.FullName.StartsWith("google.protobuf.", StringComparison.Ordinal);
            if (!isMessage)
            {
                yield return (fieldPath, fieldName, field);
            }
            else if (!field.IsRepeated && depth < MostDepth)
            {
                foreach (var leaf in Leaves(field.MessageType, fieldPath + ".", fieldName + ".", depth + 1))
                {
                    yield return leaf;
                }
            }
        }
    }
}
