using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.Salary.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.Tests.TrainingRuns;

public sealed class TrainingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_training_makes_a_candidate_that_answers_who_asks_for_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(1_200, 2024));
        await MadeUpObservations.ImportAsync(host, "in pesos", MadeUpObservations.Rows(3, 2024, "ARS"));

        var started = (
            await host.Trainings.TrainModelAsync(
                new TrainModelRequest { ModelId = "ours", Reason = "first try" },
                cancellationToken: Cancel
            )
        ).Training;
        var ended = await host.EndOfAsync(started.Name);

        Assert.Equal((State.Succeeded, "salaryModels/ours", 1.0, ""), (ended.State, ended.Model, ended.Progress, ended.Message));
        Assert.InRange(ended.ObservationCount, 1_150, 1_200);
        var model = await host.ModelAsync("salaryModels/ours");
        Assert.Equal(SalaryModel.Types.State.Candidate, model.State);
        Assert.InRange(model.Metrics.Coverage, 0.76, 0.84);
        Assert.Equal(ended.ObservationCount, model.Metrics.Observations);
        Assert.Equal(DefaultModel.Name, model.Metrics.BaseModel);
        Assert.True(model.Metrics.Paired.ModelUsd < model.Metrics.Paired.BaseUsd);
        Assert.Contains("| pay in ARS; the model has no rate for it | 3 |", model.ModelCard, StringComparison.Ordinal);
        Assert.Contains("Reason: first try", model.ModelCard, StringComparison.Ordinal);
        Assert.Contains("| our people | 1,200 |", model.ModelCard, StringComparison.Ordinal);
        Assert.DoesNotContain("in pesos", model.ModelCard, StringComparison.Ordinal); // three rows

        var asked = new EstimateSalaryRequest
        {
            Query = new SalaryQuery
            {
                Role = new RoleReference { Title = "Sr. Data Eng" },
                Location = "Germany",
            },
            SalaryModel = model.Name,
        };
        var estimate = (await host.Client.EstimateSalaryAsync(asked, cancellationToken: Cancel)).Result.Estimate;
        // 100,000 x e^(.05 - .5 + .25), brought from 2024 to the model's date, in euros.
        Assert.InRange(estimate.Percentiles.P50.Units, 81_873 * 1.081 * 0.892 * 0.93, 81_873 * 1.081 * 0.892 * 1.07);
        Assert.True(estimate.HasMeasuredCoverage is false);
        Assert.Contains("pay observations of the operator, 2024 (imported)", estimate.Sources);
        Assert.DoesNotContain("our people", estimate.ToString(), StringComparison.Ordinal); // other tenants get the same answer
        var usual = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = asked.Query },
            cancellationToken: Cancel
        );
        Assert.Equal(DefaultModel.Name, usual.SalaryModel);
    }

    [Fact]
    public async Task The_same_observations_give_the_same_pay_model()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(700, 2024));
        foreach (var id in new[] { "one", "two" })
        {
            await host.EndOfAsync(
                (await host.Trainings.TrainModelAsync(new TrainModelRequest { ModelId = id }, cancellationToken: Cancel))
                    .Training
                    .Name
            );
        }

        await using var db = host.OpenDb();
        var files = await db.Models.Where(m => m.Id == "one" || m.Id == "two").Select(m => m.File).ToListAsync(Cancel);
        Assert.Equal(
            ModelFile.Write(ModelFile.Read(files[0]) with { Id = "" }),
            ModelFile.Write(ModelFile.Read(files[1]) with { Id = "" })
        );
    }

    [Fact]
    public async Task Recalibrating_moves_levels_and_leaves_the_factors()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(800, 2024));
        await host.EndOfAsync(
            (await host.Trainings.TrainModelAsync(new TrainModelRequest { ModelId = "ours" }, cancellationToken: Cancel))
                .Training
                .Name
        );
        await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = "salaryModels/ours" },
            cancellationToken: Cancel
        );
        var none = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Trainings.TrainModelAsync(new TrainModelRequest { RecalibrateOnly = true }, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.FailedPrecondition, none.StatusCode);
        await MadeUpObservations.ImportAsync(host, "a year later", MadeUpObservations.Rows(600, 2025, shift: 0.4));
        await MadeUpObservations.ImportAsync(host, "a hospital", MadeUpObservations.Nurses(500, 2025));

        var ended = await host.EndOfAsync(
            (await host.Trainings.TrainModelAsync(new TrainModelRequest { RecalibrateOnly = true }, cancellationToken: Cancel))
                .Training
                .Name
        );

        Assert.Equal("salaryModels/recalibrated-2026.11.23", ended.Model);
        var model = await host.ModelAsync(ended.Model);
        Assert.Equal((2025, 2025), (model.Metrics.FirstYear, model.Metrics.LastYear));
        Assert.InRange(model.Metrics.Observations, 580, 600);
        Assert.Contains(
            "| a title or country that the model does not answer for | 500 |",
            model.ModelCard,
            StringComparison.Ordinal
        );
        Assert.True(model.Metrics.Paired.ModelUsd < model.Metrics.Paired.BaseUsd);
        await using var db = host.OpenDb();
        var (before, after) = (await PayOf(db, "ours"), await PayOf(db, "recalibrated-2026.11.23"));
        Assert.Equal(before.Level.SelectMany(g => g.Effects), after.Level.SelectMany(g => g.Effects));
        Assert.All(before.Bands.Zip(after.Bands), pair => Assert.True(pair.Second.Median > pair.First.Median + 0.1));
    }

    [Fact]
    public async Task Too_few_observations_or_a_name_that_is_taken_are_refused()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(499, 2024));
        var few = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Trainings.TrainModelAsync(new TrainModelRequest(), cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.FailedPrecondition, few.StatusCode);
        Assert.Contains("499", few.Status.Detail, StringComparison.Ordinal);

        await MadeUpObservations.ImportAsync(host, "in pesos", MadeUpObservations.Rows(300, 2024, "ARS"));
        var taken = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Trainings.TrainModelAsync(new TrainModelRequest { ModelId = DefaultModel.Id }, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.AlreadyExists, taken.StatusCode);

        // There are enough, but not of those that can be used: that shows only when they are read.
        var ended = await host.EndOfAsync(
            (await host.Trainings.TrainModelAsync(new TrainModelRequest(), cancellationToken: Cancel)).Training.Name
        );
        Assert.Equal((State.Failed, ""), (ended.State, ended.Model));
        Assert.Contains("pay in ARS", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_differ_by_what_is_not_told_apart_are_one_before_they_are_counted()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var row = MadeUpObservations.Rows(1, 2024)[0];
        await MadeUpObservations.ImportAsync(
            host,
            "our people",
            Enumerable.Range(0, 600).Select(i => new PayObservation(row) { Id = $"r{i}", Employer = $"employer {i}" })
        );
        var ended = await host.EndOfAsync(
            (await host.Trainings.TrainModelAsync(new TrainModelRequest(), cancellationToken: Cancel)).Training.Name
        );
        Assert.Equal(State.Failed, ended.State);
        Assert.StartsWith("1 distinct observations can be used, 500 are needed", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_was_taken_meanwhile_is_told()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var row = (await host.Get<TrainingRows>().StartAsync("local", "late", Cancel))!;
        await using (var db = host.OpenDb())
        {
            db.Models.Add(new ModelRow { Id = "late" });
            await db.SaveChangesAsync(Cancel);
        }

        var e = await Assert.ThrowsAsync<TrainingException>(() =>
            host.Get<TrainingRun>()
                .RunAsync(new TrainingJob(row.Id, "local", "late", [], false, ""), new TrainingProgress(), Cancel)
        );
        Assert.StartsWith("salaryModels/late is there already", e.Message, StringComparison.Ordinal);
    }

    private static async Task<PayModelParameters> PayOf(SalaryDb db, string id) =>
        ModelFile.Read((await db.Models.SingleAsync(m => m.Id == id, Cancel)).File).Pay!;
}
