namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>One person's lists, judged.</summary>
/// <param name="Person">The person.</param>
/// <param name="Cut">The list as the services show it.</param>
/// <param name="Uncut">Ten roles, however low their fit.</param>
/// <param name="Baselines">The lists of the baselines, by name.</param>
internal sealed record ProfileOutcome(
    Person Person,
    Judgement Cut,
    Judgement Uncut,
    IReadOnlyDictionary<string, Judgement> Baselines
);

/// <summary>The metrics of the suite <c>profiles</c>, with intervals over people.</summary>
internal static class ProfileMetrics
{
    /// <summary>A metric over judged lists; null where none of them counts for it.</summary>
    private sealed record Metric(string Name, Func<IEnumerable<Judgement>, double?> Pool, bool HasBaselines = true);

    private static readonly Metric[] Metrics =
    [
        new("right@1", lists => lists.Average(j => j.RightFirst ? 1.0 : 0)),
        new("right@3", lists => lists.Average(j => j.RightInThree ? 1.0 : 0)),
        new("fine@5", lists => lists.Average(j => j.FineInFive)),
        new("absurd", lists => lists.Average(j => j.Absurd.Count > 0 ? 1.0 : 0)),
        new("abstained", lists => lists.Average(j => j.Roles.Count == 0 ? 1.0 : 0)),
        new("no essential met", ShareWithoutEssentials, HasBaselines: false),
        new("spread", MeanSpread, HasBaselines: false),
        new("roles shown", MeanLength, HasBaselines: false),
    ];

    /// <summary>The rows of one catalog: each metric for the lists as shown and for the uncut ones.</summary>
    public static IEnumerable<Row> Rows(string catalog, IReadOnlyList<ProfileOutcome> outcomes)
    {
        IEnumerable<Row?> rows =
        [
            .. Metrics.Select(metric => ToRow($"{catalog} cut", metric, outcomes, o => o.Cut)),
            ToRow($"{catalog} cut", "kept", outcomes, ShareKept, []),
            .. Metrics.Select(metric => ToRow($"{catalog} uncut", metric, outcomes, o => o.Uncut)),
        ];
        return rows.OfType<Row>();
    }

    private static Row? ToRow(
        string test,
        Metric metric,
        IReadOnlyList<ProfileOutcome> outcomes,
        Func<ProfileOutcome, Judgement> list
    )
    {
        var names = metric.HasBaselines ? outcomes[0].Baselines.Keys : [];
        var baselines = names.ToDictionary(name => name, name => metric.Pool(outcomes.Select(o => o.Baselines[name])) ?? 0);
        return ToRow(test, metric.Name, outcomes, sample => metric.Pool(sample.Select(list)), baselines);
    }

    private static Row? ToRow(
        string test,
        string metric,
        IReadOnlyList<ProfileOutcome> outcomes,
        Func<IReadOnlyList<ProfileOutcome>, double?> pool,
        Dictionary<string, double> baselines
    )
    {
        if (pool(outcomes) is not { } value)
        {
            return null;
        }

        // A resample without anything that counts has no value of its own.
        var (low, high) = Bootstrap.Interval(outcomes, sample => pool(sample) ?? value);
        return new Row("profiles", test, metric, value, low, high, outcomes.Count, baselines);
    }

    /// <summary>Share of the right or fine roles of the uncut lists that the lists as shown contain.</summary>
    private static double? ShareKept(IReadOnlyList<ProfileOutcome> outcomes) =>
        AverageOrNull(
            outcomes.SelectMany(o => o.Uncut.RightOrFine.Select(good => o.Cut.Roles.Any(r => r.Name == good.Name))),
            isKept => isKept ? 1 : 0
        );

    private static double? ShareWithoutEssentials(IEnumerable<Judgement> lists) =>
        AverageOrNull(lists.SelectMany(j => j.Roles).Where(r => r.EssentialsTotal > 0), r => r.EssentialsMet == 0 ? 1 : 0);

    private static double? MeanSpread(IEnumerable<Judgement> lists) =>
        AverageOrNull(lists.Where(j => j.Roles.Count > 1), j => j.Roles[0].Fit - j.Roles[^1].Fit);

    private static double? MeanLength(IEnumerable<Judgement> lists) =>
        AverageOrNull(lists.Where(j => j.Roles.Count > 0), j => j.Roles.Count);

    private static double? AverageOrNull<T>(IEnumerable<T> units, Func<T, double> value) =>
        units.Average(unit => (double?)value(unit));
}
