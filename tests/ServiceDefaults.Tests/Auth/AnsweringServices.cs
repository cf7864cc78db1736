using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

/// <summary>Answers every call that reaches it.</summary>
internal sealed class AnsweringMatching : MatchingService.MatchingServiceBase
{
    public override Task<RecommendRolesResponse> RecommendRoles(RecommendRolesRequest request, ServerCallContext context) =>
        Task.FromResult(new RecommendRolesResponse());
}

/// <summary>Answers every call that reaches it.</summary>
internal sealed class AnsweringPaths : CareerPathService.CareerPathServiceBase
{
    public override Task<SuggestMovesResponse> SuggestMoves(SuggestMovesRequest request, ServerCallContext context) =>
        Task.FromResult(new SuggestMovesResponse());

    public override Task<AnalyzePopulationResponse> AnalyzePopulation(
        AnalyzePopulationRequest request,
        ServerCallContext context
    ) => Task.FromResult(new AnalyzePopulationResponse());
}

/// <summary>Answers with a role whose title is the caller's tenant and whether a service asks.</summary>
internal sealed class AnsweringCatalog : CatalogService.CatalogServiceBase
{
    public override Task<GetRoleResponse> GetRole(GetRoleRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var service = caller.Has(Scopes.InternalRead) && !caller.Has(Scopes.Operator) ? Scopes.InternalRead : "none";
        return Task.FromResult(new GetRoleResponse { Role = new Role { Title = $"{caller.Tenant}/{service}" } });
    }
}

/// <summary>Answers every call that reaches it, without reading the stream.</summary>
internal sealed class AnsweringVersions : VersionService.VersionServiceBase
{
    public override Task<ImportVersionResponse> ImportVersion(
        IAsyncStreamReader<ImportVersionRequest> requestStream,
        ServerCallContext context
    ) => Task.FromResult(new ImportVersionResponse());
}

/// <summary>Answers every call that reaches it.</summary>
internal sealed class AnsweringProfiles : ProfileService.ProfileServiceBase
{
    public override Task<DeleteProfileResponse> DeleteProfile(DeleteProfileRequest request, ServerCallContext context) =>
        Task.FromResult(new DeleteProfileResponse());
}
