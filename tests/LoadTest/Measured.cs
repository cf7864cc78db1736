using CareerRecs.LoadTest.Http2;

namespace CareerRecs.LoadTest;

/// <summary>One kind of call, measured; the rounds of a kind add up.</summary>
/// <param name="Name">Which kind.</param>
/// <param name="Calls">Calls that were answered.</param>
/// <param name="Failures">Calls that were not.</param>
/// <param name="PerSecond">Calls a second, the middle one of the rounds.</param>
/// <param name="P50Ms">Half of the calls were faster.</param>
/// <param name="P99Ms">All but one of a hundred were faster.</param>
/// <param name="CpuMicroseconds">CPU a call, by process.</param>
/// <param name="Stolen">Share of the machine's time that was stolen meanwhile.</param>
internal sealed record Measured(
    string Name,
    int Calls,
    int Failures,
    double PerSecond,
    double P50Ms,
    double P99Ms,
    IReadOnlyDictionary<string, double> CpuMicroseconds,
    double Stolen
)
{
    /// <summary>CPU a call over all servers.</summary>
    public double ServerCpu => CpuMicroseconds.Values.Sum();

    public static Measured Of(string name, IReadOnlyList<Round> rounds)
    {
        var latencies = rounds.SelectMany(r => r.Load.LatenciesMs).Order().ToList();
        var calls = rounds.Sum(r => r.Load.Calls);
        return new Measured(
            name,
            calls,
            rounds.Sum(r => r.Load.Failures),
            Middle(rounds.Select(r => r.PerSecond)),
            At(latencies, 0.5),
            At(latencies, 0.99),
            rounds[0].Cpu.Keys.ToDictionary(k => k, k => rounds.Sum(r => r.Cpu[k].TotalMicroseconds) / Math.Max(1, calls)),
            rounds.Average(r => r.Stolen)
        );
    }

    /// <summary>The middle one of a few numbers.</summary>
    public static double Middle(IEnumerable<double> values) => At([.. values.Order()], 0.5);

    private static double At(List<double> ordered, double share) =>
        ordered.Count == 0 ? 0 : ordered[(int)(share * (ordered.Count - 1))];
}

/// <summary>One round of one kind of call.</summary>
internal sealed record Round(LoadResult Load, IReadOnlyDictionary<string, TimeSpan> Cpu, double Stolen)
{
    public double PerSecond => Load.Calls / Load.Elapsed.TotalSeconds;
}
