using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>The handlers of this host, collected while services are added and connected when the bus is made.</summary>
public sealed class Subscriptions
{
    private readonly List<Subscription> _all = [];

    internal IReadOnlyList<Subscription> All => _all;

    internal void Add(Subscription subscription) => _all.Add(subscription);
}

/// <summary>Registers bus, relays and handlers, in any order.</summary>
public static class EventExtensions
{
    /// <summary>The bus of this host. Called by everything below; calling it again does nothing.</summary>
    public static void AddBus(this WebApplicationBuilder builder)
    {
        if (builder.Services.Any(s => s.ServiceType == typeof(Subscriptions)))
        {
            return;
        }
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new Subscriptions());
        var options = builder.ReadSettings<BusOptions>("Bus");
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<EventMetrics>();
        builder.Services.AddSingleton<OutboxInterceptor>();
        builder.Services.AddSingleton<EventBus>();
        builder.Services.AddSingleton<IDependencyProbe, BusProbe>();
        builder.Services.AddHostedService(s => s.GetRequiredService<EventBus>());
    }

    /// <summary>Publishes the outbox of a database in the background.</summary>
    public static void AddOutboxRelay<TDb>(this WebApplicationBuilder builder)
        where TDb : ServiceDb
    {
        builder.AddBus();
        builder.Services.AddSingleton(s => new OutboxSender<TDb>(
            s.GetRequiredService<IDbContextFactory<TDb>>(),
            s.GetRequiredService<EventBus>().PublishAsync,
            s.GetRequiredService<BusOptions>(),
            s.GetRequiredService<EventMetrics>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<OutboxSender<TDb>>>()
        ));
        builder.Services.AddHostedService<OutboxRelay<TDb>>();
    }

    /// <summary>
    /// Every replica gets every event of this kind. What is not of a higher revision than the replica has seen is dropped.
    /// </summary>
    public static void AddEventHandler<TEvent, THandler>(this WebApplicationBuilder builder)
        where TEvent : IMessage<TEvent>, new()
        where THandler : class, IEventHandler<TEvent>
    {
        builder.Services.TryAddSingleton<THandler>();
        builder.Subscriptions().Add(new ReplicaSubscription<TEvent, THandler>());
    }

    /// <summary>
    /// One replica gets each event, through a queue named after the consumer that outlives them all. The handler runs in a
    /// transaction of <typeparamref name="TDb"/> that also stores the revision; what is not higher is dropped, and erasure ends a
    /// key for good.
    /// </summary>
    public static void AddDurableEventHandler<TEvent, THandler, TDb>(this WebApplicationBuilder builder, string consumer)
        where TEvent : IMessage<TEvent>, new()
        where THandler : class, IDurableEventHandler<TEvent, TDb>
        where TDb : ServiceDb
    {
        builder.Services.TryAddSingleton<THandler>();
        builder.Subscriptions().Add(new DurableSubscription<TEvent, THandler, TDb>(consumer));
    }

    private static Subscriptions Subscriptions(this WebApplicationBuilder builder)
    {
        builder.AddBus();
        return (Subscriptions)builder.Services.Single(s => s.ServiceType == typeof(Subscriptions)).ImplementationInstance!;
    }
}
