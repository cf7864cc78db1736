using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Monitoring;

/// <summary>Looks at the coverage soon after the start, each hour, after an import of observations and after another model became active.</summary>
public sealed partial class DriftMonitor(DriftWatch watch, ModelSet models, TimeProvider time, ILogger<DriftMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(5); // the first requests come first
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _asked = new(0, 1);

    /// <summary>Looks soon: several that ask at once get one look.</summary>
    public void LookSoon()
    {
        lock (_asked)
        {
            if (_asked.CurrentCount == 0) _asked.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await models.WhenLookedAsync(stoppingToken);
            models.Changed += LookSoon;
            await using var hourly = time.CreateTimer(_ => LookSoon(), null, Start, Interval);
            while (true)
            {
                await _asked.WaitAsync(stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        finally
        {
            models.Changed -= LookSoon;
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await watch.LookAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogNoLook(e.GetType().Name); // the database is down or not migrated: the next look may see more
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot hold newer observations against the salary model ({Kind})")]
    private partial void LogNoLook(string kind);
}
