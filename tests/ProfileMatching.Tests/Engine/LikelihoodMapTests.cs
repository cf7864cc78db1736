using CareerRecs.ProfileMatching.Engine.Fit;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class LikelihoodMapTests
{
    [Property]
    public bool RisesStrictlyWhateverItIsFittedOn(NonEmptyArray<(int, bool)> pairs)
    {
        var map = LikelihoodMap.Fit([.. pairs.Get.Select(p => (Math.Abs(p.Item1 % 100) * 1000, p.Item2))]);
        return map.Knots.Length <= LikelihoodMap.MostKnots
            && Enumerable.Range(0, 1000).All(i => map.Evaluate(i * 100) < map.Evaluate((i + 1) * 100));
    }

    [Property]
    public bool DoesNotDependOnTheOrderOfThePairs(NonEmptyArray<(int, bool)> pairs)
    {
        (int, bool)[] given = [.. pairs.Get.Select(p => (Math.Abs(p.Item1 % 100_000), p.Item2))];
        return LikelihoodMap.Fit(given).Knots.SequenceEqual(LikelihoodMap.Fit([.. given.Reverse()]).Knots);
    }

    [Fact]
    public void RecoversTheRateThatPairsWereDrawnWith()
    {
        var random = new Random(7);
        (int, bool)[] pairs =
        [
            .. Enumerable
                .Range(0, 20_000)
                .Select(_ => random.Next(20_000, 80_001))
                .Select(x => (x, random.NextDouble() < Rate(x))),
        ];
        var map = LikelihoodMap.Fit(pairs);
        foreach (var x in new[] { 25_000, 40_000, 50_000, 60_000, 75_000 })
        {
            Assert.Equal(Rate(x), map.Evaluate(x), 0.04);
        }
    }

    [Fact]
    public void RefusesKnotsThatDoNotRise()
    {
        Assert.Throws<ArgumentException>(() => new LikelihoodMap([new Knot(0, 0.1)]));
        Assert.Throws<ArgumentException>(() => new LikelihoodMap([new Knot(0, 0.2), new Knot(100_000, 0.2)]));
        Assert.Throws<ArgumentException>(() => new LikelihoodMap([new Knot(0, 0.2), new Knot(100_000, 1.2)]));
    }

    private static double Rate(int milliPoints) => Math.Pow(milliPoints / 100_000.0, 2);
}
