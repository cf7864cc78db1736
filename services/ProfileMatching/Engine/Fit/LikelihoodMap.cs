using System.Collections.Immutable;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>A point of a likelihood map.</summary>
/// <param name="MilliPoints">Fit, 0-100,000.</param>
/// <param name="Likelihood">Probability at this fit, 0-1.</param>
public readonly record struct Knot(int MilliPoints, double Likelihood);

/// <summary>
/// The likelihood that a role shown in the top 10 is right, as a function of its fit: straight lines between a few knots,
/// strictly increasing, so that it never contradicts the order of the fit.
/// </summary>
public sealed class LikelihoodMap
{
    /// <summary>Knots a map has at most.</summary>
    public const int MostKnots = 10;

    /// <summary>Pairs that a knot between the two ends needs to be fitted.</summary>
    private const int PairsPerKnot = 25;

    /// <summary>What the likelihood rises at least from one knot to the next.</summary>
    private const double LeastRise = 0.0005;

    private const int FullMark = 100_000;

    /// <exception cref="ArgumentException">Fewer than two knots or too many, not strictly increasing, or a likelihood outside
    /// 0-1.</exception>
    public LikelihoodMap(IEnumerable<Knot> knots)
    {
        Knots = [.. knots];
        if (Knots.Length is < 2 or > MostKnots)
        {
            throw new ArgumentException($"A map has 2 to {MostKnots} knots, not {Knots.Length}.", nameof(knots));
        }
        for (var i = 0; i < Knots.Length; i++)
        {
            if (Knots[i].Likelihood is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"Knot {i} is no probability.", nameof(knots));
            }
            if (i > 0 && (Knots[i].MilliPoints <= Knots[i - 1].MilliPoints || Knots[i].Likelihood <= Knots[i - 1].Likelihood))
            {
                throw new ArgumentException($"Knot {i} does not rise above the one before.", nameof(knots));
            }
        }
    }

    /// <summary>The knots, by rising fit.</summary>
    public ImmutableArray<Knot> Knots { get; }

    /// <summary>
    /// The map nearest to the pairs in least squares (so in Brier score) among those with knots at equal shares of the pairs. The
    /// order of the pairs does not matter.
    /// </summary>
    /// <exception cref="ArgumentException">No pairs.</exception>
    public static LikelihoodMap Fit(IReadOnlyCollection<(int MilliPoints, bool Right)> pairs)
    {
        if (pairs.Count == 0)
        {
            throw new ArgumentException("A map is fitted on pairs.", nameof(pairs));
        }
        var sorted = pairs.Order().ToArray();
        var at = Places(sorted);
        var rises = Rises(sorted, at, sorted.Count(p => p.Right) / (double)sorted.Length);
        var knots = new Knot[at.Length];
        double likelihood = 0;
        for (var k = 0; k < at.Length; k++)
        {
            likelihood += rises[k];
            // Rises that are owed to the knots above are kept free below 1.
            knots[k] = new Knot(at[k], Math.Min(likelihood, 1 - ((at.Length - 1 - k) * LeastRise)));
        }

        return new LikelihoodMap(knots.Select(k => k with { Likelihood = Math.Round(k.Likelihood, 6) }));
    }

    /// <summary>The likelihood at a fit; below the first knot that of the first, above the last that of the last.</summary>
    public double Evaluate(int milliPoints)
    {
        if (milliPoints <= Knots[0].MilliPoints)
        {
            return Knots[0].Likelihood;
        }
        for (var k = 1; k < Knots.Length; k++)
        {
            if (milliPoints > Knots[k].MilliPoints)
            {
                continue;
            }
            var (below, above) = (Knots[k - 1], Knots[k]);
            var share = (double)(milliPoints - below.MilliPoints) / (above.MilliPoints - below.MilliPoints);
            return below.Likelihood + (share * (above.Likelihood - below.Likelihood));
        }

        return Knots[^1].Likelihood;
    }

    /// <summary>Both ends of the scale, and between them the middles of groups of equal count.</summary>
    private static int[] Places((int MilliPoints, bool Right)[] sorted)
    {
        var inner = Math.Min(MostKnots - 2, sorted.Length / PairsPerKnot);
        var middles = Enumerable.Range(0, inner).Select(k => sorted[(int)((k + 0.5) * sorted.Length / inner)].MilliPoints);
        return [.. middles.Append(0).Append(FullMark).Distinct().Order()];
    }

    /// <summary>
    /// The likelihood of the first knot and the rise to each next one: least squares with a lower bound each, one after the other
    /// until nothing moves. A straight line through the overall rate counts as one pair more a knot, so that a rise no pair
    /// speaks for is mild.
    /// </summary>
    private static double[] Rises((int MilliPoints, bool Right)[] sorted, int[] at, double rate)
    {
        var count = at.Length;
        var products = new double[count, count];
        var moments = new double[count];
        var row = new double[count];
        foreach (var (x, right) in sorted)
        {
            for (var k = 0; k < count; k++)
            {
                row[k] = k == 0 ? 1 : Math.Clamp((double)(x - at[k - 1]) / (at[k] - at[k - 1]), 0, 1);
            }
            for (var k = 0; k < count; k++)
            {
                moments[k] += right ? row[k] : 0;
                for (var j = 0; j < count; j++)
                {
                    products[k, j] += row[k] * row[j];
                }
            }
        }

        var rises = new double[count];
        for (var k = 0; k < count; k++)
        {
            products[k, k] += 1;
            moments[k] += k == 0 ? 0 : rate * (at[k] - at[k - 1]) / FullMark;
        }

        for (var round = 0; round < 5000; round++)
        {
            double moved = 0;
            for (var k = 0; k < count; k++)
            {
                var rest = moments[k];
                for (var j = 0; j < count; j++)
                {
                    rest -= j == k ? 0 : products[k, j] * rises[j];
                }
                var next = Math.Max(k == 0 ? 0 : LeastRise, rest / products[k, k]);
                moved = Math.Max(moved, Math.Abs(next - rises[k]));
                rises[k] = next;
            }

            if (moved < 1e-9)
            {
                break;
            }
        }

        return rises;
    }
}
