using System.CommandLine;
using System.Globalization;
using CareerRecs.Benchmarks;

namespace CareerRecs.LoadTest.Overload;

/// <summary>The command <c>overload</c>: what callers see of a host that is asked for more than it has.</summary>
internal static class OverloadCommand
{
    private const int People = 4_000;

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds.", DefaultValueFactory = _ => 3 };
        var units = new Option<int>("--units")
        {
            Description = "Endpoints:MaxConcurrentCalls of the host.",
            DefaultValueFactory = _ => 2000,
        };
        var command = new Command("overload", "Measures a host at five times its capacity, as ratios.") { rounds, units };
        command.SetAction(
            (arguments, cancellationToken) => RunAsync(arguments.GetValue(rounds), arguments.GetValue(units), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(int rounds, int units, CancellationToken cancellationToken)
    {
        var people = Questions.Make(Engine.BuiltIn().Catalog.Snapshot, 0, People).Bodies;
        await using var cluster = await OverloadCluster.StartAsync(units, cancellationToken);
        var run = new OverloadRounds(cluster, people, cancellationToken);
        // The first does not count: the runtime is compiling.
        await run.RunAsync();
        var measured = new List<OverloadRound>();
        for (var i = 0; i < rounds; i++)
        {
            measured.Add(await run.RunAsync());
            await Console.Error.WriteLineAsync($"{measured[^1]}");
        }

        Console.WriteLine("| median of rounds | measured | goal |");
        Console.WriteLine("|---|---|---|");
        Print("p99 of accepted calls at 5 times capacity over p99 unloaded", m => m.AcceptedOverUnloaded, "at most 3");
        Print("CPU of a refusal over an empty call", m => m.RefusalOverEmpty, "at most 2");
        Print("peak memory over the pod's limit", m => m.MemoryOverLimit, "at most 1");
        Print("seconds until recovered", m => m.RecoverySeconds, "at most 5");
        Print("p99 beside a greedy tenant over p99 alone", m => m.NeighbourOverAlone, "at most 2");
        return 0;

        void Print(string name, Func<OverloadRound, double> value, string goal) =>
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {Measured.Middle(measured.Select(value)):0.00} | {goal} |"
                )
            );
    }
}
