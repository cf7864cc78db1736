using System.Text;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Types.V1;
using Google.Api;
using Google.Protobuf.Reflection;
using ErrorReason = CareerRecs.Types.V1.ErrorReason;
using ErrorReasonReflection = CareerRecs.Types.V1.ErrorReasonReflection;

namespace CareerRecs.Contract.Tests.Reference;

/// <summary>Table of every method, as <c>protos/README.md</c> shows it.</summary>
internal static class MethodTable
{
    private static readonly string[] SafeThoughTheyLookNot =
    [
        // Its verb is POST and its scope a writing one, because it takes people and shows drafts; it stores nothing.
        "careerrecs.matching.v1.MatchingService.ShadowVersion",
        // It has neither a verb nor a scope.
        "google.longrunning.Operations.WaitOperation",
    ];

    public static string Render()
    {
        var table = new StringBuilder("| method | REST | scope | repeat | reasons |\n|---|---|---|---|---|\n");
        foreach (var method in ContractFiles.ServedMethods)
        {
            string[] cells =
            [
                $"`{method.Service.Name}.{method.Name}`",
                Routes(method),
                Scopes(method),
                Repeat(method),
                string.Join(", ", ReasonsOf(method).Select(r => $"`{r}`")),
            ];
            table.Append($"| {string.Join(" | ", cells)} |\n");
        }
        return table.ToString();
    }

    /// <summary>Reasons that the contract lists for a method, by name.</summary>
    public static IEnumerable<string> ReasonsOf(MethodDescriptor method) =>
        (method.GetOptions()?.GetExtension(ErrorReasonExtensions.Reason) ?? []).Select(reason =>
            ErrorReasonReflection
                .Descriptor.EnumTypes.Single(type => type.ClrType == typeof(ErrorReason))
                .FindValueByNumber((int)reason)
                .Name
        );

    private static string Routes(MethodDescriptor method)
    {
        var rule = method.GetOptions().GetExtension(AnnotationsExtensions.Http);
        return rule is null
            ? "gRPC only"
            : string.Join("<br>", rule.AdditionalBindings.Prepend(rule).Select(r => $"`{Verb(r)} {Path(r)}`"));
    }

    private static string Verb(HttpRule rule) => rule.PatternCase.ToString().ToUpperInvariant();

    private static string Path(HttpRule rule) =>
        rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => rule.Get,
            HttpRule.PatternOneofCase.Put => rule.Put,
            HttpRule.PatternOneofCase.Post => rule.Post,
            HttpRule.PatternOneofCase.Delete => rule.Delete,
            HttpRule.PatternOneofCase.Patch => rule.Patch,
            _ => throw new InvalidOperationException($"{rule.PatternCase} has no path here"),
        };

    private static string Scopes(MethodDescriptor method)
    {
        var rights = MethodRights.Find($"/{method.Service.FullName}/{method.Name}")!;
        var scope = rights.Scope is null ? "any token" : $"`{rights.Scope}`";
        var shared = rights.SharedScope is null ? "" : $"; a shared catalog: `{rights.SharedScope}`";
        var stored = FieldScopes.For(method.InputType).Any ? "; a stored profile: also `profiles.read`" : "";
        return scope + shared + stored;
    }

    private static string Repeat(MethodDescriptor method)
    {
        var input = method.InputType;
        if (IsSafe(method))
        {
            return "safe";
        }
        if (input.FindFieldByName("request_id") is not null)
        {
            return "request_id";
        }
        var parts = input
            .Fields.InDeclarationOrder()
            .Where(f => f.FieldType == FieldType.Message && !f.IsRepeated)
            .Select(f => f.MessageType);
        return parts.Prepend(input).Any(m => m.FindFieldByName("etag") is not null) ? "etag" : "none";
    }

    private static bool IsSafe(MethodDescriptor method)
    {
        var options = method.GetOptions();
        return options.GetExtension(AnnotationsExtensions.Http)?.PatternCase == HttpRule.PatternOneofCase.Get
            || options.GetExtension(RightsExtensions.Scope)
                is Scope.Any
                    or Scope.CatalogRead
                    or Scope.MatchingRead
                    or Scope.SalaryRead
                    or Scope.ProfilesRead
            || SafeThoughTheyLookNot.Contains(method.FullName);
    }
}
