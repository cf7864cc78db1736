using MassTransit;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>Around every handler: counts what was applied and dropped, and makes the last failure of an event seen.</summary>
internal sealed partial class DeliveryGuard(BusOptions options, EventMetrics metrics, ILogger<DeliveryGuard> logger)
{
    /// <summary>Runs a handler, which tells whether it applied the event or dropped it. A failure goes on to the retry.</summary>
    public async Task RunAsync(string consumer, ConsumeContext context, Func<CancellationToken, Task<bool>> handle)
    {
        try
        {
            if (await handle(context.CancellationToken))
            {
                metrics.Applied(consumer);
            }
            else
            {
                metrics.Dropped(consumer);
            }
        }
        catch (Exception e) when (IsLast(context))
        {
            LogDeadLetter(consumer, context.MessageId, context.GetRetryAttempt() + 1, e.GetType().Name);
            metrics.DeadLetter(consumer);
            throw;
        }
    }

    private bool IsLast(ConsumeContext context) =>
        context.GetRetryAttempt() >= options.Retries.Length && !context.CancellationToken.IsCancellationRequested;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Consumer} failed on event {EventId} {Attempts} times, last with {Kind}: a dead letter"
    )]
    private partial void LogDeadLetter(string consumer, Guid? eventId, int attempts, string kind);
}
