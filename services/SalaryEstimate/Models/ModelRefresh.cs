using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.Salary.Models;

/// <summary>Keeps this replica on the model that is active: a look at the start, one a minute, and one at each event.</summary>
public sealed partial class ModelRefresh(ModelSet models, TimeProvider time, ILogger<ModelRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3); // a start never waits longer for the database

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host starts while the model is read
        models.Warm();
        await LookAsync(stoppingToken);
        models.Looked();
        using var timer = new PeriodicTimer(Interval, time);
        while (await Next(timer, stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stoppingToken);
        try
        {
            await models.RefreshAsync(either.Token);
        }
        catch (Exception e)
        {
            // The database is down or not migrated: the model in memory goes on answering, and says its name.
            if (!stoppingToken.IsCancellationRequested)
            {
                LogNoLook(models.Active.Name, e.GetType().Name);
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Cannot see which salary model is active ({Kind}); {Model} goes on answering"
    )]
    private partial void LogNoLook(string model, string kind);
}

/// <summary>Looks at once when another replica says that it activated a model.</summary>
public sealed class ModelActivatedHandler(ModelSet models) : IEventHandler<SalaryModelActivated>
{
    /// <inheritdoc />
    public Task HandleAsync(EventContext<SalaryModelActivated> e, CancellationToken cancellationToken) =>
        models.RefreshAsync(cancellationToken);
}
