using System.Collections.Frozen;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Units of a host's capacity that a call takes. The most is taken before its body is read; what the size of the request does not
/// need is given back.
/// </summary>
/// <param name="Most">Most units, a power of two.</param>
/// <param name="BytesAUnit">Bytes of a request that take one unit; 0 if the size does not matter.</param>
/// <param name="IsBatch">Whether nobody waits for the answer on a screen: such calls leave room for the others.</param>
internal sealed record CallCost(int Most, int BytesAUnit, bool IsBatch)
{
    private static readonly CallCost Light = new(1, 0, false);

    /// <summary>A person with a document, of which reading takes the time: 1 MiB a unit.</summary>
    private static readonly CallCost Document = new(4, 1 << 20, false);

    /// <summary>Lists of things, of which each takes time: 64 KiB a unit.</summary>
    private static readonly CallCost Rows = new(8, 64 << 10, true);

    /// <summary>Whole versions, models and files.</summary>
    private static readonly CallCost Whole = new(8, 0, true);

    // Not in the contract: what a call costs changes with the code, and callers act on RetryInfo alone.
    private static readonly Dictionary<ServiceDescriptor, (CallCost Cost, string[] Methods)[]> Stated = new()
    {
        [VersionService.Descriptor] =
        [
            (Whole, ["StreamVersion", "ImportVersion", "DiffVersions", "ValidateVersion", "ActivateVersion", "CreateVersion"]),
            (Rows, ["EditVersion", "GetEntries"]),
        ],
        [MatchingService.Descriptor] =
        [
            (Document, ["RecommendRoles", "ExplainMatch", "AnalyzeGap", "ExtractSkills"]),
            (Whole, ["ShadowVersion"]),
        ],
        [CareerPathService.Descriptor] =
        [
            (Document, ["SuggestMoves", "PlanRoute", "SuggestSkills"]),
            (Rows, ["AnalyzePopulation"]),
        ],
        [ProfileService.Descriptor] =
        [
            (Document, ["CreateProfile", "SetProfileDocument"]),
            (Rows, ["UpsertProfiles", "BatchGetProfiles", "BatchDeleteProfiles"]),
        ],
        [LearningService.Descriptor] = [(Rows, ["ReplaceLearningResources"])],
        [SalaryService.Descriptor] =
        [
            (Whole, ["ImportWageTable", "ImportObservations", "DeleteObservations"]),
            (Rows, ["BatchEstimateSalaries"]),
        ],
        [SalaryTrainingService.Descriptor] = [(Whole, ["ShadowSalaryModel"])],
    };

    private static readonly Lazy<FrozenDictionary<string, CallCost>> ByMethod = new(() =>
    {
        var costs = MethodRights.Services.SelectMany(service => service.Methods).ToDictionary(NameOf, _ => Light);
        foreach (var (service, rows) in Stated)
        {
            foreach (
                var (cost, method) in rows.SelectMany(row => row.Methods.Select(name => (row.Cost, FindMethod(service, name))))
            )
            {
                costs[NameOf(method)] = cost;
            }
        }
        return costs.ToFrozenDictionary(StringComparer.Ordinal);
    });

    /// <summary>The cost of the method that routing has found; null for what is no method of the contract.</summary>
    public static CallCost? Find(HttpContext context) =>
        FindMethodName(context) is { } name ? ByMethod.Value.GetValueOrDefault(name) : null;

    /// <summary>Units of a request of so many bytes.</summary>
    public int UnitsFor(long bytes) => BytesAUnit == 0 ? Most : (int)Math.Clamp(1 + (bytes / BytesAUnit), 1, Most);

    private static MethodDescriptor FindMethod(ServiceDescriptor service, string method) =>
        service.FindMethodByName(method) ?? throw new InvalidOperationException($"{service.FullName} has no method {method}.");

    private static string NameOf(MethodDescriptor method) => $"/{method.Service.FullName}/{method.Name}";

    private static string? FindMethodName(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var method =
            metadata?.GetMetadata<CalledMethod>()?.Method
            ?? metadata?.GetMetadata<GrpcJsonTranscodingMetadata>()?.MethodDescriptor;
        return method is not null ? NameOf(method) : metadata?.GetMetadata<GrpcMethodMetadata>()?.Method.FullName;
    }
}

/// <summary>Metadata of an endpoint by REST that transcoding does not serve: the method that answers.</summary>
internal sealed record CalledMethod(MethodDescriptor Method);
