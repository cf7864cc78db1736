namespace CareerRecs.Evaluation;

/// <summary>A role shown to a person: what was said of it, what its rank alone would have said, and what was so.</summary>
internal readonly record struct Judged(double Likelihood, double RankRate, bool Right);

/// <summary>How far likelihoods are to be trusted.</summary>
internal static class Reliability
{
    private const int Bins = 10;

    /// <summary>Bins of equal count by likelihood: what was said on average, and what was so.</summary>
    public static IEnumerable<(double Said, double Was, int Count)> Curve(IEnumerable<Judged> pairs) =>
        Split([.. pairs.OrderBy(p => p.Likelihood)])
            .Select(bin => (bin.Average(p => p.Likelihood), bin.Average(p => p.Right ? 1 : 0), bin.Length));

    /// <summary>Mean distance of what was said from what was so, over bins of equal count.</summary>
    public static double CalibrationError(IEnumerable<Judged> pairs)
    {
        var bins = Curve(pairs).ToList();
        return bins.Sum(b => b.Count * Math.Abs(b.Said - b.Was)) / bins.Sum(b => b.Count);
    }

    /// <summary>Mean squared error.</summary>
    public static double Brier(IEnumerable<Judged> pairs) => pairs.Average(p => Square(p.Likelihood, p.Right));

    /// <summary>Share of the squared error of the rank alone that is saved; 0 or less: the rank alone says as much.</summary>
    public static double BrierSkill(IReadOnlyCollection<Judged> pairs) =>
        1 - (Brier(pairs) / pairs.Average(p => Square(p.RankRate, p.Right)));

    private static double Square(double said, bool right) => Math.Pow(said - (right ? 1 : 0), 2);

    private static IEnumerable<Judged[]> Split(Judged[] sorted) =>
        Enumerable
            .Range(0, Bins)
            .Select(b => sorted[(int)((long)b * sorted.Length / Bins)..(int)((b + 1L) * sorted.Length / Bins)])
            .Where(bin => bin.Length > 0);
}
