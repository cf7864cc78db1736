using System.Globalization;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.Types.V1;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>The bus in <c>GetStatus</c>, with what waits to be sent, what was given up, and dead letters.</summary>
internal sealed class BusProbe(EventBus bus, BusOptions options, EventMetrics metrics, TimeProvider clock) : IDependencyProbe
{
    public GetStatusResponse.Types.Dependency Look() =>
        new()
        {
            Name = "bus",
            State =
                !options.IsConfigured ? GetStatusResponse.Types.Dependency.Types.State.Embedded
                : bus.IsUp ? GetStatusResponse.Types.Dependency.Types.State.Up
                : GetStatusResponse.Types.Dependency.Types.State.Down,
            Detail = Describe(),
        };

    private string Describe()
    {
        var now = clock.GetUtcNow();
        var backlogs = metrics.Backlogs.Values.ToArray();
        var oldest = backlogs.Select(b => b.Age(now)).DefaultIfEmpty().Max();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{backlogs.Sum(b => b.Unsent)} unsent, oldest {oldest.TotalSeconds:0} s; "
                + $"{backlogs.Sum(b => b.Parked)} parked; {metrics.DeadLetters} dead letters since start"
        );
    }
}
