using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CareerRecs.Benchmarks;

if (args is ["--quick", .. var containing])
{
    Quick.Run(Cases.Load(), containing.Length > 0 ? containing[0] : "");
    return;
}

if (args is ["--sql"])
{
    var data = new DirectoryInfo(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "data");
    Console.WriteLine("| case | this engine | the same as SQL | |\n|---|---|---|---|");
    foreach (var (name, engine) in new[] { ("O*NET", Engine.Onet(data)), ("100,000 generated roles", Engine.Generated()) })
    {
        var person = engine.Understand(
            new CareerRecs.Matching.V1.Profile { Skills = { People.Make(engine.Catalog.Snapshot, 1, 30).Skills } }
        );
        await SqlRanking.RunAsync(name, engine.Catalog.Index, person, CancellationToken.None);
    }

    return;
}

// In this process: the catalog is read once, and nothing has to be built for each case.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
