namespace CareerRecs.Evaluation.Fitting;

/// <summary>The lowest point of a convex loss of a few weights, by Newton's steps.</summary>
internal static class Newton
{
    private const int Steps = 25;

    /// <summary>Goes down from <paramref name="start"/>, no step longer than 1 in any weight.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="add">Adds gradient and Hessian at the weights.</param>
    /// <param name="least">No weight falls below it.</param>
    public static double[] Descend(
        double[] start,
        Action<double[], double[], double[,]> add,
        double least = double.NegativeInfinity
    )
    {
        var weights = (double[])start.Clone();
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, hessian) = (new double[weights.Length], new double[weights.Length, weights.Length]);
            add(weights, gradient, hessian);
            // A weight at its bound that would fall further stays out of the step of the others.
            for (var f = 0; f < weights.Length; f++)
            {
                if (weights[f] <= least && gradient[f] > 0)
                {
                    Hold(f, gradient, hessian);
                }
            }

            Solve(hessian, gradient);
            var shrink = Math.Min(1, 1 / Math.Max(1e-12, gradient.Max(Math.Abs)));
            for (var f = 0; f < weights.Length; f++)
            {
                weights[f] = Math.Max(least, weights[f] - (shrink * gradient[f]));
            }
        }

        return weights;
    }

    /// <summary>Adds a vector a number of times.</summary>
    public static void Add(double[] to, double[] what, double times)
    {
        for (var f = 0; f < to.Length; f++)
        {
            to[f] += times * what[f];
        }
    }

    /// <summary>Adds the product of a vector with itself a number of times.</summary>
    public static void Add(double[,] to, double[] what, double times)
    {
        for (var f = 0; f < what.Length; f++)
        {
            for (var g = 0; g < what.Length; g++)
            {
                to[f, g] += times * what[f] * what[g];
            }
        }
    }

    /// <summary>The sum of weights times features.</summary>
    public static double Dot(double[] weights, double[] features)
    {
        var sum = 0.0;
        for (var f = 0; f < weights.Length; f++)
        {
            sum += weights[f] * features[f];
        }
        return sum;
    }

    private static void Hold(int f, double[] gradient, double[,] hessian)
    {
        gradient[f] = 0;
        for (var g = 0; g < gradient.Length; g++)
        {
            hessian[f, g] = hessian[g, f] = f == g ? 1 : 0;
        }
    }

    /// <summary>Solves the positive definite system in place by elimination.</summary>
    private static void Solve(double[,] matrix, double[] right)
    {
        for (var k = 0; k < right.Length; k++)
        {
            for (var row = 0; row < right.Length; row++)
            {
                if (row == k)
                {
                    continue;
                }
                var factor = matrix[row, k] / matrix[k, k];
                for (var column = k; column < right.Length; column++)
                {
                    matrix[row, column] -= factor * matrix[k, column];
                }
                right[row] -= factor * right[k];
            }
        }

        for (var k = 0; k < right.Length; k++)
        {
            right[k] /= matrix[k, k];
        }
    }
}
