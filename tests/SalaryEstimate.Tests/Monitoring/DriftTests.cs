using System.Diagnostics.Metrics;
using CareerRecs.Salary.Monitoring;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Tests.Monitoring;

public sealed class DriftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Coverage_that_leaves_its_bounds_is_told_once_and_once_more_when_it_is_back()
    {
        await using var host = await TrainedAsync();
        var watch = host.Get<DriftWatch>();
        Assert.Equal(new Drift(0, 0), await watch.LookAsync(Cancel));

        await MadeUpObservations.ImportAsync(host, "much more", MadeUpObservations.Rows(300, 2025, shift: 0.6));
        var drift = await watch.LookAsync(Cancel);
        Assert.True(drift is { IsDrifted: true, Rows: > 290 });
        await MadeUpObservations.ImportAsync(host, "a hospital", MadeUpObservations.Nurses(300, 2025));
        Assert.Equal(drift, await watch.LookAsync(Cancel)); // the model does not answer for them
        await watch.LookAsync(Cancel);
        await using (var replica = await SalaryTestHost.StartAsync(replicaOf: host))
        {
            await replica.Get<DriftWatch>().LookAsync(Cancel);
        }
        var told = Assert.Single(await EventsAsync(host));
        Assert.Contains("\"drifted\": true", told, StringComparison.Ordinal);
        Assert.Contains("salaryModels/ours", told, StringComparison.Ordinal);
        Assert.DoesNotContain("much more", told, StringComparison.Ordinal);

        await host.EndOfAsync(
            (
                await host.Trainings.TrainModelAsync(
                    new TrainModelRequest { ModelId = "fresh", RecalibrateOnly = true },
                    cancellationToken: Cancel
                )
            )
                .Training
                .Name
        );
        await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = "salaryModels/fresh" },
            cancellationToken: Cancel
        );
        await watch.LookAsync(Cancel);
        var events = await EventsAsync(host);
        Assert.Equal(2, events.Count);
        Assert.Contains("salaryModels/fresh", events[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"drifted\"", events[1], StringComparison.Ordinal); // false is not written
    }

    [Fact]
    public async Task The_coverage_is_a_metric_and_an_import_brings_it_up_to_date()
    {
        using var metrics = new Measured();
        await using var host = await TrainedAsync();
        await MadeUpObservations.ImportAsync(
            host,
            "the same pay",
            MadeUpObservations.Rows(400, 2025, shift: Math.Log(Given.Model.Parameters.Growth.PerYear))
        );
        host.Time.Advance(TimeSpan.FromMinutes(5)); // since the look after the import before
        while (metrics.Of("careerrecs.salary.coverage.observations") is not > 390)
        {
            await Task.Delay(20, Cancel);
        }
        Assert.InRange(metrics.Of("careerrecs.salary.coverage") ?? 0, 0.72, 0.88);
    }

    [Fact]
    public async Task Rows_from_before_their_year_was_kept_get_it_when_they_are_read()
    {
        await using var host = await TrainedAsync();
        await using var db = host.OpenDb();
        await db.Observations.ExecuteUpdateAsync(o => o.SetProperty(row => row.Year, (int?)null), Cancel);
        await host.Get<DriftWatch>().LookAsync(Cancel);
        Assert.Equal(1_000, await db.Observations.CountAsync(o => o.Year == 2024, Cancel));
    }

    private static async Task<SalaryTestHost> TrainedAsync()
    {
        var host = await SalaryTestHost.StartAsync();
        await MadeUpObservations.ImportAsync(host, "our people", MadeUpObservations.Rows(1_000, 2024));
        await host.EndOfAsync(
            (await host.Trainings.TrainModelAsync(new TrainModelRequest { ModelId = "ours" }, cancellationToken: Cancel))
                .Training
                .Name
        );
        await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = "salaryModels/ours" },
            cancellationToken: Cancel
        );
        return host;
    }

    private static async Task<List<string>> EventsAsync(SalaryTestHost host)
    {
        await using var db = host.OpenDb();
        return await db
            .Outbox.Where(o => o.EventType == "careerrecs.events.v1.PayCoverageDrifted")
            .OrderBy(o => o.Id)
            .Select(o => o.Json)
            .ToListAsync(Cancel);
    }

    /// <summary>Reads the gauges of the salary meter.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, double> _values = [];

        public Measured()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == SalaryMetrics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>(
                (instrument, value, tags, _) =>
                {
                    // Hosts of other tests have the same meter.
                    if (tags.ToArray().Any(t => t.Value is "salaryModels/ours"))
                    {
                        _values[instrument.Name] = value;
                    }
                }
            );
            _listener.Start();
        }

        public double? Of(string name)
        {
            _values.Clear();
            _listener.RecordObservableInstruments();
            return _values.TryGetValue(name, out var value) ? value : null;
        }

        public void Dispose() => _listener.Dispose();
    }
}
