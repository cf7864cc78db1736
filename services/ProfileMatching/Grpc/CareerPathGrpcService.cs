using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Careers;
using CareerRecs.ProfileMatching.NextSkills;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Grpc;

/// <summary>The methods of <c>CareerPathService</c>. Each holds one catalog version from start to end.</summary>
internal sealed class CareerPathGrpcService(
    MoveAnswers moves,
    RouteAnswers routes,
    CompareAnswers comparisons,
    NextSkillAnswers nextSkills
) : CareerPathService.CareerPathServiceBase
{
    public override Task<SuggestMovesResponse> SuggestMoves(SuggestMovesRequest request, ServerCallContext context) =>
        moves.SuggestAsync(context.GetCaller(), request, context.CancellationToken);

    public override Task<PlanRouteResponse> PlanRoute(PlanRouteRequest request, ServerCallContext context) =>
        routes.PlanAsync(context.GetCaller(), request, context.CancellationToken);

    public override Task<CompareRolesResponse> CompareRoles(CompareRolesRequest request, ServerCallContext context) =>
        comparisons.CompareAsync(context.GetCaller(), request, context.CancellationToken);

    public override Task<SuggestSkillsResponse> SuggestSkills(SuggestSkillsRequest request, ServerCallContext context) =>
        nextSkills.SuggestAsync(context.GetCaller(), request, context.CancellationToken);

    public override Task<AnalyzePopulationResponse> AnalyzePopulation(
        AnalyzePopulationRequest request,
        ServerCallContext context
    ) => nextSkills.AnalyzeAsync(context.GetCaller(), request, context.CancellationToken);
}
