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
