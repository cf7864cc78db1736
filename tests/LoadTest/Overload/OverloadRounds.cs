using System.Diagnostics;
using System.Globalization;
using CareerRecs.LoadTest.Http2;
using CareerRecs.LoadTest.Servers;

namespace CareerRecs.LoadTest.Overload;

/// <summary>What a round measured, each as a ratio or in seconds.</summary>
internal sealed record OverloadRound(
    double AcceptedOverUnloaded,
    double RefusalOverEmpty,
    double MemoryOverLimit,
    double RecoverySeconds,
    double NeighbourOverAlone
);

/// <summary>Calls matching beyond what it can answer, and looks at those who are answered.</summary>
internal sealed class OverloadRounds(
    OverloadCluster cluster,
    IReadOnlyList<ReadOnlyMemory<byte>> people,
    CancellationToken cancellationToken
)
{
    private const string Recommend = "/careerrecs.matching.v1.MatchingService/RecommendRoles";
    private const string Empty = "/grpc.health.v1.Health/Check";
    private const int TimesCapacity = 5;

    /// <summary>Callers by which the capacity is found: enough to keep all cores busy, too few to be refused.</summary>
    private const int BusyCallers = 8;

    private const int FloodConnections = 16;

    /// <summary>As many bodies as a connection takes before its window is full, which the client does not look at.</summary>
    private const int CallsAConnection = 30;

    /// <summary>Memory of the pod, as <c>deploy/kubernetes/base/matching.yaml</c> limits it.</summary>
    private const long MemoryLimit = 2432L << 20;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(15);

    private int _next;

    public async Task<OverloadRound> RunAsync()
    {
        var alone = await CallAsync("one caller", cluster.Matching, "normal", 1);
        var unloaded = P99(alone);
        var busy = await CallAsync("capacity", cluster.Matching, "normal", BusyCallers);
        var flood = TimesCapacity * busy.Calls / busy.Elapsed.TotalSeconds;

        var accepted = await FloodAsync("five times capacity", "", flood);
        var recovery = await RecoverAsync(unloaded);
        var times = TimesCapacity * (accepted.Calls + accepted.Failures) / accepted.Elapsed.TotalSeconds / flood;
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"the host got {times:0.0} times its capacity")
        );
        var peak = cluster.Matching.PeakBytes;

        var greedy = FloodAsync("greedy tenant", "greedy", flood);
        var beside = await CallAsync("beside the greedy tenant", cluster.Matching, "normal", 1);
        await greedy;
        await RecoverAsync(unloaded);

        return new OverloadRound(
            P99(accepted) / unloaded,
            await CpuACallAsync("refusals", Recommend) / await CpuACallAsync("empty calls", Empty),
            (double)peak / MemoryLimit,
            recovery.TotalSeconds,
            P99(beside) / unloaded
        );
    }

    /// <summary>Calls for a while at a rate, whatever is answered.</summary>
    private Task<LoadResult> FloodAsync(string phase, string tenant, double callsASecond) =>
        CallAsync(phase, cluster.Matching, tenant, FloodConnections * CallsAConnection, callsASecond: callsASecond);

    /// <summary>Calls for a while, so many at once.</summary>
    private async Task<LoadResult> CallAsync(
        string phase,
        ServerProcess server,
        string tenant,
        int inProgress,
        string path = Recommend,
        double callsASecond = 0
    )
    {
        var start = Stopwatch.GetTimestamp();
        var load = await Load.RunAsync(
            new Target(server.Port, path, tenant),
            NextBody,
            Math.Max(1, inProgress / CallsAConnection),
            inProgress,
            cancellationToken,
            callsASecond
        );
        await Console.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{phase}: {load.Calls} answered, {load.Failures} refused in {load.Elapsed.TotalSeconds:0.0} s, "
                    + $"p99 {P99(load):0.00} ms"
            )
        );
        return load;

        ReadOnlyMemory<byte>? NextBody()
        {
            if (Stopwatch.GetElapsedTime(start) > Span)
            {
                return null;
            }
            return path == Empty
                ? ReadOnlyMemory<byte>.Empty
                : people[(int)((uint)Interlocked.Increment(ref _next) % people.Count)];
        }
    }

    /// <summary>CPU that a call takes of the server, answered or refused.</summary>
    private async Task<double> CpuACallAsync(string phase, string path)
    {
        var before = cluster.Refusing.Cpu;
        var calls = await CallAsync(phase, cluster.Refusing, "", 16, path);
        return (cluster.Refusing.Cpu - before).TotalMicroseconds / (calls.Calls + calls.Failures);
    }

    /// <summary>Time until each of ten calls in a row takes at most twice the p99 without load.</summary>
    private async Task<TimeSpan> RecoverAsync(double unloadedMs)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < LongestRecovery)
        {
            var probe = await Load.RunAsync(
                cluster.Matching.Port,
                Recommend,
                [.. people.Take(10)],
                connections: 1,
                inProgress: 1,
                cancellationToken
            );
            if (probe.Failures == 0 && probe.LatenciesMs.Max() <= 2 * unloadedMs)
            {
                break;
            }
        }
        return Stopwatch.GetElapsedTime(start);
    }

    private static double P99(LoadResult load) =>
        load.LatenciesMs.Count == 0 ? double.NaN : load.LatenciesMs[(int)(0.99 * (load.LatenciesMs.Count - 1))];
}
