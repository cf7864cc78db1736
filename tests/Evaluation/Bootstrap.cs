namespace CareerRecs.Evaluation;

/// <summary>Percentile bootstrap over the units a metric is computed from.</summary>
internal static class Bootstrap
{
    private const int Rounds = 1000;

    /// <summary>The 95 % interval of <paramref name="metric"/> over resampled units; seeded, so a run can be repeated.</summary>
    public static (double Low, double High) Interval<T>(IReadOnlyList<T> units, Func<IReadOnlyList<T>, double> metric)
    {
        if (units.Count == 0)
        {
            return (0, 0);
        }
        var random = new Random(20261101);
        var values = new double[Rounds];
        var sample = new T[units.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = units[random.Next(units.Count)];
            }
            values[round] = metric(sample);
        }

        Array.Sort(values);
        return (values[(int)(Rounds * 0.025)], values[(int)(Rounds * 0.975)]);
    }

    /// <summary>
    /// The metric of ours less that of a baseline with its paired 95 % interval: both on the same resampled units. The baseline
    /// is beaten where the lower bound is above 0.
    /// </summary>
    public static Row Difference<T>(
        string suite,
        string test,
        string metric,
        string baseline,
        IReadOnlyList<T> units,
        Func<IReadOnlyList<T>, double> ours,
        Func<IReadOnlyList<T>, double> theirs
    )
    {
        var (low, high) = Interval(units, sample => ours(sample) - theirs(sample));
        return new Row(
            suite,
            test,
            $"{metric} less {baseline}",
            ours(units) - theirs(units),
            low,
            high,
            units.Count,
            new Dictionary<string, double>()
        );
    }
}
