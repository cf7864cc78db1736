using CareerRecs.ServiceDefaults.Health;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>The cache in <c>GetStatus</c>.</summary>
internal sealed class CacheProbe(BoundedDistributedCache? redis) : IDependencyProbe
{
    public Dependency Look() =>
        redis switch
        {
            null => new Dependency
            {
                Name = "cache",
                State = Dependency.Types.State.Embedded,
                Detail = "memory",
            },
            { IsUp: true } => new Dependency
            {
                Name = "cache",
                State = Dependency.Types.State.Up,
                Detail = "redis",
            },
            _ => new Dependency
            {
                Name = "cache",
                State = Dependency.Types.State.Down,
                Detail = "redis does not answer and is left alone for a while",
            },
        };
}
