using CareerRecs.Types.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerRecs.ServiceDefaults.Health;

/// <summary>
/// One thing of this host's own that must be there before it is sent calls, such as its snapshot. What stands outside the host
/// (database, broker, cache, other services) never enters readiness: it shows in <c>GetStatus</c>.
/// </summary>
public interface IReadinessCheck
{
    /// <summary>What is waited for.</summary>
    string Name { get; }

    /// <summary>Whether it is there.</summary>
    bool IsReady { get; }
}

/// <summary>What a host has loaded, for <c>GetStatus</c>.</summary>
public interface ILoadedVersions
{
    /// <summary>Resource names of the versions in memory.</summary>
    IEnumerable<string> LoadedVersions { get; }
}

/// <summary>
/// How something the host leans on is doing, for <c>GetStatus</c>. Looks at what was seen last; waits for nothing.
/// </summary>
public interface IDependencyProbe
{
    /// <summary>The dependency and its state.</summary>
    GetStatusResponse.Types.Dependency Look();
}

/// <summary>Registers readiness checks.</summary>
public static class ReadinessExtensions
{
    /// <summary>Makes the host unready until the check says it is there.</summary>
    public static IServiceCollection AddReadiness<TCheck>(this IServiceCollection services)
        where TCheck : class, IReadinessCheck =>
        services.AddSingleton<IReadinessCheck>(s => ActivatorUtilities.GetServiceOrCreateInstance<TCheck>(s));
}

/// <summary>Ready: everything of our own is loaded and the host is not stopping.</summary>
internal sealed class ReadinessHealthCheck(
    IEnumerable<IReadinessCheck> checks,
    Microsoft.Extensions.Hosting.IHostApplicationLifetime lifetime
) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("stopping"));
        }
        var missing = checks.Where(c => !c.IsReady).Select(c => c.Name).ToArray();
        return Task.FromResult(
            missing.Length == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"waiting for {string.Join(", ", missing)}")
        );
    }
}
