using CareerRecs.ProfileMatching.Shadowing;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Shadowing;

public sealed class RankOverlapTests
{
    [Theory]
    [InlineData("", "", 1)]
    [InlineData("a b c", "a b c", 1)]
    [InlineData("a b c", "c b a", 1)]
    [InlineData("a b c d", "a b x y", 0.5)]
    [InlineData("a b", "c d", 0)]
    [InlineData("a", "", 0)]
    public void Share_looks_at_membership_alone(string one, string other, double share) =>
        Assert.Equal(share, RankOverlap.Share(Words(one), Words(other)), 12);

    // Worked by hand from equation 32 with p = .9.
    [Theory]
    [InlineData("a b c", "a b c", 1)]
    [InlineData("a b c", "d e f", 0)]
    [InlineData("a b", "b a", 0.9)]
    [InlineData("a b", "a c", 0.55)]
    [InlineData("", "", 1)]
    [InlineData("", "a", 0)]
    public void Rank_biased_overlap_counts_the_first_places_most(string one, string other, double overlap) =>
        Assert.Equal(overlap, RankOverlap.RankBiased(Words(one), Words(other)), 12);

    [Property]
    public bool It_is_symmetric_and_between_nothing_and_all(int[] one, int[] other)
    {
        var (first, second) = (Ranking(one), Ranking(other));
        var overlap = RankOverlap.RankBiased(first, second);
        return overlap is >= 0 and <= 1 + 1e-12 && Math.Abs(overlap - RankOverlap.RankBiased(second, first)) < 1e-12;
    }

    [Property]
    public bool It_is_one_for_equal_rankings(int[] ranking) =>
        Math.Abs(RankOverlap.RankBiased(Ranking(ranking), Ranking(ranking)) - 1) < 1e-9;

    private static List<string> Ranking(int[] numbers) => [.. numbers.Select(number => $"{number % 12}").Distinct().Take(10)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
