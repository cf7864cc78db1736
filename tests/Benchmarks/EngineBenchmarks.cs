using BenchmarkDotNet.Attributes;

namespace CareerRecs.Benchmarks;

/// <summary>All cases under BenchmarkDotNet, with what they allocate.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    // An instance is made for each case; the catalogs are read once.
    private static readonly Lazy<Cases> All = new(Cases.Load);

    /// <summary>Name of the case.</summary>
    [ParamsSource(nameof(Names))]
    public string Case { get; set; } = "";

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names => All.Value.Names;

    /// <summary>One run.</summary>
    [Benchmark]
    public object? Run() => All.Value.Run(Case);
}
