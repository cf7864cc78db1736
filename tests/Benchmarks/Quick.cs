using System.Diagnostics;
using System.Globalization;

namespace CareerRecs.Benchmarks;

/// <summary>
/// Medians by stopwatch in seconds instead of minutes: each case in five rounds, the best round counts, since what disturbs a
/// round only ever makes it slower.
/// </summary>
internal static class Quick
{
    private const int Rounds = 5;
    private const int MostRuns = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures and prints all cases whose name contains the text.</summary>
    public static void Run(Cases cases, string containing)
    {
        var stolen = new StolenTime();
        Console.WriteLine("| case | median |\n|---|---|");
        var names = cases.Names.Where(n => n.Contains(containing, StringComparison.OrdinalIgnoreCase)).ToList();
        // All are warm before the first is measured: the runtime compiles the hot code anew in the background.
        foreach (var name in names)
        {
            Median(cases, name, WarmUp);
        }
        var best = names.ToDictionary(n => n, _ => TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var name in names)
            {
                var median = Median(cases, name, Round);
                if (median < best[name])
                {
                    best[name] = median;
                }
            }
        }

        foreach (var name in names)
        {
            Console.WriteLine($"| {name} | {Text(best[name])} |");
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{Environment.ProcessorCount} cores, {stolen.Share:P0} of "
                    + $"their time stolen meanwhile; best median of {Rounds} rounds."
            )
        );
    }

    /// <summary>The median of as many runs as fit into the time, three at least.</summary>
    private static TimeSpan Median(Cases cases, string name, TimeSpan time)
    {
        var runs = new List<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        while (runs.Count < 3 || (runs.Count < MostRuns && Stopwatch.GetElapsedTime(start) < time))
        {
            var began = Stopwatch.GetTimestamp();
            cases.Run(name);
            runs.Add(Stopwatch.GetElapsedTime(began));
        }

        runs.Sort();
        return runs[runs.Count / 2];
    }

    private static string Text(TimeSpan time) =>
        time.TotalMilliseconds switch
        {
            < 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.0} us"),
            < 1000 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.00} ms"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
        };
}
