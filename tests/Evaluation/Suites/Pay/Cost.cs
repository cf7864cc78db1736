using System.Diagnostics;
using CareerRecs.Salary.Training;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>What training and an estimate cost, in processor time, so that a busy machine does not count.</summary>
internal static class Cost
{
    private const int TrainedRows = 60_000;
    private const int Estimates = 200_000;

    public static IEnumerable<Row> Measure(List<Answer> rows)
    {
        if (rows.Count < PayTrainer.FewestRows) yield break;
        // Rows told apart by a small change of pay, so that none of them is a duplicate.
        PayRow[] many = [.. Enumerable.Range(0, TrainedRows).Select(i => rows[i % rows.Count].Row with { Amount = rows[i % rows.Count].Amount + i / rows.Count })];
        using var process = Process.GetCurrentProcess();
        var (processor, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var model = PayTrainer.Fit(many, PaySpecs.Survey);
        yield return Of("training, CPU s", (process.TotalProcessorTime - processor).TotalSeconds, TrainedRows);
        yield return Of("training, s", Stopwatch.GetElapsedTime(started).TotalSeconds, TrainedRows);
        process.Refresh();
        yield return Of("peak memory of the run, MB", process.PeakWorkingSet64 / 1024.0 / 1024, TrainedRows);

        for (var i = 0; i < Estimates / 10; i++) model.Estimate(many[i % many.Length].Facts);
        process.Refresh();
        processor = process.TotalProcessorTime;
        for (var i = 0; i < Estimates; i++) model.Estimate(many[i % many.Length].Facts);
        process.Refresh();
        yield return Of("an estimate, CPU us", (process.TotalProcessorTime - processor).TotalMicroseconds / Estimates, Estimates);
    }

    private static Row Of(string metric, double value, int n) => new(Salary.Suite, "cost", metric, value, value, value, n, new Dictionary<string, double>());
}
