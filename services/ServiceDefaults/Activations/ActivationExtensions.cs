using CareerRecs.ServiceDefaults.Events;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Activations;

/// <summary>Registers what keeps a replica on the active version.</summary>
public static class ActivationExtensions
{
    /// <summary>Registers the poll, and the handler of the event that brings news before it.</summary>
    public static void AddActivation<TPoll, TEvent, THandler>(this WebApplicationBuilder builder)
        where TPoll : ActivationPoll
        where TEvent : IMessage<TEvent>, new()
        where THandler : class, IEventHandler<TEvent>
    {
        builder.Services.AddSingleton<TPoll>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<TPoll>());
        builder.AddEventHandler<TEvent, THandler>();
    }
}
