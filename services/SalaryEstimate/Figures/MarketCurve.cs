using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Figures;

/// <summary>
/// The share of the market that earns less than an amount: the normal scores of the percentiles joined by straight lines over log
/// pay, and beyond p10 and p90 extended at the slope of the lognormal through the median.
/// </summary>
internal sealed class MarketCurve
{
    private static readonly double[] Scores =
    [
        -1.2815515655446004,
        -0.6744897501960817,
        0,
        0.6744897501960817,
        1.2815515655446004,
    ];

    private readonly double[] _logs;

    public MarketCurve(Percentiles percentiles)
        : this(
            percentiles.P10.Value(),
            percentiles.P25.Value(),
            percentiles.P50.Value(),
            percentiles.P75.Value(),
            percentiles.P90.Value()
        ) { }

    public MarketCurve(double p10, double p25, double p50, double p75, double p90) =>
        _logs = [Log(p10), Log(p25), Log(p50), Log(p75), Log(p90)];

    /// <summary>The share that earns less than an amount, 0-1.</summary>
    public double ShareBelow(double amount) => amount <= 0 ? 0 : ShareBelowLog(Math.Log(amount));

    /// <summary>The share that earns less than an amount of that logarithm, 0-1.</summary>
    public double ShareBelowLog(double log) => Normal(ScoreOf(log));

    /// <summary>The share of people below a normal score, 0-1.</summary>
    public static double ShareBelowScore(double score) => Normal(score);

    /// <summary>The amount below which a share earns.</summary>
    public double AmountAt(double score)
    {
        for (var i = 1; i < Scores.Length; i++)
        {
            if (score > Scores[i] && i < Scores.Length - 1)
            {
                continue;
            }
            if (score < Scores[0])
            {
                return Math.Exp(_logs[0] + ((score - Scores[0]) * SigmaOf(0)));
            }
            if (score > Scores[^1])
            {
                return Math.Exp(_logs[^1] + ((score - Scores[^1]) * SigmaOf(4)));
            }
            return Math.Exp(_logs[i - 1] + ((score - Scores[i - 1]) / (Scores[i] - Scores[i - 1]) * (_logs[i] - _logs[i - 1])));
        }

        return Math.Exp(_logs[^1]);
    }

    private static double Log(double amount) => Math.Log(Math.Max(1, amount));

    private double ScoreOf(double log)
    {
        if (log <= _logs[0])
        {
            return Scores[0] + ((log - _logs[0]) / SigmaOf(0));
        }
        for (var i = 1; i < Scores.Length; i++)
        {
            if (log > _logs[i])
            {
                continue;
            }
            var rise = _logs[i] - _logs[i - 1];
            return rise <= 0 ? Scores[i] : Scores[i - 1] + ((log - _logs[i - 1]) / rise * (Scores[i] - Scores[i - 1]));
        }

        return Scores[^1] + ((log - _logs[^1]) / SigmaOf(4));
    }

    /// <summary>The deviation of log pay by the outermost percentile of one side.</summary>
    private double SigmaOf(int end) => Math.Max(0.01, (_logs[end] - _logs[2]) / Scores[end]);

    /// <summary>The standard normal distribution function (Abramowitz and Stegun 7.1.26, error below 1.5e-7).</summary>
    private static double Normal(double score)
    {
        var x = Math.Abs(score) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var erf =
            1
            - (
                ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592)
                * t
                * Math.Exp(-x * x)
            );
        return score >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
    }
}
