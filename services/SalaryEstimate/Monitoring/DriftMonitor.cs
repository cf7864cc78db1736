using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Monitoring;

/// <summary>
/// Looks at the coverage soon after the start, each hour, after another model became active, and after imports of observations:
/// of those that come one after the other not after each, for a look reads everything that is newer than the model.
/// </summary>
public sealed partial class DriftMonitor(DriftWatch watch, ModelSet models, TimeProvider time, ILogger<DriftMonitor> logger)
    : BackgroundService
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(5); // the first requests come first
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private static readonly TimeSpan BetweenImports = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asked = new(0, 1);
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private ITimer? _later;

    /// <summary>Looks soon: several that ask at once get one look.</summary>
    public void LookSoon()
    {
        lock (_asked)
        {
            if (_asked.CurrentCount == 0)
            {
                _asked.Release();
            }
        }
    }

    /// <summary>Looks now, or once some minutes have gone since the last look.</summary>
    public void LookAfterChange()
    {
        lock (_asked)
        {
            if (_later is not null)
            {
                return;
            }
            var due = _last + BetweenImports - time.GetUtcNow();
            if (due <= TimeSpan.Zero)
            {
                LookSoon();
            }
            else
            {
                _later = time.CreateTimer(_ => LookSoon(), null, due, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _later?.Dispose();
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
        lock (_asked)
        {
            // What comes from here on may not be in this look: it asks for another.
            _last = time.GetUtcNow();
            _later?.Dispose();
            _later = null;
        }

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
