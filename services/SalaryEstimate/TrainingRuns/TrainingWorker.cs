using System.Threading.Channels;
using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Runs the trainings that this process started, one after the other, and gives signs of life of them.</summary>
public sealed partial class TrainingWorker(TrainingRun run, TrainingRows rows, TimeProvider time, ILogger<TrainingWorker> logger)
    : BackgroundService
{
    private const string Stopped = "The process that ran it was stopped. Nothing was kept of it: start it again.";

    private readonly Channel<TrainingJob> _jobs = Channel.CreateUnbounded<TrainingJob>();
    private readonly Lock _lock = new();
    private (long Id, CancellationTokenSource Source)? _current;

    /// <summary>Runs it as soon as the one before has wound down.</summary>
    public void Enqueue(TrainingJob job) => _jobs.Writer.TryWrite(job);

    /// <summary>Stops it if it runs here; one of another process stops at its next sign of life.</summary>
    public void Stop(long id)
    {
        lock (_lock)
        {
            if (_current is { } current && current.Id == id)
            {
                current.Source.Cancel();
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var job in _jobs.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(job, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task RunAsync(TrainingJob job, CancellationToken stoppingToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new TrainingProgress();
        lock (_lock)
        {
            _current = (job.Id, source);
        }
        try
        {
            // It may have been cancelled while it waited.
            if (!await rows.ReportAsync(job.Id, progress, source.Token))
            {
                return;
            }
            var alive = KeepAliveAsync(job.Id, progress, source);
            try
            {
                await run.RunAsync(job, progress, source.Token);
            }
            finally
            {
                await source.CancelAsync();
                await alive;
            }
        }
        catch (TrainingException e)
        {
            await EndAsync(job.Id, e.Error);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // Cancelled by a caller it has ended already, and stays so.
            await EndAsync(job.Id, Errors.Abandoned(Stopped));
        }
        catch (Exception e)
        {
            LogFailed(e, job.Id);
            await EndAsync(job.Id, Errors.Internal($"salaryTrainings/{job.Id}"));
        }
        finally
        {
            lock (_lock)
            {
                _current = null;
            }
        }
    }

    private async Task KeepAliveAsync(long id, TrainingProgress progress, CancellationTokenSource source)
    {
        using var timer = new PeriodicTimer(TrainingRows.Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(source.Token))
            {
                try
                {
                    if (!await rows.ReportAsync(id, progress, source.Token))
                    {
                        await source.CancelAsync();
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogNoSign(id, e.GetType().Name); // the database is down: the next sign may get through before the lease ends
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It ended.
        }
    }

    private async Task EndAsync(long id, RpcException error)
    {
        try
        {
            await rows.FailAsync(id, error, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogNoSign(id, e.GetType().Name); // it fails once its lease has run out
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Training {Id} failed")]
    private partial void LogFailed(Exception exception, long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot write how training {Id} stands ({Kind})")]
    private partial void LogNoSign(long id, string kind);
}
