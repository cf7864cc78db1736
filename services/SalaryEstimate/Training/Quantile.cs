namespace CareerRecs.Salary.Training;

/// <summary>Quantiles of sorted values, read linearly between two of them.</summary>
internal static class Quantile
{
    /// <summary>The quantile; 0 of none.</summary>
    public static double Of(double[] sorted, double level)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }
        var position = level * (sorted.Length - 1);
        var low = (int)position;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }

    /// <summary>
    /// The value that one more of the same kind stays below with the probability of the level, as conformal prediction has it; 0
    /// of none.
    /// </summary>
    public static double Conformal(double[] sorted, double level) =>
        sorted.Length < 2
            ? Of(sorted, level)
            : Of(sorted, Math.Clamp((level * (sorted.Length + 1) - 1) / (sorted.Length - 1), 0, 1));

    /// <summary>The quantile drawn to <paramref name="prior"/>, which weighs as much as <paramref name="rows"/> values.</summary>
    public static double Shrunk(double[] sorted, double level, double prior, double rows) =>
        (sorted.Length * Of(sorted, level) + rows * prior) / (sorted.Length + rows);
}
