using CareerRecs.Salary.Figures;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training;

/// <summary>How often the 80 % ranges of a model held recent rows.</summary>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Coverage">Share of them within p10 to p90.</param>
public sealed record Drift(int Rows, double Coverage)
{
    /// <summary>Coverage below it calls for a recalibration.</summary>
    public const double Lowest = 0.75;

    /// <summary>Coverage above it as well: the ranges are too wide.</summary>
    public const double Highest = 0.85;

    /// <summary>With fewer rows chance alone leaves the bounds too often.</summary>
    public const int FewestRows = 100;

    /// <summary>Whether the ranges no longer hold what they claim.</summary>
    public bool IsDrifted => Rows >= FewestRows && Coverage is (< Lowest or > Highest);

    /// <summary>Compares the model with rows that it was not fitted to.</summary>
    public static Drift Of(PayModel model, IEnumerable<PayRow> recent)
    {
        var tally = new DriftTally(model.Estimate);
        foreach (var row in recent)
        {
            tally.Add(row);
        }
        return tally.Drift;
    }
}

/// <summary>Counts rows one by one; one that says the same as another is counted once, and of each a number is kept.</summary>
/// <param name="range">Answers a row.</param>
internal sealed class DriftTally(Func<PayFacts, PayRange> range)
{
    private readonly HashSet<ulong> _seen = [];
    private int _held;

    /// <summary>What was counted.</summary>
    public Drift Drift => new(_seen.Count, _seen.Count == 0 ? 0 : (double)_held / _seen.Count);

    /// <summary>Counts a row.</summary>
    public void Add(PayRow row)
    {
        if (_seen.Add(row.Hash()) && range(row.Facts).Holds(row.Amount))
        {
            _held++;
        }
    }
}
