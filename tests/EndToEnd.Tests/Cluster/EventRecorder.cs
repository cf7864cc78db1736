using System.Collections.Concurrent;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>Listens on the bus as any application of the company may, and keeps what came.</summary>
internal sealed class EventRecorder
    : IEventHandler<ProfileChanged>,
        IEventHandler<ProfileErased>,
        IEventHandler<CatalogVersionActivated>
{
    private readonly ConcurrentQueue<Heard> _heard = new();

    /// <summary>What came of one key, in the order it came.</summary>
    public IReadOnlyList<Heard> Of(string owner, string key) => [.. _heard.Where(h => h.Owner == owner && h.Key == key)];

    /// <summary>A host that hears.</summary>
    public async Task<ServiceHost> ListenAsync(string busUrl)
    {
        var host = await ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Bus:Url"] = busUrl },
                Add = builder =>
                {
                    builder.Services.AddSingleton(this);
                    builder.AddEventHandler<ProfileChanged, EventRecorder>();
                    builder.AddEventHandler<ProfileErased, EventRecorder>();
                    builder.AddEventHandler<CatalogVersionActivated, EventRecorder>();
                },
            },
            TestContext.Current.CancellationToken
        );
        var bus = host.Services.GetRequiredService<EventBus>();
        await Eventually.IsSoAsync("the recorder hears", () => Task.FromResult(bus.IsUp));
        return host;
    }

    public Task HandleAsync(EventContext<ProfileChanged> e, CancellationToken cancellationToken) => Keep(e);

    public Task HandleAsync(EventContext<ProfileErased> e, CancellationToken cancellationToken) => Keep(e);

    public Task HandleAsync(EventContext<CatalogVersionActivated> e, CancellationToken cancellationToken) => Keep(e);

    private Task Keep<T>(EventContext<T> e)
        where T : Google.Protobuf.IMessage
    {
        _heard.Enqueue(new Heard(e.Owner, e.Key, e.Revision, e.Event.Descriptor.Name));
        return Task.CompletedTask;
    }
}

/// <summary>An event that came.</summary>
internal sealed record Heard(string Owner, string Key, long Revision, string Kind);
