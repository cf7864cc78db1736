using System.Globalization;

namespace CareerRecs.Benchmarks;

/// <summary>
/// How much of the machine's time its hypervisor gave to somebody else since this was made. On a shared machine a figure without
/// it says little.
/// </summary>
internal sealed class StolenTime
{
    private const int StealColumn = 7;

    private readonly (double Stolen, double All) _start = Read();

    /// <summary>Share of the time since the start, 0-1; 0 where the system does not tell.</summary>
    public double Share
    {
        get
        {
            var (stolen, all) = Read();
            return all > _start.All ? (stolen - _start.Stolen) / (all - _start.All) : 0;
        }
    }

    private static (double Stolen, double All) Read()
    {
        if (!File.Exists("/proc/stat"))
        {
            return (0, 0);
        }
        // "cpu  user nice system idle iowait irq softirq steal guest guest_nice"; guest time is in user already.
        var columns = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(c => double.Parse(c, CultureInfo.InvariantCulture))
            .ToArray();
        return (columns[StealColumn], columns.Sum());
    }
}
