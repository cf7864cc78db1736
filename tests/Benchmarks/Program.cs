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

// In this process: the catalog is read once, and nothing has to be built for each case.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
