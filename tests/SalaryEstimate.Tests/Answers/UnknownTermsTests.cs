using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Rpc;
using Grpc.Core;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Answers;

/// <summary>
/// Asked alone, a place or currency that is not known at all is an error that lists near ones; in a batch it costs its own
/// result.
/// </summary>
public sealed class UnknownTermsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("San Fransisco, CA", "", "query.location", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("", "USX", "query.currency", "USD")]
    public async Task An_unknown_term_is_an_error_in_every_single_question(
        string location,
        string currency,
        string field,
        string near
    )
    {
        await using var host = await SalaryTestHost.StartAsync();
        var query = Given.MlEngineer(location: location);
        query.Currency = currency;
        Func<Task>[] calls =
        [
            async () =>
                await host.Client.EstimateSalaryAsync(new EstimateSalaryRequest { Query = query }, cancellationToken: Cancel),
            async () =>
                await host.Questions.ExplainEstimateAsync(
                    new ExplainEstimateRequest { Query = query },
                    cancellationToken: Cancel
                ),
            async () =>
                await host.Questions.GetPayBandsAsync(new GetPayBandsRequest { Query = query }, cancellationToken: Cancel),
            async () =>
                await host.Questions.ComparePayAsync(
                    new ComparePayRequest { Query = query, OtherQuery = Given.MlEngineer() },
                    cancellationToken: Cancel
                ),
        ];
        foreach (var call in calls)
        {
            Assert.Contains(near, await ViolationAsync(call, field), StringComparison.Ordinal);
        }
        await ViolationAsync(
            async () =>
                await host.Questions.ComparePayAsync(
                    new ComparePayRequest { Query = Given.MlEngineer(), OtherQuery = query },
                    cancellationToken: Cancel
                ),
            "other_" + field
        );

        var batch = await host.Client.BatchEstimateSalariesAsync(
            new BatchEstimateSalariesRequest { Queries = { query, Given.MlEngineer() } },
            cancellationToken: Cancel
        );
        Assert.Equal(await ViolationAsync(calls[0], field), batch.Results[0].InsufficientEvidence.Message);
        Assert.Contains(near, batch.Results[0].InsufficientEvidence.Known);
        Assert.NotNull(batch.Results[1].Estimate);
    }

    [Theory]
    [InlineData("Portugal", "15-2051", Reason.UnknownPlace)]
    [InlineData("Germany", "29-1141", Reason.UnknownPlace)]
    [InlineData("", "99-9999", Reason.UnknownRole)]
    public async Task What_is_known_but_without_evidence_is_an_answer(string location, string soc, Reason reason)
    {
        await using var host = await SalaryTestHost.StartAsync();
        var response = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.Query(soc, location: location) },
            cancellationToken: Cancel
        );
        Assert.Equal(reason, response.Result.InsufficientEvidence.Reason);
    }

    [Fact]
    public async Task A_seniority_that_is_none_is_an_error_that_lists_them()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var query = Given.MlEngineer((Seniority)42);
        var said = await ViolationAsync(
            async () =>
                await host.Client.EstimateSalaryAsync(new EstimateSalaryRequest { Query = query }, cancellationToken: Cancel),
            "query.seniority"
        );
        Assert.Contains("SENIORITY_SENIOR", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_range_is_answered_in_its_currency_and_one_without_a_rate_is_its_own_error()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new GetPayBandsRequest
        {
            Query = Given.MlEngineer(location: "Germany"),
            PostedLow = new Google.Type.Money { CurrencyCode = "USD", Units = 90_000 },
            PostedHigh = new Google.Type.Money { CurrencyCode = "USD", Units = 120_000 },
        };
        var answer = await host.Questions.GetPayBandsAsync(request, cancellationToken: Cancel);
        Assert.Equal("USD", answer.Market.Estimate.Percentiles.P50.CurrencyCode);
        Assert.NotNull(answer.Posted);

        request.PostedLow.CurrencyCode = request.PostedHigh.CurrencyCode = "ARS";
        await ViolationAsync(
            async () => await host.Questions.GetPayBandsAsync(request, cancellationToken: Cancel),
            "posted_low.currency_code"
        );
    }

    private static async Task<string> ViolationAsync(Func<Task> call, string field)
    {
        var e = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
        var violation = Assert.Single(e.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(field, violation.Field);
        return violation.Description;
    }
}
