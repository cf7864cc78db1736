using System.Diagnostics;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>
/// What training, an estimate and a batch cost; the first two in processor time, so that a busy machine does not count.
/// </summary>
internal static class Cost
{
    private const int TrainedRows = 60_000;
    private const int Estimates = 200_000;
    private const int Batches = 1_000;

    public static IEnumerable<Row> Measure(List<Answer> rows)
    {
        if (rows.Count < PayTrainer.FewestRows)
        {
            yield break;
        }
        // Rows told apart by a small change of pay, so that none of them is a duplicate.
        PayRow[] many =
        [
            .. Enumerable
                .Range(0, TrainedRows)
                .Select(i => rows[i % rows.Count].Row with { Amount = rows[i % rows.Count].Amount + i / rows.Count }),
        ];
        using var process = Process.GetCurrentProcess();
        var (processor, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var model = PayTrainer.Fit(many, PaySpecs.Survey);
        yield return Of("training, CPU s", (process.TotalProcessorTime - processor).TotalSeconds, TrainedRows);
        yield return Of("training, s", Stopwatch.GetElapsedTime(started).TotalSeconds, TrainedRows);
        process.Refresh();
        yield return Of("peak memory of the run, MB", process.PeakWorkingSet64 / 1024.0 / 1024, TrainedRows);

        for (var i = 0; i < Estimates / 10; i++)
        {
            model.Estimate(many[i % many.Length].Facts);
        }
        process.Refresh();
        processor = process.TotalProcessorTime;
        for (var i = 0; i < Estimates; i++)
        {
            model.Estimate(many[i % many.Length].Facts);
        }
        process.Refresh();
        yield return Of("an estimate, CPU us", (process.TotalProcessorTime - processor).TotalMicroseconds / Estimates, Estimates);
    }

    /// <summary>
    /// A hundred estimates in one call, over HTTP/2 on loopback from this process to the services in it; by the clock.
    /// </summary>
    public static IEnumerable<Row> Batch(Lab lab)
    {
        if (!lab.HasCatalogs)
        {
            yield break;
        }
        string[] titles =
        [
            "Data Scientist",
            "Machine Learning Engineer",
            "Data Engineer",
            "Software Developer",
            "Registered Nurse",
            "Accountant",
            "Web Developer",
            "Database Administrator",
            "Product Manager",
            "Civil Engineer",
        ];
        string[] places =
        [
            "San Francisco, CA",
            "New York, NY",
            "Austin, TX",
            "Denver, CO",
            "",
            "Chicago, IL",
            "Seattle, WA",
            "Boston, MA",
            "Texas",
            "Germany",
        ];
        var request = new BatchEstimateSalariesRequest
        {
            Queries =
            {
                titles.SelectMany(title =>
                    places.Select(place => new SalaryQuery
                    {
                        Role = new RoleReference { Title = title },
                        Location = place,
                        Seniority = Seniority.Senior,
                    })
                ),
            },
        };
        var salary = lab.Shipped.Session.Salary;
        // A service that has just started is compiling still: its first calls are told apart from those it goes on with.
        yield return Timed("a batch of 100 over gRPC, the first, ms");
        for (var i = 0; i < Batches; i++)
        {
            salary.BatchEstimateSalaries(request, cancellationToken: lab.CancellationToken);
        }
        yield return Timed("a batch of 100 over gRPC, ms");

        Row Timed(string metric)
        {
            var times = new double[Batches];
            for (var i = 0; i < times.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                salary.BatchEstimateSalaries(request, cancellationToken: lab.CancellationToken);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }

            Array.Sort(times);
            return new Row(
                Salary.Suite,
                "cost",
                metric,
                times[Batches / 2],
                times[Batches / 20],
                times[Batches - 1 - (Batches / 20)],
                Batches,
                new Dictionary<string, double>()
            );
        }
    }

    private static Row Of(string metric, double value, int n) =>
        new(Salary.Suite, "cost", metric, value, value, value, n, new Dictionary<string, double>());
}
