using CareerRecs.ServiceDefaults.Storage;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>
/// The bus of this host: RabbitMQ by configuration, else in memory. It is made beside the container, which would bring a health
/// check that makes a host unready with its broker, and it never holds up the start: RabbitMQ is connected to in the background,
/// and the in-memory bus, on which nothing comes but what this process puts there, starts with the first event.
/// </summary>
public sealed partial class EventBus(
    Subscriptions subscriptions,
    BusOptions options,
    EventMetrics metrics,
    IServiceProvider services,
    ILoggerFactory loggers
) : IHostedService, IDisposable
{
    private static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(5);

    private readonly string _instance = NewId.NextGuid().ToString("N");
    private readonly ILogger _logger = loggers.CreateLogger<EventBus>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private Task<IBusControl>? _start;
    private IBusControl? _bus;

    /// <summary>The bus, once it was started and while it is healthy.</summary>
    public bool IsUp => _start is { IsCompletedSuccessfully: true } && _bus?.CheckHealth().Status == BusHealthStatus.Healthy;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.IsConfigured)
        {
            _ = Started();
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task<IBusControl>? start;
        lock (_lock)
        {
            start = _start;
        }
        if (start is null)
        {
            return;
        }
        try
        {
            var bus = await start.WaitAsync(cancellationToken);
            await bus.StopAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (start.IsCanceled)
        {
            // It never came up.
        }
        catch (Exception e)
        {
            LogNotStopped(_logger, e.GetType().Name);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _stopping.Dispose();

    /// <summary>Publishes a row; returns when the broker has confirmed it. For the relay alone.</summary>
    internal async Task PublishAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var bus = await Started().WaitAsync(cancellationToken);
        await EventType.Named(row.EventType).PublishAsync(bus, row, cancellationToken);
    }

    /// <summary>Starts the bus unless it is started, and tells whether it is up within this time.</summary>
    internal async Task<bool> StartsWithinAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var start = Started();
        await Task.WhenAny(start, Task.Delay(time, cancellationToken));
        return start.IsCompletedSuccessfully;
    }

    private Task<IBusControl> Started()
    {
        lock (_lock)
        {
            return _start ??= Task.Run(StartBusAsync);
        }
    }

    private async Task<IBusControl> StartBusAsync()
    {
        LogContext.ConfigureCurrentLogContext(loggers);
        while (true)
        {
            try
            {
                _bus = CreateBus();
                await _bus.StartAsync(_stopping.Token);
                return _bus;
            }
            catch (Exception e) when (!_stopping.IsCancellationRequested)
            {
                LogNotStarted(_logger, e.GetType().Name);
                await Task.Delay(RestartDelay, _stopping.Token);
            }
        }
    }

    private IBusControl CreateBus() =>
        options.IsConfigured
            ? Bus.Factory.CreateUsingRabbitMq(rabbit =>
            {
                rabbit.Host(new Uri(options.Url));
                Configure(rabbit);
            })
            : Bus.Factory.CreateUsingInMemory(Configure);

    private void Configure(IBusFactoryConfigurator bus)
    {
        var guard = new DeliveryGuard(options, metrics, loggers.CreateLogger<DeliveryGuard>());
        // The events of one consumer share a queue, and with it their order.
        foreach (var consumer in subscriptions.All.GroupBy(s => (s.Consumer, s.IsShared)))
        {
            var queue = consumer.Key.IsShared ? consumer.Key.Consumer : $"{consumer.Key.Consumer}-{_instance}";
            bus.ReceiveEndpoint(
                queue,
                endpoint =>
                {
                    endpoint.PublishFaults = false;
                    if (!consumer.Key.IsShared)
                    {
                        OwnQueue(endpoint);
                    }
                    endpoint.UseMessageRetry(retry => retry.Intervals(options.Retries));
                    var revisions = new ReplicaRevisions();
                    foreach (var subscription in consumer)
                    {
                        subscription.Connect(endpoint, services, guard, revisions);
                    }
                }
            );
        }
    }

    private void OwnQueue(IReceiveEndpointConfigurator endpoint)
    {
        // In order, one at a time; and a dead letter addressed to one replica has no reader: it is counted, logged and dropped,
        // and the replica learns what it missed when it asks, as it does every minute.
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.DiscardFaultedMessages();
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.QueueExpiration = options.ReplicaQueueLife;
            // Of an expiring queue this says that its exchange goes with it; the queue itself stays without a consumer.
            rabbit.AutoDelete = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus did not start: {Kind}; trying again")]
    private static partial void LogNotStarted(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus did not stop in order: {Kind}")]
    private static partial void LogNotStopped(ILogger logger, string kind);
}
