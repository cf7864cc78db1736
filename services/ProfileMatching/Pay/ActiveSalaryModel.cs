using CareerRecs.Events.V1;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Events;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Pay;

/// <summary>
/// The salary model that answers now, as far as is known here. Answers with pay are cached under it. Learned from events, from
/// every answer of the salary service, and by asking each minute.
/// </summary>
public sealed class ActiveSalaryModel(SalaryService.SalaryServiceClient salary, ILogger<ActiveSalaryModel> logger)
    : IEventHandler<SalaryModelActivated>
{
    private volatile string _name = "";

    /// <summary>Resource name of the model; empty while none is known.</summary>
    public string Name => _name;

    /// <summary>Takes note of the model that an answer of the salary service names.</summary>
    public void Seen(string model) => _name = model;

    /// <inheritdoc />
    public Task HandleAsync(EventContext<SalaryModelActivated> e, CancellationToken cancellationToken)
    {
        _name = e.Event.Model;
        return Task.CompletedTask;
    }

    /// <summary>Asks the salary service; what is known stays when it does not answer.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var models = await salary.ListSalaryModelsAsync(
                new ListSalaryModelsRequest { PageSize = 100 },
                cancellationToken: cancellationToken
            );
            if (models.Models.FirstOrDefault(m => m.State == SalaryModel.Types.State.Active) is { } active)
            {
                _name = active.Name;
            }
        }
        catch (RpcException e)
        {
            // Pay is marked unavailable where it is asked for; here there is nobody to tell but who runs it.
            if (!cancellationToken.IsCancellationRequested)
            {
                SalaryFailure.Log(logger, e);
            }
        }
    }
}

/// <summary>Asks for the active model on start and every minute, in case an event was missed.</summary>
internal sealed class SalaryModelPoll(ActiveSalaryModel model, IHostApplicationLifetime lifetime, TimeProvider time)
    : ActivationPoll(time)
{
    private volatile bool _asked;

    // Answers go without pay until the salary service names its model; nobody waits for it.
    public override bool IsReady => _asked;

    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    protected override Task BeforeAsync(CancellationToken stoppingToken) => WhenListeningAsync(lifetime, stoppingToken);

    protected override async Task LookAsync(CancellationToken stoppingToken)
    {
        await model.AskAsync(stoppingToken);
        _asked = true;
    }
}
