using System.Collections.Concurrent;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>Work to run as an operation.</summary>
/// <param name="Tenant">Tenant that starts it.</param>
/// <param name="Scope">Scope that starting it needs.</param>
/// <param name="ReadMetadata">Returns the metadata that the operation shows, as the work stands; called while it runs.</param>
/// <param name="Resource">What the work needs and nobody else; disposed of when the work has ended or could not start.</param>
/// <param name="RunAsync">Does the work and returns the response.</param>
public sealed record OperationWork(
    string Tenant,
    string Scope,
    Func<IMessage> ReadMetadata,
    IAsyncDisposable Resource,
    Func<CancellationToken, Task<IMessage>> RunAsync
);

/// <summary>Runs operations in this process, gives signs of life of them and writes how they end.</summary>
/// <param name="service">Service in the names of the operations.</param>
/// <param name="rows">Rows of the operations.</param>
/// <param name="time">Clock of the signs of life.</param>
/// <param name="logger">Gets faults of ours.</param>
public sealed partial class OperationRunner<TDb>(
    string service,
    OperationRows<TDb> rows,
    TimeProvider time,
    ILogger<OperationRunner<TDb>> logger
) : IHostedService, IDisposable
    where TDb : ServiceDb
{
    private const string Stopped = "The process that ran the operation was stopped. Nothing of it was kept: start it again.";

    private readonly ConcurrentDictionary<string, Running> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Service in the names of the operations.</summary>
    public string Service => service;

    /// <summary>Starts the work and returns the name of its operation; the work goes on when the call has ended.</summary>
    public async Task<string> StartAsync(OperationWork work, CancellationToken cancellationToken)
    {
        var row = await AddAsync(work, cancellationToken);
        var running = new Running(CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token));
        _running[row.Id] = running;
        _ = Task.Run(() => RunAsync(row.Id, work, running), CancellationToken.None);
        return new OperationName(service, row.Id).ToString();
    }

    /// <summary>Stops the operation if it runs here; in another process it stops at its next sign of life.</summary>
    public void Stop(string id)
    {
        if (_running.TryGetValue(id, out var running))
        {
            running.Cancel();
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        var ended = Task.WhenAll(_running.Values.Select(running => running.Ended));
        // What has not ended when the host may wait no longer counts as abandoned once its lease has run out.
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public void Dispose() => _stopping.Dispose();

    private async Task<OperationRow> AddAsync(OperationWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.AddAsync(work.Tenant, work.Scope, work.ReadMetadata(), cancellationToken);
        }
        catch
        {
            await work.Resource.DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync(string id, OperationWork work, Running running)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(running.Token);
        var alive = KeepAliveAsync(id, work, running, ended.Token);
        try
        {
            var end = await RunToEndAsync(id, work, running);
            await WriteEndAsync(id, end);
        }
        finally
        {
            await ended.CancelAsync();
            await alive;
            _running.TryRemove(id, out _);
            running.Dispose();
        }
    }

    private async Task<OperationEnd> RunToEndAsync(string id, OperationWork work, Running running)
    {
        try
        {
            return OperationEnd.Succeed(await RunAsync(work, running.Token), work.ReadMetadata());
        }
        catch (Exception e)
        {
            return OperationEnd.Fail(ToError(id, e, running), work.ReadMetadata());
        }
    }

    // Frees the resource before anybody can read that the operation has ended.
    private static async Task<IMessage> RunAsync(OperationWork work, CancellationToken cancellationToken)
    {
        await using (work.Resource)
        {
            return await work.RunAsync(cancellationToken);
        }
    }

    private Grpc.Core.RpcException ToError(string id, Exception exception, Running running)
    {
        var isStopped = running.Token.IsCancellationRequested;
        var error =
            isStopped && _stopping.IsCancellationRequested ? Errors.Errors.Abandoned(Stopped)
            : isStopped ? Errors.Errors.Cancelled()
            : OperationErrors.FromException(exception);
        if (error is null)
        {
            LogFailed(exception, id);
            error = Errors.Errors.Internal(id);
        }
        return error;
    }

    /// <summary>
    /// Writes how an operation ended, again and again while the database does not answer: what was done must not count as
    /// abandoned. A host that stops tries once.
    /// </summary>
    private async Task WriteEndAsync(string id, OperationEnd end)
    {
        while (true)
        {
            try
            {
                await rows.EndAsync(id, end, CancellationToken.None);
                return;
            }
            catch (Exception e)
            {
                LogNotWritten(id, e.GetType().Name);
            }

            try
            {
                await Task.Delay(OperationRows<TDb>.Heartbeat, time, _stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return; // it counts as abandoned once its lease has run out
            }
        }
    }

    private async Task KeepAliveAsync(string id, OperationWork work, Running running, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(OperationRows<TDb>.Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                try
                {
                    if (await rows.ReportAsync(id, work.ReadMetadata(), ended) != Pulse.GoOn)
                    {
                        running.Cancel();
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogNotWritten(id, e.GetType().Name); // the next sign may get through before the lease ends
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It ended.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Operation {Id} failed unexpectedly")]
    private partial void LogFailed(Exception exception, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot write the state of operation {Id} ({Kind})")]
    private partial void LogNotWritten(string id, string kind);

    private sealed class Running(CancellationTokenSource source) : IDisposable
    {
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _isDisposed;

        public CancellationToken Token { get; } = source.Token;

        /// <summary>Completes when the operation has ended and nothing of it runs any more.</summary>
        public Task Ended => _ended.Task;

        public void Cancel()
        {
            lock (_lock)
            {
                if (!_isDisposed)
                {
                    source.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _isDisposed = true;
                source.Dispose();
            }
            _ended.TrySetResult();
        }
    }
}
