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
