using System.Diagnostics;
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
    int units,
    CancellationToken cancellationToken
)
{
    private const string Recommend = "/careerrecs.matching.v1.MatchingService/RecommendRoles";
    private const string Empty = "/grpc.health.v1.Health/Check";
    private const int TimesCapacity = 5;

    /// <summary>As many bodies as a connection takes before its window is full, which the client does not look at.</summary>
    private const int CallsAConnection = 30;

    /// <summary>Memory of the pod, as <c>deploy/kubernetes/base/matching.yaml</c> limits it.</summary>
    private const long MemoryLimit = 2432L << 20;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(15);

    private int _next;

    public async Task<OverloadRound> RunAsync()
    {
        var alone = await CallAsync(cluster.Matching, "normal", 1);
        var unloaded = P99(alone);

        // As many calls at once as are five times what the host takes; whoever is refused comes back at once.
        var overload = CallAsync(cluster.Matching, "", TimesCapacity * units);
        var accepted = await overload;
        var recovery = await RecoverAsync(unloaded);

        var greedy = CallAsync(cluster.Matching, "greedy", TimesCapacity * units);
        var beside = await CallAsync(cluster.Matching, "normal", 1);
        await greedy;
        await RecoverAsync(unloaded);

        return new OverloadRound(
            P99(accepted) / unloaded,
            await CpuACallAsync(cluster.Refusing, Recommend) / await CpuACallAsync(cluster.Refusing, Empty),
            (double)cluster.Matching.PeakBytes / MemoryLimit,
            recovery.TotalSeconds,
            P99(beside) / unloaded
        );
    }

    /// <summary>Calls for a while, so many at once.</summary>
    private Task<LoadResult> CallAsync(ServerProcess server, string tenant, int inProgress, string path = Recommend)
    {
        var end = Stopwatch.GetTimestamp() + (long)(Span.TotalSeconds * Stopwatch.Frequency);
        return Load.RunAsync(
            new Target(server.Port, path, tenant),
            () =>
                Stopwatch.GetTimestamp() > end ? null
                : path == Empty ? ReadOnlyMemory<byte>.Empty
                : people[(int)((uint)Interlocked.Increment(ref _next) % people.Count)],
            Math.Max(1, inProgress / CallsAConnection),
            inProgress,
            cancellationToken
        );
    }

    /// <summary>CPU that a call takes of the server, answered or refused.</summary>
    private async Task<double> CpuACallAsync(ServerProcess server, string path)
    {
        var before = server.Cpu;
        var calls = await CallAsync(server, "", 32, path);
        return (server.Cpu - before).TotalMicroseconds / (calls.Calls + calls.Failures);
    }

    /// <summary>Time until each of ten calls in a row takes at most twice the p99 without load.</summary>
    private async Task<TimeSpan> RecoverAsync(double unloadedMs)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < LongestRecovery)
        {
            var left = 10;
            var probe = await Load.RunAsync(
                new Target(cluster.Matching.Port, Recommend, "normal"),
                () => left-- > 0 ? people[left] : null,
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
