namespace CareerRecs.Salary.PayModels;

/// <summary>The nearest values that never fall: neighbours out of order are replaced by their weighted mean.</summary>
internal static class Isotonic
{
    /// <summary>Pools adjacent violators in place.</summary>
    public static void Rise(Span<double> values, ReadOnlySpan<double> weights)
    {
        Span<double> mean = stackalloc double[values.Length];
        Span<double> weight = stackalloc double[values.Length];
        Span<int> end = stackalloc int[values.Length];
        var blocks = 0;
        for (var i = 0; i < values.Length; i++)
        {
            (mean[blocks], weight[blocks], end[blocks]) = (values[i], Math.Max(weights[i], 1e-9), i + 1);
            for (blocks++; blocks > 1 && mean[blocks - 2] > mean[blocks - 1]; blocks--)
            {
                var sum = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / sum;
                (weight[blocks - 2], end[blocks - 2]) = (sum, end[blocks - 1]);
            }
        }

        for (int block = 0, i = 0; block < blocks; block++)
        {
            for (; i < end[block]; i++)
            {
                values[i] = mean[block];
            }
        }
    }
}
