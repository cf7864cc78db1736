using System.Globalization;
using CareerRecs.Benchmarks;
using CareerRecs.LoadTest.Http2;
using CareerRecs.LoadTest.Servers;

namespace CareerRecs.LoadTest;

/// <summary>How much is sent.</summary>
internal sealed record Plan(int Rounds, int Calls, int Connections, int InProgress);

/// <summary>
/// Rounds of each kind of call, one after the other and again from the start, so that what else the machine does meets all kinds
/// alike.
/// </summary>
internal sealed class Rounds(Cluster cluster, Engine engine, Plan plan, CancellationToken cancellationToken)
{
    public const string Echo = "echo";
    public const string EchoBytes = "echo, bytes alone";
    public const string Cached = "cached";
    public const string Uncached = "uncached";
    public const string PayAsked = "uncached, pay asked";

    private const string EchoPath = "/careerrecs.loadtest.EchoService/Echo";
    private const string EchoBytesPath = "/careerrecs.loadtest.EchoService/EchoBytes";
    private const string RecommendPath = "/careerrecs.matching.v1.MatchingService/RecommendRoles";
    private const int MostSpellings = 4_000;

    // What is cached is kept this long in a replica's memory.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(45);

    private readonly Dictionary<string, List<Round>> _rounds = new()
    {
        [Echo] = [],
        [EchoBytes] = [],
        [Cached] = [],
        [Uncached] = [],
        [PayAsked] = [],
    };
    private readonly List<double> _engine = [];
    private int _people;

    /// <summary>The kinds, measured.</summary>
    public IReadOnlyList<Measured> Result => [.. _rounds.Select(r => Measured.Of(r.Key, r.Value))];

    /// <summary>CPU that the engines alone take for an uncached answer with pay, microseconds.</summary>
    public double EngineMicroseconds => Measured.Middle(_engine);

    /// <summary>Throughput of cached answers over that of an echo, the middle one of the rounds.</summary>
    public double CachedOver(string echo) =>
        Measured.Middle(_rounds[Cached].Zip(_rounds[echo]).Select(p => p.First.PerSecond / p.Second.PerSecond));

    /// <summary>A shorter round that does not count, until the servers' hot code is compiled; then those that do.</summary>
    public async Task RunAsync()
    {
        await RoundAsync(plan.Calls / 2);
        await RoundAsync(plan.Calls / 2);
        foreach (var rounds in _rounds.Values)
        {
            rounds.Clear();
        }
        _engine.Clear();
        for (var i = 0; i < plan.Rounds; i++)
        {
            await RoundAsync(plan.Calls);
        }
    }

    private async Task RoundAsync(int calls)
    {
        var questions = Questions.Make(engine.Catalog.Snapshot, _people, calls);
        var spelt = Questions.Make(
            engine.Catalog.Snapshot,
            _people + calls,
            Math.Min(MostSpellings, calls / 2),
            ownSpelling: true
        );
        _people += calls + spelt.Requests.Count;
        _rounds[Echo].Add(await MeasureAsync(cluster.Echo.Port, EchoPath, questions.Bodies));
        _rounds[EchoBytes].Add(await MeasureAsync(cluster.Echo.Port, EchoBytesPath, questions.EchoBodies()));
        // Sent once they are worked out; sent again they are found.
        var uncached = await MeasureAsync(cluster.Matching.Port, RecommendPath, questions.Bodies);
        var cached = await MeasureAsync(cluster.Matching.Port, RecommendPath, questions.Bodies);
        if (uncached.Load.Elapsed + cached.Load.Elapsed > Kept)
        {
            Console.Error.WriteLine(
                "This machine is too slow for so many calls: some cached answers "
                    + "were gone before they were asked for again. Lower --calls."
            );
        }
        _rounds[Uncached].Add(uncached);
        _rounds[Cached].Add(cached);
        _rounds[PayAsked].Add(await MeasureAsync(cluster.Matching.Port, RecommendPath, spelt.Bodies));
        _engine.Add(EngineAlone(questions));
    }

    private double EngineAlone(Questions questions)
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var request in questions.Requests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            engine.AddPay(engine.Answer(request), request.Location);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / questions.Requests.Count;
    }

    private async Task<Round> MeasureAsync(int port, string path, IReadOnlyList<ReadOnlyMemory<byte>> bodies)
    {
        var round = await MeasureAsync(
            port,
            () => Load.RunAsync(port, path, bodies, plan.Connections, plan.InProgress, cancellationToken)
        );
        await Console.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {round.Load.Calls} calls in {round.Load.Elapsed.TotalSeconds:0.0} s"
            )
        );
        return round;
    }

    private async Task<Round> MeasureAsync(int port, Func<Task<LoadResult>> run)
    {
        var stolen = new StolenTime();
        var before = cluster.Cpu(port);
        var load = await run();
        var after = cluster.Cpu(port);
        return new Round(load, before.ToDictionary(b => b.Key, b => after[b.Key] - b.Value), stolen.Share);
    }

    /// <summary>The same by h2load, which can send but one body: the echo, and one cached answer.</summary>
    public async Task<IReadOnlyList<Measured>> ByH2LoadAsync()
    {
        var questions = Questions.Make(engine.Catalog.Snapshot, _people, 1);
        _people++;
        var measured = new List<Measured>();
        foreach (
            var (name, port, path, body) in new[]
            {
                ("h2load: echo", cluster.Echo.Port, EchoPath, questions.Bodies[0]),
                ("h2load: one cached answer", cluster.Matching.Port, RecommendPath, questions.Bodies[0]),
            }
        )
        {
            measured.Add(
                Measured.Of(name, [await MeasureAsync(port, () => H2Load.RunAsync(port, path, body, plan, cancellationToken))])
            );
        }

        return measured;
    }
}
