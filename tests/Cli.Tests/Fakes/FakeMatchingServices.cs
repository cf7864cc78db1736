using System.Net;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Cli.Tests.Fakes;

internal sealed class FakeMatching(FakeState state) : MatchingService.MatchingServiceBase
{
    public override Task<RecommendRolesResponse> RecommendRoles(RecommendRolesRequest request, ServerCallContext context)
    {
        state.Recommend = request;
        state.Authorization = context.RequestHeaders.GetValue("authorization");
        var answer = Answers.Recommendations();
        answer.Understanding = state.Understanding;
        return Task.FromResult(answer);
    }

    public override Task<ExtractSkillsResponse> ExtractSkills(ExtractSkillsRequest request, ServerCallContext context)
    {
        state.Extract = request;
        return Task.FromResult(new ExtractSkillsResponse { Understanding = state.Understanding });
    }

    public override Task<AnalyzeGapResponse> AnalyzeGap(AnalyzeGapRequest request, ServerCallContext context)
    {
        state.Gap = request;
        return Task.FromResult(
            new AnalyzeGapResponse { Match = Answers.MachineLearningEngineer(), Understanding = state.Understanding }
        );
    }

    public override async Task<SimilarRolesResponse> SimilarRoles(SimilarRolesRequest request, ServerCallContext context)
    {
        switch (request.Role)
        {
            case "bad":
                throw FakeServer.Invalid("role", "must be a role's resource name, catalogs/*/roles/*; got \"bad\"");
            case "down":
                throw new RpcException(new Grpc.Core.Status(StatusCode.Internal, "broken"));
            case "earlier":
                await state.Later.Task.WaitAsync(context.CancellationToken);
                break;
            case "later":
                state.Later.TrySetResult();
                break;
        }
        return new SimilarRolesResponse
        {
            Roles =
            {
                new SimilarRole { Role = request.Role, Title = request.Role },
            },
        };
    }
}

internal sealed class FakeCareerPaths(FakeState state) : CareerPathService.CareerPathServiceBase
{
    public override Task<SuggestMovesResponse> SuggestMoves(SuggestMovesRequest request, ServerCallContext context)
    {
        state.Moves = request;
        var answer = PathAnswers.Moves();
        answer.Understanding = state.Understanding;
        return Task.FromResult(answer);
    }

    public override Task<PlanRouteResponse> PlanRoute(PlanRouteRequest request, ServerCallContext context)
    {
        state.Route = request;
        var answer = PathAnswers.Routes();
        if (request.From.Subject is not null)
        {
            answer.Understanding = state.Understanding;
        }
        return Task.FromResult(answer);
    }

    public override Task<SuggestSkillsResponse> SuggestSkills(SuggestSkillsRequest request, ServerCallContext context)
    {
        state.NextSkills = request;
        return Task.FromResult(new SuggestSkillsResponse { Understanding = state.Understanding });
    }

    public override Task<CompareRolesResponse> CompareRoles(CompareRolesRequest request, ServerCallContext context)
    {
        state.Compare = request;
        return Task.FromResult(PathAnswers.Comparison());
    }
}
