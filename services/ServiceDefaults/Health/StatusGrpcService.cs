using System.Reflection;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Health;

/// <summary>Names of the services that this host serves, filled by each service as it is added.</summary>
public sealed class HostedServiceNames
{
    private readonly List<string> _names = [];

    /// <summary>The names, in the order added.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds a service.</summary>
    public void Add(string name) => _names.Add(name);
}

internal sealed class StatusGrpcService(
    HostedServiceNames services,
    IEnumerable<IDependencyProbe> probes,
    IEnumerable<ILoadedVersions> versions,
    StartTime start
) : StatusService.StatusServiceBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context) =>
        Task.FromResult(
            new GetStatusResponse
            {
                Services = { services.Names },
                Build = Build.Version,
                StartTime = Timestamp.FromDateTimeOffset(start.Value),
                Dependencies = { probes.Select(p => p.Look()) },
                LoadedVersions = { versions.SelectMany(v => v.LoadedVersions).Distinct().Order(StringComparer.Ordinal) },
            }
        );
}

internal sealed record StartTime(DateTimeOffset Value);

/// <summary>The build that runs.</summary>
public static class Build
{
    /// <summary>Version and commit: "0.2.0+ab12cd3".</summary>
    public static string Version { get; } =
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
