using System.Net;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
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

/// <summary>A host on a free loopback port that gives the answers of <see cref="Answers"/> and keeps what it was asked.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app, FakeState state) => (_app, State) = (app, state);

    public FakeState State { get; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<FakeServer> StartAsync()
    {
        var state = new FakeState();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(state);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<FakeMatching>();
        app.MapGrpcService<FakeCareerPaths>();
        app.MapGrpcService<FakeCatalog>();
        app.MapGrpcService<FakeVersions>();
        app.MapGrpcService<FakeSalary>();
        app.MapGrpcService<FakePayQuestions>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, state);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A google.rpc.Status as the services send it.</summary>
    public static RpcException Invalid(string field, string description) =>
        new Google.Rpc.Status
        {
            Code = (int)Google.Rpc.Code.InvalidArgument,
            Message = $"{field} {description}",
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = "INVALID_FIELD", Domain = "careerrecs" }),
                Any.Pack(
                    new BadRequest
                    {
                        FieldViolations =
                        {
                            new BadRequest.Types.FieldViolation { Field = field, Description = description },
                        },
                    }
                ),
            },
        }.ToRpcException();
}

internal sealed class FakeState
{
    /// <summary>How the fakes understand whoever is asked about.</summary>
    public Understanding Understanding { get; } = Answers.Understanding();

    public RecommendRolesRequest? Recommend { get; set; }

    public SuggestSkillsRequest? NextSkills { get; set; }

    public ExtractSkillsRequest? Extract { get; set; }

    public AnalyzeGapRequest? Gap { get; set; }

    public SuggestMovesRequest? Moves { get; set; }

    public PlanRouteRequest? Route { get; set; }

    public CompareRolesRequest? Compare { get; set; }

    public SalaryQuery? Salary { get; set; }

    public ComparePayRequest? PayCompare { get; set; }

    public ListPayCoverageRequest? Coverage { get; set; }

    public WageTableHeader? PayTable { get; set; }

    public string? Authorization { get; set; }

    public ImportHeader? Import { get; set; }

    public List<int> ChunkSizes { get; } = [];

    public string? Activated { get; set; }

    /// <summary>Whether the active version has far more roles than any that is imported.</summary>
    public bool HasMoreRoles { get; set; }

    public SearchRolesRequest? Search { get; set; }

    public List<ImportObservationsRequest> Observations { get; } = [];

    public List<DeleteObservationsRequest> Deleted { get; } = [];

    /// <summary>Calls of SimilarRoles wait here in pairs, the later before the earlier.</summary>
    public TaskCompletionSource Later { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

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
                throw FakeServer.Invalid("role", "must be a role's resource name, catalogs/*/roles/*; \"bad\" came");
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

internal sealed class FakeCatalog(FakeState state) : CatalogService.CatalogServiceBase
{
    public override Task<ResolveTitleResponse> ResolveTitle(ResolveTitleRequest request, ServerCallContext context)
    {
        var response = new ResolveTitleResponse { CatalogVersion = Answers.Version };
        if (request.Title.Contains("Engineer", StringComparison.OrdinalIgnoreCase))
        {
            response.Matches.Add(
                new TitleMatch
                {
                    Role = "catalogs/builtin/roles/machine-learning-engineer",
                    Title = "Machine Learning Engineer",
                    Confidence = request.Title == "Machine Learning Engineer" ? 1 : 0.8,
                }
            );
        }
        return Task.FromResult(response);
    }

    public override Task<GetRoleResponse> GetRole(GetRoleRequest request, ServerCallContext context) =>
        Task.FromResult(Answers.Role());

    public override Task<SearchRolesResponse> SearchRoles(SearchRolesRequest request, ServerCallContext context)
    {
        state.Search = request;
        return Task.FromResult(Answers.Search());
    }
}

internal sealed class FakeSalary(FakeState state) : SalaryService.SalaryServiceBase
{
    public override Task<EstimateSalaryResponse> EstimateSalary(EstimateSalaryRequest request, ServerCallContext context)
    {
        state.Salary = request.Query;
        return Task.FromResult(
            new EstimateSalaryResponse
            {
                Result = new SalaryResult { Estimate = Answers.Estimate(139_200, 184_000, 240_900) },
                SalaryModel = "salaryModels/2026.11",
            }
        );
    }

    public override Task<ListPayCoverageResponse> ListPayCoverage(ListPayCoverageRequest request, ServerCallContext context)
    {
        state.Coverage = request;
        return Task.FromResult(PayAnswers.Coverage());
    }

    public override async Task<ImportWageTableResponse> ImportWageTable(
        IAsyncStreamReader<ImportWageTableRequest> requestStream,
        ServerCallContext context
    )
    {
        await foreach (var part in requestStream.ReadAllAsync(context.CancellationToken))
        {
            state.PayTable ??= part.Header;
        }
        return new ImportWageTableResponse
        {
            Model = new SalaryModel { Name = "salaryModels/rates-2026-11-01" },
            RowCount = 2,
        };
    }

    public override Task<ActivateSalaryModelResponse> ActivateSalaryModel(
        ActivateSalaryModelRequest request,
        ServerCallContext context
    )
    {
        state.Activated = request.Name;
        return Task.FromResult(new ActivateSalaryModelResponse { Model = new SalaryModel { Name = request.Name } });
    }

    public override Task<DeleteObservationsResponse> DeleteObservations(
        DeleteObservationsRequest request,
        ServerCallContext context
    )
    {
        state.Deleted.Add(request);
        return Task.FromResult(new DeleteObservationsResponse { DeletedCount = request.Ids.Count > 0 ? request.Ids.Count : 7 });
    }

    public override async Task<ImportObservationsResponse> ImportObservations(
        IAsyncStreamReader<ImportObservationsRequest> requestStream,
        ServerCallContext context
    )
    {
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
        {
            state.Observations.Add(message);
        }
        return new ImportObservationsResponse
        {
            AcceptedCount = state.Observations.Sum(m => m.Observations.Count) - 1,
            RejectedCount = 1,
            Rejected =
            {
                new RejectedObservation
                {
                    Index = 1,
                    Id = "b",
                    Reason = "observed lies in the future",
                },
            },
        };
    }
}

internal sealed class FakePayQuestions(FakeState state) : PayQuestionService.PayQuestionServiceBase
{
    public override Task<ExplainEstimateResponse> ExplainEstimate(ExplainEstimateRequest request, ServerCallContext context)
    {
        state.Salary = request.Query;
        return Task.FromResult(PayAnswers.Explained());
    }

    public override Task<GetPayBandsResponse> GetPayBands(GetPayBandsRequest request, ServerCallContext context)
    {
        state.Salary = request.Query;
        return Task.FromResult(PayAnswers.Bands());
    }

    public override Task<ComparePayResponse> ComparePay(ComparePayRequest request, ServerCallContext context)
    {
        state.PayCompare = request;
        if (request.OtherQuery.Location == "Grmany")
        {
            throw FakeServer.Invalid(
                "other_query.location",
                "no pay evidence for Grmany; near: Germany / United States; known: United States"
            );
        }
        return Task.FromResult(PayAnswers.Compared());
    }
}

internal sealed class FakeVersions(FakeState state) : VersionService.VersionServiceBase
{
    public override async Task<ImportVersionResponse> ImportVersion(
        IAsyncStreamReader<ImportVersionRequest> requestStream,
        ServerCallContext context
    )
    {
        await requestStream.MoveNext(context.CancellationToken);
        state.Import = requestStream.Current.Header;
        if (state.Import.FileName.StartsWith("bad", StringComparison.Ordinal))
        {
            throw FakeServer.Invalid("chunk", "db/Skills.txt, line 3, column Data Value: \"x\" is no number");
        }
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            state.ChunkSizes.Add(requestStream.Current.Chunk.Length);
        }
        return new ImportVersionResponse
        {
            Version = new CatalogVersion
            {
                Name = state.Import.Catalog + "/versions/29.3",
                Etag = "e1",
                State = CatalogVersion.Types.State.Draft,
            },
        };
    }

    public override Task<ActivateVersionResponse> ActivateVersion(ActivateVersionRequest request, ServerCallContext context)
    {
        if (state.HasMoreRoles && !request.AcceptFewerRoles)
        {
            throw Errors.FailedPrecondition(
                "VERSION_HAS_ERRORS",
                "It has 1 roles, the active has 9. If that is right, activate it with accept_fewer_roles."
            );
        }
        state.Activated = request.Name;
        return Task.FromResult(
            new ActivateVersionResponse
            {
                Version = new CatalogVersion { Name = request.Name, State = CatalogVersion.Types.State.Active },
            }
        );
    }
}
