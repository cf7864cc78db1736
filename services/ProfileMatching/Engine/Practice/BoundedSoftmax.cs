using CareerRecs.ProfileMatching.Engine.Moves;

namespace CareerRecs.ProfileMatching.Engine.Practice;

/// <summary>
/// Multinomial logistic regression over sparse rows with a penalty on squares and, for some weights, the bound that they are not
/// negative. Accelerated projected gradient: the steps come from a bound on the curvature, so nothing is searched for or drawn by
/// lot.
/// </summary>
/// <param name="rows">The features that are not zero of each row.</param>
/// <param name="classes">The class of each row.</param>
/// <param name="featureCount">How many features.</param>
/// <param name="classCount">How many classes.</param>
public sealed class BoundedSoftmax(
    IReadOnlyList<(int Feature, double Value)[]> rows,
    IReadOnlyList<int> classes,
    int featureCount,
    int classCount
)
{
    private const int Rounds = 400;
    private const double Settled = 1e-3;

    /// <summary>Weight by feature, then class; the last row is the intercept, which has no penalty.</summary>
    /// <param name="penalties">Penalty by feature.</param>
    /// <param name="isBounded">Whether the weight of a feature in a class must not be negative. Null: none.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    public double[][] Fit(IReadOnlyList<double> penalties, Func<int, int, bool>? isBounded, CancellationToken cancellationToken)
    {
        var steps = Steps(penalties);
        var (now, ahead, gradient) = (Zeros(), Zeros(), Zeros());
        double momentum = 1;
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Gradient(ahead, gradient);
            var next = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
            double moved = 0,
                against = 0;
            for (var f = 0; f <= featureCount; f++)
            {
                for (var c = 0; c < classCount; c++)
                {
                    var slope = gradient[f][c] + (f < featureCount ? penalties[f] * ahead[f][c] : 0);
                    var to = ahead[f][c] - (steps[f] * slope);
                    if (f < featureCount && to < 0 && isBounded is not null && isBounded(f, c))
                    {
                        to = 0;
                    }
                    against += (ahead[f][c] - to) * (to - now[f][c]);
                    gradient[f][c] = to;
                }
            }

            // Momentum that runs against the slope is dropped.
            var push = against > 0 ? 0 : (momentum - 1) / next;
            for (var f = 0; f <= featureCount; f++)
            {
                for (var c = 0; c < classCount; c++)
                {
                    var change = gradient[f][c] - now[f][c];
                    moved = Math.Max(moved, Math.Abs(change));
                    now[f][c] = gradient[f][c];
                    ahead[f][c] = now[f][c] + (push * change);
                }
            }

            if (moved < Settled)
            {
                break;
            }
            momentum = against > 0 ? 1 : next;
        }

        return now;
    }

    /// <summary>The scores of a row by class, up to what is common to all.</summary>
    public static double[] Score(double[][] weights, (int Feature, double Value)[] row)
    {
        var scores = (double[])weights[^1].Clone();
        foreach (var (feature, value) in row)
        {
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += weights[feature][c] * value;
            }
        }

        return scores;
    }

    private double[][] Zeros() => [.. Enumerable.Range(0, featureCount + 1).Select(_ => new double[classCount])];

    /// <summary>Curvature is at most half of the sum of |feature| x (1 + sum of the row).</summary>
    private double[] Steps(IReadOnlyList<double> penalties)
    {
        var curvature = new double[featureCount + 1];
        foreach (var row in rows)
        {
            var sum = 1 + row.Sum(x => Math.Abs(x.Value));
            foreach (var (feature, value) in row)
            {
                curvature[feature] += Math.Abs(value) * sum / 2;
            }
            curvature[featureCount] += sum / 2;
        }

        return [.. curvature.Select((c, f) => 1 / (c + (f < featureCount ? penalties[f] : 0) + 1e-9))];
    }

    private void Gradient(double[][] weights, double[][] gradient)
    {
        foreach (var row in gradient)
        {
            Array.Clear(row);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var scores = Score(weights, rows[i]);
            var most = scores.Max();
            double sum = 0;
            for (var c = 0; c < classCount; c++)
            {
                sum += scores[c] = Math.Exp(scores[c] - most);
            }
            for (var c = 0; c < classCount; c++)
            {
                scores[c] /= sum;
            }
            scores[classes[i]]--;
            foreach (var (feature, value) in rows[i])
            {
                var to = gradient[feature];
                for (var c = 0; c < classCount; c++)
                {
                    to[c] += scores[c] * value;
                }
            }

            var intercept = gradient[featureCount];
            for (var c = 0; c < classCount; c++)
            {
                intercept[c] += scores[c];
            }
        }
    }
}
