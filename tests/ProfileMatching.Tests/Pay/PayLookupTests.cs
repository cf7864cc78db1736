using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerRecs.ProfileMatching.Tests.Pay;

public sealed class PayLookupTests
{
    private const string Model = "salaryModels/2026.11";

    [Theory]
    [InlineData(StatusCode.Unavailable, "did not answer")]
    [InlineData(StatusCode.DeadlineExceeded, "did not answer")]
    [InlineData(StatusCode.PermissionDenied, "fault")]
    [InlineData(StatusCode.NotFound, "fault")]
    [InlineData(StatusCode.FailedPrecondition, "fault")]
    public async Task Without_an_answer_roles_come_without_pay_and_the_log_says_why(StatusCode status, string said)
    {
        var log = new Log();

        var answer = await AskAsync(status, log, model: "");

        Assert.Equal(PayStatus.SalaryUnavailable, answer.Status);
        Assert.Equal(said == "fault", answer.Message.Contains("error", StringComparison.Ordinal));
        var line = Assert.Single(log.Warnings);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Contains(status.ToString(), line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    public async Task That_a_pinned_model_is_not_there_is_for_the_caller_to_know(StatusCode status)
    {
        var log = new Log();

        Assert.Equal(status, (await Assert.ThrowsAsync<RpcException>(() => AskAsync(status, log, Model))).StatusCode);
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task An_outage_with_a_pinned_model_is_an_outage() =>
        Assert.Equal(PayStatus.SalaryUnavailable, (await AskAsync(StatusCode.Unavailable, new Log(), Model)).Status);

    private static async Task<PayAnswer> AskAsync(StatusCode status, Log log, string model)
    {
        var salary = new Failing(status);
        using var pay = new PayLookup(
            salary,
            new ActiveSalaryModel(salary, NullLogger<ActiveSalaryModel>.Instance),
            new MatchingOptions(),
            TimeProvider.System,
            log
        );
        var question = new PayQuestion(new PayTerms(model, "", "", default), "catalogs/made-up/versions/1", "d");
        return await pay.AskAsync(
            [new Role { Name = "catalogs/made-up/roles/cook", Title = "Cook" }],
            question,
            TestContext.Current.CancellationToken
        );
    }

    private sealed class Failing(StatusCode status) : SalaryService.SalaryServiceClient
    {
        public override AsyncUnaryCall<BatchEstimateSalariesResponse> BatchEstimateSalariesAsync(
            BatchEstimateSalariesRequest request,
            Metadata? headers = null,
            DateTime? deadline = null,
            CancellationToken cancellationToken = default
        ) =>
            new(
                Task.FromException<BatchEstimateSalariesResponse>(new RpcException(new Status(status, "no"))),
                Task.FromResult(new Metadata()),
                () => new Status(status, "no"),
                () => [],
                () => { }
            );
    }

    private sealed class Log : ILogger<PayLookup>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            Assert.Equal(LogLevel.Warning, logLevel);
            Warnings.Add(formatter(state, exception));
        }
    }
}
