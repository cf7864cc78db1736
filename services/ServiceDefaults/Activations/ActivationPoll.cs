using Microsoft.Extensions.Hosting;

namespace CareerRecs.ServiceDefaults.Activations;

/// <summary>
/// Looks at what is active when the host starts, again and again until this replica can answer, and then at an interval, for
/// activations whose event was missed.
/// </summary>
public abstract class ActivationPoll(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    /// <summary>Whether this replica has what it answers from.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Time between looks once the replica is ready.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>Looks at what is active and takes it in. A failure is logged and leaves what is known.</summary>
    protected abstract Task LookAsync(CancellationToken stoppingToken);

    /// <summary>Runs before the first look.</summary>
    protected virtual Task BeforeAsync(CancellationToken stoppingToken) => Task.CompletedTask;

    /// <summary>Runs once the replica is ready.</summary>
    protected virtual Task WhenReadyAsync(CancellationToken stoppingToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await BeforeAsync(stoppingToken);
        var wait = FirstRetry;
        while (!IsReady)
        {
            await LookAsync(stoppingToken);
            if (!IsReady)
            {
                await Task.Delay(wait, time, stoppingToken);
                wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry;
            }
        }

        await WhenReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    /// <summary>
    /// Waits until the host listens: in one process with the service that is asked, nobody answers before.
    /// </summary>
    protected static async Task WhenListeningAsync(IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
    }
}
