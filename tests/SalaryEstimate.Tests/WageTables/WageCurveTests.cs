using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Tests.WageTables;

public sealed class WageCurveTests
{
    private const double TopCode = 239_200;

    [Fact]
    public void What_is_printed_stays_as_it_is()
    {
        var curve = WageCurve.Complete(Row(60_000, 80_000, 100_000, 130_000, 170_000), TopCode);
        Assert.Equal(
            (60_000, 80_000, 100_000, 130_000, 170_000, false),
            (curve.P10, curve.P25, curve.P50, curve.P75, curve.P90, curve.Extrapolated)
        );
    }

    [Fact]
    public void The_upper_tail_above_the_top_code_is_a_lognormal_through_p25_and_the_median()
    {
        var curve = WageCurve.Complete(Row(104_450, 134_350, 171_200, 216_220, WageRow.TopCode), TopCode);
        var sigma = Math.Log(171_200 / 134_350.0) / 0.6744897501960817;
        Assert.Equal(Math.Max(TopCode, 171_200 * Math.Exp(sigma * 1.2815515655446004)), curve.P90, 1e-6);
        Assert.True(curve.Extrapolated);
        Assert.False(curve.MedianExtrapolated);
    }

    [Fact]
    public void A_top_coded_median_follows_from_the_mean_and_is_never_below_the_top_code()
    {
        var curve = WageCurve.Complete(
            Row(82_960, 236_780, WageRow.TopCode, WageRow.TopCode, WageRow.TopCode, mean: 360_240),
            TopCode
        );
        Assert.InRange(curve.P50, 300_000, 360_240);
        var low = WageCurve.Complete(
            Row(60_000, 90_000, WageRow.TopCode, WageRow.TopCode, WageRow.TopCode, mean: 100_000),
            TopCode
        );
        Assert.True(low.P50 >= TopCode);
        Assert.True(low.P75 >= low.P50 && low.P90 >= low.P75);
    }

    [Fact]
    public void Suppressed_percentiles_are_filled_without_crossing()
    {
        var curve = WageCurve.Complete(Row(null, 80_000, 100_000, null, 110_000), TopCode);
        Assert.True(curve.P10 <= 80_000 && curve.P75 >= 100_000 && curve.P90 >= curve.P75);
    }

    private static WageRow Row(double? p10, double? p25, double? p50, double? p75, double? p90, double? mean = null) =>
        new("15-2051", "Data Scientists", OccupationLevel.Detailed, 1, mean, p10, p25, p50, p75, p90);
}
