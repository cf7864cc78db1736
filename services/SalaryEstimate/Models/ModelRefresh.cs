using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.Salary.Models;

/// <summary>Keeps this replica on the active model: a look at the start, one a minute, and one at each event.</summary>
public sealed partial class ModelRefresh(ModelSet models, TimeProvider time, ILogger<ModelRefresh> logger) : ActivationPoll(time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3); // a start never waits longer for the database
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    public override bool IsReady => models.IsReady;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task BeforeAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host starts while the model is read
        models.Warm();
    }

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
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

        // In vain too: the shipped model needs no database.
        models.Looked();
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
