using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class SupportTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Theory]
    [InlineData(80_000, 0, 0, false, FitBand.Possible)]
    [InlineData(80_000, 0.4, 0, false, FitBand.Good)]
    [InlineData(80_000, 0, 0.4, false, FitBand.Good)]
    [InlineData(80_000, 0.6, 0, false, FitBand.Strong)]
    [InlineData(80_000, 0, 0.6, false, FitBand.Strong)]
    [InlineData(80_000, 0, 0, true, FitBand.Strong)]
    [InlineData(10_000, 1, 1, true, FitBand.Stretch)]
    [InlineData(100_000, 0, 0, false, FitBand.Strong)]
    public void A_band_is_limited_by_what_is_matched_and_never_raised(
        int milliPoints,
        double matched,
        double essentials,
        bool isHeld,
        FitBand limited
    ) => Assert.Equal(limited, new Support(1, matched, essentials, isHeld).LimitBand(milliPoints, FitParameters.Shipped));

    [Fact]
    public void Support_counts_what_is_matched_and_the_essentials()
    {
        using var person = new PersonView(Index, Evidence("python", "statistics", "figma"));

        var support = Support.ForRole(person, MadeUpCatalog.Role("data-scientist"));

        Assert.Equal(2 / 3.0, support.MatchedShare, 5);
        Assert.Equal(2 / 3.0, support.EssentialsShare, 5);
        Assert.False(support.IsHeld);
    }

    [Fact]
    public void A_role_that_nothing_said_speaks_for_is_not_shown()
    {
        using var person = new PersonView(Index, Evidence("figma", "interviewing", "typography"));
        var backEnd = MadeUpCatalog.Role("back-end");

        Assert.Equal(0, Support.ForRole(person, backEnd).BestVote);
        Assert.DoesNotContain(Shortlist.Cut(person, Ranker.Rank(person, 10, _ => true)), r => r.Role == backEnd);
        Assert.Empty(Shortlist.Cut(person, [new RankedRole(backEnd, FitFunction.Evaluate(person, backEnd))]));
    }

    [Fact]
    public void A_list_ends_at_a_share_of_its_best_fit()
    {
        using var person = new PersonView(Index, Evidence("python", "statistics", "sql", "pytorch"));
        var ranked = Ranker.Rank(person, 10, _ => true);

        var shown = Shortlist.Cut(person, ranked);

        Assert.Equal(ranked.Take(shown.Count), shown);
        Assert.True(ranked.Count > shown.Count);
        Assert.True(ranked[shown.Count].MilliPoints < ranked[0].MilliPoints * Index.Parameters.CutShare);
    }

    private static PersonEvidence Evidence(params string[] skills) =>
        new()
        {
            Skills = [.. skills.Select(s => new HeldSkill(MadeUpCatalog.Skill(s), 4))],
            Roles = [],
            Terms = new Dictionary<string, int>(),
        };
}
