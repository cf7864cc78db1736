using System.Diagnostics;
using System.Net;

namespace CareerRecs.LoadTest.Http2;

/// <summary>What a round of calls took.</summary>
internal sealed record LoadResult(int Calls, int Failures, TimeSpan Elapsed, IReadOnlyList<double> LatenciesMs);

/// <summary>Sends bodies, each once, over a few connections.</summary>
internal static class Load
{
    public static async Task<LoadResult> RunAsync(
        int port,
        string path,
        IReadOnlyList<ReadOnlyMemory<byte>> bodies,
        int connections,
        int inProgress,
        CancellationToken cancellationToken
    )
    {
        var sent = -1;
        ReadOnlyMemory<byte>? Next()
        {
            var next = Interlocked.Increment(ref sent);
            return next < bodies.Count ? bodies[next] : (ReadOnlyMemory<byte>?)null;
        }

        var latencies = Enumerable.Range(0, connections).Select(_ => new List<double>(bodies.Count)).ToList();
        var open = latencies.Select(l => new LoadConnection(new IPEndPoint(IPAddress.Loopback, port), path, Next, l)).ToList();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            open.Select(c => Task.Run(() => c.RunAsync(inProgress / connections, cancellationToken), cancellationToken))
        );
        var elapsed = Stopwatch.GetElapsedTime(start);
        var all = latencies.SelectMany(l => l).Order().ToList();
        return new LoadResult(all.Count, open.Sum(c => c.Failures), elapsed, all);
    }
}
