using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Tests;

public sealed class QuestionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_estimate_names_its_model()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var response = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.MlEngineer(Seniority.Mid, "San Francisco, CA") }, cancellationToken: Cancel);
        Assert.Equal("salaryModels/2026.11.2", response.SalaryModel);
        Assert.Equal("San Francisco-Oakland-Fremont, CA", response.Result.Estimate.Place);
    }

    [Fact]
    public async Task A_batch_answers_each_query_on_its_own_and_in_order()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new BatchEstimateSalariesRequest { Queries = { Given.Query("15-1252"), Given.Query("99-9999"), Given.MlEngineer() } };
        request.Queries.Add(new SalaryQuery { Role = new RoleReference { Name = PlayedCatalog.Known } });
        var response = await host.Client.BatchEstimateSalariesAsync(request, cancellationToken: Cancel);
        Assert.Equal(
            [SalaryResult.OutcomeOneofCase.Estimate, SalaryResult.OutcomeOneofCase.InsufficientEvidence,
                SalaryResult.OutcomeOneofCase.Estimate, SalaryResult.OutcomeOneofCase.Estimate],
            response.Results.Select(r => r.OutcomeCase));
        Assert.Equal(1, host.Catalog.Calls);
    }

    [Fact]
    public async Task A_role_by_name_alone_is_looked_up_once()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new EstimateSalaryRequest { Query = new SalaryQuery { Role = new RoleReference { Name = PlayedCatalog.Known } } };
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
        var request = new EstimateSalaryRequest { Query = new SalaryQuery { Role = new RoleReference { Name = "catalogs/own/roles/none" } } };
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
            await host.Client.EstimateSalaryAsync(new EstimateSalaryRequest { Query = query }, cancellationToken: Cancel));
        Assert.Equal(StatusCode.Unavailable, e.StatusCode);
        var batch = await host.Client.BatchEstimateSalariesAsync(
            new BatchEstimateSalariesRequest { Queries = { query, Given.Query("15-1252") } }, cancellationToken: Cancel);
        Assert.NotNull(batch.Results[0].InsufficientEvidence);
        Assert.NotNull(batch.Results[1].Estimate);
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
            Assert.Equal("salaryModels/2026.11.2", page.SalaryModel);
            seen.AddRange(page.Rows.Select(r => r.SocCode));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
        Assert.Contains("15-2051", seen);
        Assert.All(seen, soc => Assert.StartsWith("15-", soc, StringComparison.Ordinal));
        var elsewhere = await host.Client.ListPayCoverageAsync(new ListPayCoverageRequest { Country = "PT" }, cancellationToken: Cancel);
        Assert.Empty(elsewhere.Rows);
    }

    [Theory]
    [InlineData("salaryModels/none", StatusCode.NotFound)]
    [InlineData("models/none", StatusCode.InvalidArgument)]
    public async Task An_unknown_model_is_an_error(string model, StatusCode status)
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new EstimateSalaryRequest { Query = Given.MlEngineer(), SalaryModel = model };
        var e = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.EstimateSalaryAsync(request, cancellationToken: Cancel));
        Assert.Equal(status, e.StatusCode);
    }

    [Fact]
    public async Task A_forged_page_token_is_an_error()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new ListPayCoverageRequest { PageToken = "eAp5" }; // "x\ny"
        var e = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.ListPayCoverageAsync(request, cancellationToken: Cancel));
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
    }
}
