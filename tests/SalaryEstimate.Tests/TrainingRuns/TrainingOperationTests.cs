using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.Tests.TrainingRuns;

/// <summary>Trainings as operations.</summary>
public sealed class TrainingOperationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Metadata OtherTenant => new() { { CallerContext.TenantHeader, "another" } };

    [Fact]
    public async Task A_training_is_waited_for_as_an_operation()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(600, 2024));

        var started = await host.Trainings.TrainModelAsync(new TrainModelRequest { ModelId = "ours" }, cancellationToken: Cancel);
        var ended = await host.CompleteAsync<TrainModelResponse>(started.Operation);

        Assert.Equal($"operations/salary/{started.Training.Name["salaryTrainings/".Length..]}", started.Operation);
        Assert.Equal((State.Succeeded, "salaryModels/ours"), (ended.Training.State, ended.Training.Model));
        Assert.Equal(started.Operation, ended.Operation);
        Assert.Equal(await host.EndOfAsync(started.Training.Name), ended.Training);
        var operation = await host.GetOperationAsync(started.Operation);
        var metadata = operation.Metadata.Unpack<TrainModelMetadata>();
        Assert.Equal((started.Training.Name, State.Succeeded, 1), (metadata.Training, metadata.State, metadata.Progress));
        Assert.Equal((ended.Training.CreateTime, ended.Training.EndTime), (metadata.CreateTime, metadata.EndTime));
    }

    [Fact]
    public async Task A_training_that_fails_says_why_in_its_operation()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "in pesos", MadeUpObservations.Rows(500, 2024, "ARS"));
        var started = await host.Trainings.TrainModelAsync(new TrainModelRequest(), cancellationToken: Cancel);

        var failed = await Assert.ThrowsAsync<CareerRecsException>(() =>
            host.CompleteAsync<TrainModelResponse>(started.Operation)
        );

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.TooFewObservations), (failed.StatusCode, failed.Reason));
        Assert.Contains("pay in ARS", failed.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_whose_process_died_is_an_aborted_operation()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var dead = (await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel))!;
        var name = $"operations/salary/{dead.Id}";
        Assert.False((await host.GetOperationAsync(name)).Done);

        host.Time.Advance(TrainingRows.Lease * 1.1);

        var failed = Assert.Throws<CareerRecsException>((await host.GetOperationAsync(name)).GetResponse<TrainModelResponse>);
        Assert.Equal((StatusCode.Aborted, ErrorReason.OperationAbandoned), (failed.StatusCode, failed.Reason));
    }

    [Fact]
    public async Task A_training_is_cancelled_by_its_operation_and_stays_for_the_record()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var running = (await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel))!;
        var name = $"operations/salary/{running.Id}";

        await host.Operations.CancelOperationAsync(new CancelOperationRequest { Name = name }, cancellationToken: Cancel);

        var cancelled = Assert.Throws<CareerRecsException>((await host.GetOperationAsync(name)).GetResponse<TrainModelResponse>);
        Assert.Equal((StatusCode.Cancelled, ErrorReason.OperationCancelled), (cancelled.StatusCode, cancelled.Reason));
        Assert.Equal(State.Cancelled, (await host.EndOfAsync($"salaryTrainings/{running.Id}")).State);
        var kept = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Operations.DeleteOperationAsync(new DeleteOperationRequest { Name = name }, cancellationToken: Cancel)
        );
        Assert.Equal(ErrorReason.OperationKept, CareerRecsException.From(kept).Reason);
    }

    [Fact]
    public async Task Another_tenant_does_not_find_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var running = (await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel))!;
        var name = $"operations/salary/{running.Id}";

        var unseen = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Operations.GetOperationAsync(
                new GetOperationRequest { Name = name },
                OtherTenant,
                cancellationToken: Cancel
            )
        );
        var untouched = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Operations.CancelOperationAsync(
                new CancelOperationRequest { Name = name },
                OtherTenant,
                cancellationToken: Cancel
            )
        );
        var theirs = await host.Operations.ListOperationsAsync(
            new ListOperationsRequest { Name = "operations" },
            OtherTenant,
            cancellationToken: Cancel
        );

        Assert.Equal((StatusCode.NotFound, StatusCode.NotFound), (unseen.StatusCode, untouched.StatusCode));
        Assert.Empty(theirs.Operations);
        Assert.False((await host.GetOperationAsync(name)).Done);
    }

    [Fact]
    public async Task Waiting_ends_when_its_time_is_up()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var running = (await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel))!;
        var request = new WaitOperationRequest { Name = $"operations/salary/{running.Id}" };

        request.Timeout = Duration.FromTimeSpan(TimeSpan.Zero);
        var now = await host.Operations.WaitOperationAsync(request, cancellationToken: Cancel);
        request.Timeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(30));
        var later = await host.AdvanceUntilAsync(host.Operations.WaitOperationAsync(request, cancellationToken: Cancel));

        Assert.False(now.Done);
        Assert.False(later.Done);
    }

    [Theory]
    [InlineData("operations/salary/7", StatusCode.NotFound)]
    [InlineData("operations/salary/x", StatusCode.NotFound)]
    [InlineData("operations/salary/019b0000000070008000000000000000", StatusCode.NotFound)]
    [InlineData("operations/catalog/7", StatusCode.NotFound)]
    [InlineData("operations/salary", StatusCode.InvalidArgument)]
    [InlineData("operations/salary/a/b", StatusCode.InvalidArgument)]
    [InlineData("operations/salary/\0", StatusCode.InvalidArgument)]
    [InlineData("salaryTrainings/7", StatusCode.InvalidArgument)]
    [InlineData("", StatusCode.InvalidArgument)]
    public async Task A_name_of_nothing_is_refused(string name, StatusCode status)
    {
        await using var host = await SalaryTestHost.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => host.GetOperationAsync(name));
        var notWaited = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Operations.WaitOperationAsync(new WaitOperationRequest { Name = name }, cancellationToken: Cancel)
        );

        Assert.Equal((status, status), (refused.StatusCode, notWaited.StatusCode));
    }
}
