namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>How far five percentiles are from what was paid.</summary>
internal readonly record struct Loss(double Pinball, double Error, double Covered, double Width)
{
    public static Loss Of(double[] percentiles, double paid)
    {
        var pinball = 0.0;
        for (var i = 0; i < percentiles.Length; i++)
        {
            var over = paid - percentiles[i];
            pinball += Math.Max(PlainQuantiles.Levels[i] * over, (PlainQuantiles.Levels[i] - 1) * over);
        }

        return new Loss(
            pinball / percentiles.Length,
            Math.Abs(percentiles[2] / paid - 1),
            paid >= percentiles[0] && paid <= percentiles[^1] ? 1 : 0,
            (percentiles[^1] - percentiles[0]) / percentiles[2]
        );
    }

    /// <summary>The mean over losses of one row that was asked several times.</summary>
    public static Loss Mean(IReadOnlyCollection<Loss> losses) =>
        new(
            losses.Average(l => l.Pinball),
            losses.Average(l => l.Error),
            losses.Average(l => l.Covered),
            losses.Average(l => l.Width)
        );
}
