using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Tests.Answers;

public sealed class QuestionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_estimate_names_its_model()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var response = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.MlEngineer(Seniority.Mid, "San Francisco, CA") },
            cancellationToken: Cancel
        );
        Assert.Equal("salaryModels/2026.11.4", response.SalaryModel);
        Assert.Equal("San Francisco-Oakland-Fremont, CA", response.Result.Estimate.Place);
    }

    [Fact]
    public async Task A_batch_answers_each_query_on_its_own_and_in_order()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new BatchEstimateSalariesRequest
        {
            Queries = { Given.Query("15-1252"), Given.Query("99-9999"), Given.MlEngineer() },
        };
        request.Queries.Add(new SalaryQuery { Role = new RoleReference { Name = PlayedCatalog.Known } });
        var response = await host.Client.BatchEstimateSalariesAsync(request, cancellationToken: Cancel);
        Assert.Equal(
            [
                SalaryResult.OutcomeOneofCase.Estimate,
                SalaryResult.OutcomeOneofCase.InsufficientEvidence,
                SalaryResult.OutcomeOneofCase.Estimate,
                SalaryResult.OutcomeOneofCase.Estimate,
            ],
            response.Results.Select(r => r.OutcomeCase)
        );
        Assert.Equal(1, host.Catalog.Calls);
    }

    [Fact]
    public async Task A_role_by_name_alone_is_looked_up_once()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new EstimateSalaryRequest
        {
            Query = new SalaryQuery { Role = new RoleReference { Name = PlayedCatalog.Known } },
        };
        var first = await host.Client.EstimateSalaryAsync(request, cancellationToken: Cancel);
        var second = await host.Client.EstimateSalaryAsync(request, cancellationToken: Cancel);
        Assert.Contains(first.Result.Estimate.Factors, f => f.Kind == "role");
        Assert.Equal(first, second);
        Assert.Equal(1, host.Catalog.Calls);
    }

    [Fact]
    public async Task A_role_that_the_catalog_does_not_know_is_insufficient_evidence()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new EstimateSalaryRequest
        {
            Query = new SalaryQuery { Role = new RoleReference { Name = "catalogs/own/roles/none" } },
        };
        var response = await host.Client.EstimateSalaryAsync(request, cancellationToken: Cancel);
        Assert.Equal(InsufficientPayEvidence.Types.Reason.UnknownRole, response.Result.InsufficientEvidence.Reason);
    }

    [Fact]
    public async Task With_the_catalog_down_a_role_by_name_alone_is_unavailable_and_in_a_batch_costs_its_own_result()
    {
        await using var host = await SalaryTestHost.StartAsync();
        host.Catalog.IsDown = true;
        var query = new SalaryQuery { Role = new RoleReference { Name = PlayedCatalog.Known } };
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.EstimateSalaryAsync(new EstimateSalaryRequest { Query = query }, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.Unavailable, e.StatusCode);
        var batch = await host.Client.BatchEstimateSalariesAsync(
            new BatchEstimateSalariesRequest { Queries = { query, Given.Query("15-1252") } },
            cancellationToken: Cancel
        );
        Assert.NotNull(batch.Results[0].InsufficientEvidence);
        Assert.NotNull(batch.Results[1].Estimate);
        foreach (
            var pair in new[]
            {
                new ComparePayRequest { Query = query, OtherQuery = Given.Query("15-1252") },
                new ComparePayRequest { Query = Given.Query("15-1252"), OtherQuery = query },
            }
        )
        {
            e = await Assert.ThrowsAsync<RpcException>(async () =>
                await host.Questions.ComparePayAsync(pair, cancellationToken: Cancel)
            );
            Assert.Equal(StatusCode.Unavailable, e.StatusCode);
        }
    }

    [Fact]
    public async Task With_the_catalog_busy_a_role_by_name_alone_is_refused_with_a_delay()
    {
        await using var host = await SalaryTestHost.StartAsync();
        host.Catalog.IsBusy = true;
        var query = new SalaryQuery { Role = new RoleReference { Name = PlayedCatalog.Known } };
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.EstimateSalaryAsync(new EstimateSalaryRequest { Query = query }, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.ResourceExhausted, e.StatusCode);
        Assert.NotNull(e.GetRpcStatus()!.GetDetail<Google.Rpc.RetryInfo>());
    }

    [Fact]
    public async Task Pay_of_an_hour_is_told_in_cents_and_its_factors_multiply_to_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var query = Given.Query("35-3023");
        query.Period = PayPeriod.Hour;
        var bands = await host.Questions.GetPayBandsAsync(new GetPayBandsRequest { Query = query }, cancellationToken: Cancel);
        var estimate = bands.Market.Estimate;
        var median = estimate.Percentiles.P50.Units + estimate.Percentiles.P50.Nanos / 1e9;
        Assert.Equal(estimate.Factors.Aggregate(1.0, (product, factor) => product * factor.Value), median, 0.005001);
        Assert.NotEqual(0, bands.SuggestedLow.Nanos + bands.SuggestedHigh.Nanos);
    }

    [Fact]
    public async Task Evidence_that_has_a_date_tells_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var query = Given.MlEngineer(Seniority.Senior, "San Francisco, CA");
        var table = await host.Questions.ExplainEstimateAsync(
            new ExplainEstimateRequest { Query = Given.Query("29-1141") },
            cancellationToken: Cancel
        );
        Assert.Equal(new Google.Type.Date { Year = 2024, Month = 5 }, table.Evidence[0].AsOf);
        var survey = await host.Questions.ExplainEstimateAsync(
            new ExplainEstimateRequest { Query = query },
            cancellationToken: Cancel
        );
        Assert.Contains("ai-jobs", survey.Evidence[0].Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new Google.Type.Date { Year = 2024 }, survey.Evidence[0].AsOf);
        Assert.Null(survey.Evidence[^1].AsOf);
    }

    [Fact]
    public async Task Coverage_comes_in_pages_that_keep_to_one_model()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new ListPayCoverageRequest { SocPrefix = "15-", PageSize = 10 };
        var seen = new List<string>();
        do
        {
            var page = await host.Client.ListPayCoverageAsync(request, cancellationToken: Cancel);
            Assert.Equal("salaryModels/2026.11.4", page.SalaryModel);
            seen.AddRange(page.Rows.Select(r => r.SocCode));
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
        Assert.Contains("15-2051", seen);
        Assert.All(seen, soc => Assert.StartsWith("15-", soc, StringComparison.Ordinal));
        var elsewhere = await host.Client.ListPayCoverageAsync(
            new ListPayCoverageRequest { Country = "PT" },
            cancellationToken: Cancel
        );
        Assert.Empty(elsewhere.Rows);
    }

    [Theory]
    [InlineData("salaryModels/none", StatusCode.NotFound)]
    [InlineData("models/none", StatusCode.InvalidArgument)]
    public async Task An_unknown_model_is_an_error(string model, StatusCode status)
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new EstimateSalaryRequest { Query = Given.MlEngineer(), SalaryModel = model };
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.EstimateSalaryAsync(request, cancellationToken: Cancel)
        );
        Assert.Equal(status, e.StatusCode);
    }

    [Fact]
    public async Task A_forged_page_token_is_an_error()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new ListPayCoverageRequest { PageToken = "eAp5" }; // "x\ny"
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.ListPayCoverageAsync(request, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
        var trainings = new ListSalaryTrainingsRequest { PageToken = "eA" }; // "x"
        e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Trainings.ListSalaryTrainingsAsync(trainings, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
    }
}
