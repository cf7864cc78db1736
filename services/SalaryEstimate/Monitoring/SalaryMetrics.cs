using System.Diagnostics.Metrics;
using CareerRecs.Salary.Training;

namespace CareerRecs.Salary.Monitoring;

/// <summary>What is measured of the model that answers. No tag names a tenant or a source.</summary>
public sealed class SalaryMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CareerRecs.Salary";

    private (string Model, Drift Drift)? _last;
    private readonly Lock _lock = new();

    /// <summary>Creates the instruments.</summary>
    public SalaryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "careerrecs.salary.coverage",
            () => Observe(drift => drift.Coverage),
            "1",
            "Share of observations newer than the active model, of titles and countries that it "
                + "answers for, that its ranges hold; meant to be 0.8. Absent while there are too few."
        );
        meter.CreateObservableGauge(
            "careerrecs.salary.coverage.observations",
            () => Observe(drift => (double)drift.Rows, always: true),
            "{observation}",
            "Observations newer than the active model that it answers for."
        );
    }

    /// <summary>What was seen last.</summary>
    internal void Saw(string model, Drift drift)
    {
        lock (_lock)
        {
            _last = (model, drift);
        }
    }

    private IEnumerable<Measurement<double>> Observe(Func<Drift, double> value, bool always = false)
    {
        lock (_lock)
        {
            return _last is { } last && (always || last.Drift.Rows >= Drift.FewestRows)
                ? [new Measurement<double>(value(last.Drift), new KeyValuePair<string, object?>("model", last.Model))]
                : [];
        }
    }
}
