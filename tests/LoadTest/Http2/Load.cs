using System.Diagnostics;

namespace CareerRecs.LoadTest.Http2;

/// <summary>What a round of calls took.</summary>
internal sealed record LoadResult(int Calls, int Failures, TimeSpan Elapsed, IReadOnlyList<double> LatenciesMs);

/// <summary>Sends bodies, each once, over a few connections.</summary>
internal static class Load
{
    /// <summary>Sends each body once.</summary>
    public static Task<LoadResult> RunAsync(
        int port,
        string path,
        IReadOnlyList<ReadOnlyMemory<byte>> bodies,
        int connections,
        int inProgress,
        CancellationToken cancellationToken
    )
    {
        var sent = -1;
        return RunAsync(new Target(port, path), Next, connections, inProgress, cancellationToken);

        // No `?:` here: beside memory, its `null` is an empty body, as memory converts from arrays, and the calls never end.
        ReadOnlyMemory<byte>? Next()
        {
            var next = Interlocked.Increment(ref sent);
            if (next >= bodies.Count)
            {
                return null;
            }
            return bodies[next];
        }
    }

    /// <summary>Sends bodies until there are no more: so many at once or, with a rate, so many a second.</summary>
    public static async Task<LoadResult> RunAsync(
        Target target,
        Func<ReadOnlyMemory<byte>?> next,
        int connections,
        int inProgress,
        CancellationToken cancellationToken,
        double callsASecond = 0
    )
    {
        var latencies = Enumerable.Range(0, connections).Select(_ => new List<double>()).ToList();
        var open = latencies.Select(l => new LoadConnection(target, next, l, callsASecond / connections)).ToList();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            open.Select(c => Task.Run(() => c.RunAsync(inProgress / connections, cancellationToken), cancellationToken))
        );
        var elapsed = Stopwatch.GetElapsedTime(start);
        var all = latencies.SelectMany(l => l).Order().ToList();
        return new LoadResult(all.Count, open.Sum(c => c.Failures), elapsed, all);
    }
}
