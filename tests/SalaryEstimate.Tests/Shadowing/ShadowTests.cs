using CareerRecs.Salary.Models;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Tests.Shadowing;

public sealed class ShadowTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_beside_itself_moves_nothing()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var answer = await host.Trainings.ShadowSalaryModelAsync(
            new ShadowSalaryModelRequest { Name = DefaultModel.Name },
            cancellationToken: Cancel
        );
        Assert.Equal((DefaultModel.Name, DefaultModel.Name), (answer.Model, answer.BaseModel));
        Assert.True(answer.ComparedCount > 10_000);
        Assert.Equal(
            (0, 0, 0.0, 0.0, 0.0),
            (answer.GainedCount, answer.LostCount, answer.MedianChange, answer.MovedShare, answer.WidthChange)
        );
        Assert.Empty(answer.MostMoved);
    }

    [Fact]
    public async Task What_moved_is_told_as_the_answers_tell_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(800, 2024));
        await host.EndOfAsync(
            (await host.Trainings.TrainModelAsync(new TrainModelRequest { ModelId = "ours" }, cancellationToken: Cancel))
                .Training
                .Name
        );

        var answer = await host.Trainings.ShadowSalaryModelAsync(
            new ShadowSalaryModelRequest { Name = "salaryModels/ours", MaxItems = 3 },
            cancellationToken: Cancel
        );

        Assert.Equal(DefaultModel.Name, answer.BaseModel);
        Assert.True(answer.LostCount > 0); // titles that the made-up people do not have
        Assert.InRange(answer.MovedShare, 0, 1);
        Assert.Equal(3, answer.MostMoved.Count);
        var most = answer.MostMoved[0];
        var query = new SalaryQuery
        {
            Role = new RoleReference { Title = most.Title },
            Seniority = most.Seniority,
            Location = most.Location,
            Currency = "USD",
        };
        foreach (var (model, said) in new[] { (answer.Model, most.After), (answer.BaseModel, most.Before) })
        {
            var asked = await host.Client.EstimateSalaryAsync(
                new EstimateSalaryRequest { Query = query, SalaryModel = model },
                cancellationToken: Cancel
            );
            Assert.Equal(said, asked.Result.Estimate.Percentiles.P50);
        }
    }
}
