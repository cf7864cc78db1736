using System.Threading.Channels;
using CareerRecs.ServiceDefaults.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>
/// Publishes an outbox in the background: at once when this process committed rows, else every second. The only thing that
/// publishes, because with the broker down a publish waits; here nobody waits for it.
/// </summary>
public sealed partial class OutboxRelay<TDb>(
    OutboxSender<TDb> sender,
    EventBus bus,
    OutboxInterceptor commits,
    BusOptions options,
    TimeProvider clock,
    ILogger<OutboxRelay<TDb>> logger
) : BackgroundService
    where TDb : ServiceDb
{
    private static readonly TimeSpan TrimInterval = TimeSpan.FromMinutes(10);

    private readonly ChannelReader<bool> _commits = commits.Listen();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var trimmed = clock.GetUtcNow();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Waiting comes first: what an earlier process left can wait a second, and the start of this one should not.
            await WaitAsync(options.PollInterval * Math.Min(1 + failures, 30), stoppingToken);
            try
            {
                if (await RelayAsync(stoppingToken) && clock.GetUtcNow() - trimmed > TrimInterval)
                {
                    await sender.TrimAsync(stoppingToken);
                    trimmed = clock.GetUtcNow();
                }

                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database is away, or not migrated yet. Whatever it is, the host serves on.
                failures++;
                LogFailed(sender.Database, e.GetType().Name);
            }
        }
    }

    /// <summary>Sends all that is due. False while the bus is not up.</summary>
    private async Task<bool> RelayAsync(CancellationToken cancellationToken)
    {
        var backlog = await sender.LookAsync(cancellationToken);
        if (backlog.Unsent == 0)
        {
            return true;
        }
        if (!await bus.StartsWithinAsync(options.PollInterval, cancellationToken))
        {
            return false;
        }
        while (await sender.SendDueAsync(cancellationToken) > 0) { }
        await sender.LookAsync(cancellationToken);
        return true;
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken stoppingToken)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(_commits.WaitToReadAsync(woken.Token).AsTask(), Task.Delay(longest, clock, woken.Token));
        await woken.CancelAsync();
        _commits.TryRead(out _);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Database}: the outbox was not relayed ({Kind}); trying again")]
    private partial void LogFailed(string database, string kind);
}
