using System.Collections.Frozen;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>
/// Scopes that the contract states for a method (<c>scope</c>, <c>shared_scope</c>). Either of them lets a call through; which
/// catalogs are shared, Catalog knows. Methods of <c>google.longrunning.Operations</c> cannot state a scope of ours: any valid
/// token calls them and sees operations of its own tenant; cancelling and deleting one needs the scope that starting it needs,
/// which its source checks.
/// </summary>
/// <param name="Scope">Scope that a caller needs; null if any valid token will do.</param>
/// <param name="SharedScope">Scope that a caller needs instead for a shared catalog; null if there is none.</param>
public sealed record MethodRights(string? Scope, string? SharedScope)
{
    /// <summary>First part of the names of our packages: only their methods and messages state scopes.</summary>
    internal const string OurPackages = "careerrecs.";

    private static readonly Lazy<FrozenDictionary<string, MethodRights>> ByMethod = new(() =>
        Services
            .SelectMany(service => service.Methods)
            .ToFrozenDictionary(method => $"/{method.Service.FullName}/{method.Name}", FromOptions)
    );

    /// <summary>Services of the contract, and of Google's that it uses.</summary>
    public static IReadOnlyList<ServiceDescriptor> Services =>
        [
            CatalogService.Descriptor,
            VersionService.Descriptor,
            MatchingService.Descriptor,
            CareerPathService.Descriptor,
            ProfileService.Descriptor,
            LearningService.Descriptor,
            SalaryService.Descriptor,
            PayQuestionService.Descriptor,
            SalaryTrainingService.Descriptor,
            StatusService.Descriptor,
            LongRunning.Operations.Descriptor,
        ];

    /// <summary>Whether the method only reads catalogs or pay: what the services may ask for any tenant.</summary>
    public bool IsReadBetweenServices => Scope is Scopes.CatalogRead or Scopes.SalaryRead;

    /// <summary>
    /// Rights of a method by its gRPC name ("/careerrecs.catalog.v1.CatalogService/GetRole"); null for other people's contracts
    /// (health, reflection). A method of ours that states no scope is for operators.
    /// </summary>
    public static MethodRights? Find(string method) =>
        ByMethod.Value.TryGetValue(method, out var rights) ? rights
        : method.StartsWith($"/{OurPackages}", StringComparison.Ordinal) ? new MethodRights(Scopes.Operator, null)
        : null;

    /// <summary>Throws PERMISSION_DENIED unless the caller has one of the scopes.</summary>
    public void Require(Caller caller)
    {
        if (Scope is not null && !caller.Has(Scope) && !(SharedScope is not null && caller.Has(SharedScope)))
        {
            throw Errors.Errors.PermissionDenied(Scope, SharedScope);
        }
    }

    private static MethodRights FromOptions(MethodDescriptor method)
    {
        if (!method.Service.FullName.StartsWith(OurPackages, StringComparison.Ordinal))
        {
            return new MethodRights(null, null);
        }

        var options = method.GetOptions();
        var scope = options?.GetExtension(RightsExtensions.Scope) ?? Types.V1.Scope.Unspecified;
        var shared = options?.GetExtension(RightsExtensions.SharedScope) ?? Types.V1.Scope.Unspecified;
        return new MethodRights(
            scope == Types.V1.Scope.Unspecified ? Scopes.Operator : Scopes.NameIfNeeded(scope),
            shared == Types.V1.Scope.Unspecified ? null : Scopes.NameIfNeeded(shared)
        );
    }
}
