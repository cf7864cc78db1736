using CareerRecs.ServiceDefaults.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>Registers the operations of a service.</summary>
public static class OperationExtensions
{
    /// <summary>
    /// Adds <see cref="OperationRunner{TDb}"/>, and its operations to those that the host shows under
    /// <c>operations/{service}</c>. The context must map them (<see cref="OperationModel.MapOperations"/>).
    /// </summary>
    public static void AddOperations<TDb>(this WebApplicationBuilder builder, string service)
        where TDb : ServiceDb
    {
        var services = builder.Services;
        services.AddSingleton<OperationRows<TDb>>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OperationRunner<TDb>>(provider, service));
        services.AddHostedService(provider => provider.GetRequiredService<OperationRunner<TDb>>());
        services.AddSingleton<IOperationSource, StoredOperations<TDb>>();
    }
}
