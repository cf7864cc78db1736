using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Matching.V1;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class FitPointsTests
{
    [Property]
    public Property Shown_components_sum_to_the_shown_total() =>
        Prop.ForAll(
            Gen.Choose(0, 30_000).ArrayOf(6).ToArbitrary(),
            points =>
            {
                var fit = Answers.Fit(points.Sum(), FitBand.Good, [.. points.Select((p, i) => ((ComponentKind)(i + 1), p))]);
                return FitPoints.Components(fit).Sum(c => c.Points) == FitPoints.Whole(fit.MilliPoints);
            }
        );

    [Fact]
    public void The_largest_remainder_gets_the_spare_point()
    {
        var fit = Answers.Fit(2_000, FitBand.Stretch, (ComponentKind.Skills, 1_300), (ComponentKind.Tools, 700));
        Assert.Equal([(ComponentKind.Skills, 1), (ComponentKind.Tools, 1)], FitPoints.Components(fit));
    }

    [Theory]
    [InlineData(6_400, "+6")]
    [InlineData(950, "+1")]
    [InlineData(949, "+0.9")]
    [InlineData(50, "+0.1")]
    [InlineData(49, "")]
    public void A_gain_under_a_point_shows_in_tenths_and_never_as_nothing(int milli, string shown) =>
        Assert.Equal(
            shown,
            FitPoints.Gain(new MissingSkill { FitIfAcquiredMilliPoints = 60_000 + milli }, Answers.Fit(60_000, FitBand.Good))
        );

    [Theory]
    [InlineData(73_499, 73)]
    [InlineData(73_500, 74)]
    [InlineData(0, 0)]
    [InlineData(100_000, 100)]
    public void Halves_round_up(int milli, int whole) => Assert.Equal(whole, FitPoints.Whole(milli));
}
