using CareerRecs.Salary.Tests;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.Salary.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.Tests.TrainingRuns;

public sealed class TrainingLifeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_runs_at_a_time_until_it_is_cancelled()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(500, 2024));
        // One of another process: it holds its lease, and nothing runs here.
        var other = await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel);

        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Trainings.TrainModelAsync(new TrainModelRequest(), cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.ResourceExhausted, e.StatusCode);
        var name = $"salaryTrainings/{other!.Id}";
        var cancelled = (
            await host.Trainings.CancelSalaryTrainingAsync(
                new CancelSalaryTrainingRequest { Name = name },
                cancellationToken: Cancel
            )
        ).Training;
        Assert.Equal(State.Cancelled, cancelled.State);
        Assert.Equal(host.Time.GetUtcNow(), cancelled.EndTime.ToDateTimeOffset());
        Assert.False(await host.Get<TrainingRows>().ReportAsync(other.Id, new TrainingProgress(), Cancel));
        var again = (
            await host.Trainings.CancelSalaryTrainingAsync(
                new CancelSalaryTrainingRequest { Name = name },
                cancellationToken: Cancel
            )
        ).Training;
        Assert.Equal(cancelled, again);

        var next = (await host.Trainings.TrainModelAsync(new TrainModelRequest(), cancellationToken: Cancel)).Training;
        Assert.Equal(State.Succeeded, (await host.EndOfAsync(next.Name)).State);
        var page = await host.Trainings.ListSalaryTrainingsAsync(
            new ListSalaryTrainingsRequest { PageSize = 1 },
            cancellationToken: Cancel
        );
        Assert.Equal(next.Name, Assert.Single(page.Trainings).Name);
        page = await host.Trainings.ListSalaryTrainingsAsync(
            new ListSalaryTrainingsRequest { PageToken = page.NextPageToken },
            cancellationToken: Cancel
        );
        Assert.Equal(name, Assert.Single(page.Trainings).Name);
    }

    [Fact]
    public async Task A_training_whose_process_died_has_failed_and_makes_room()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var dead = (await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel))!;
        host.Time.Advance(TrainingRows.Lease / 2);
        Assert.True(await host.Get<TrainingRows>().ReportAsync(dead.Id, new TrainingProgress(), Cancel));
        host.Time.Advance(TrainingRows.Lease * 0.9);
        var name = $"salaryTrainings/{dead.Id}";
        Assert.Equal(
            State.Running,
            (await host.Trainings.GetSalaryTrainingAsync(new GetSalaryTrainingRequest { Name = name }, cancellationToken: Cancel))
                .Training
                .State
        );

        host.Time.Advance(TrainingRows.Lease);

        var training = (
            await host.Trainings.GetSalaryTrainingAsync(new GetSalaryTrainingRequest { Name = name }, cancellationToken: Cancel)
        ).Training;
        Assert.Equal(State.Failed, training.State);
        Assert.Contains("start it again", training.Message, StringComparison.Ordinal);
        Assert.NotNull(await host.Get<TrainingRows>().StartAsync("local", "next", Cancel));
    }

    [Fact]
    public async Task A_training_that_was_ended_meanwhile_leaves_no_model()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(500, 2024));
        var rows = host.Get<TrainingRows>();
        var row = (await rows.StartAsync("local", "late", Cancel))!;
        await rows.CancelAsync(row.Id, Cancel);
        await host.Get<TrainingRun>()
            .RunAsync(new TrainingJob(row.Id, "local", "late", [], false, ""), new TrainingProgress(), Cancel);
        await using var db = host.OpenDb();
        Assert.False(await db.Models.AnyAsync(m => m.Id == "late", Cancel));
    }

    [Fact]
    public async Task Cancelling_reaches_the_fit()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(500, 2024));
        var row = (await host.Get<TrainingRows>().StartAsync("local", "late", Cancel))!;
        using var source = new CancellationTokenSource();
        var progress = new TrainingProgress();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            host.Get<TrainingRun>().RunAsync(new TrainingJob(row.Id, "local", "late", [], false, ""), progress, source.Token)
        );
        Assert.True(progress.Share < 1);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var host = await SalaryTestHost.StartAsync();
        foreach (var name in new[] { "salaryTrainings/7", "salaryTrainings/x" })
        {
            var e = await Assert.ThrowsAsync<RpcException>(async () =>
                await host.Trainings.GetSalaryTrainingAsync(
                    new GetSalaryTrainingRequest { Name = name },
                    cancellationToken: Cancel
                )
            );
            Assert.Equal(StatusCode.NotFound, e.StatusCode);
        }
    }
}
