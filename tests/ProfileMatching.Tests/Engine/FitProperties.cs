using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Recommendations;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class FitProperties
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Property]
    internal void Components_add_up_to_the_fit_exactly(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var parts = FitFunction.Evaluate(person, role);
            Assert.Equal(parts.MilliPoints, parts.Share().Sum(c => c.MilliPoints));
            Assert.InRange(parts.MilliPoints, 0, 100_000);
        }
    }

    [Property]
    internal void Every_component_has_its_evidence(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var components = Explainer
                .Explain(person, new RankedRole(role, FitFunction.Evaluate(person, role)), full: false)
                .Fit.Components;
            Assert.All(components, c => Assert.DoesNotContain("", c.Evidence.DefaultIfEmpty("")));
        }
    }

    [Property]
    internal void A_ranking_shows_the_best_of_all_fits(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        var best = Index
            .Roles.Ids.Select(r => new RankedRole(r, FitFunction.Evaluate(person, r)))
            .Where(r => r.MilliPoints > 0)
            .OrderByDescending(r => r.MilliPoints == 100_000)
            .ThenByDescending(r => (r.MilliPoints + 500) / 1000)
            .ThenBy(r => Index.Roles[r.Role].Title.Length)
            .ThenBy(r => r.Role)
            .Take(3);

        Assert.Equal(best, Ranker.Rank(person, 3, _ => true));
    }

    [Property]
    internal void The_order_in_which_things_were_said_does_not_matter(AnyPerson any)
    {
        var evidence = any.Evidence;
        using var person = new PersonView(Index, evidence);
        using var reversed = new PersonView(
            Index,
            evidence with
            {
                Skills = [.. evidence.Skills.Reverse()],
                Phrases = [.. evidence.Phrases.Reverse()],
                Roles = [.. evidence.Roles.Reverse()],
                Terms = evidence.Terms.Reverse().ToDictionary(StringComparer.Ordinal),
            }
        );

        Assert.Equal(Ranker.Rank(person, 10, _ => true), Ranker.Rank(reversed, 10, _ => true));
    }

    [Property]
    internal void The_fit_of_a_role_does_not_depend_on_which_others_count_or_how_many_are_shown(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        var all = Ranker.Rank(person, Index.RoleCount, _ => true);
        foreach (var ranked in all)
        {
            Assert.Equal(ranked, Assert.Single(Ranker.Rank(person, 1, r => r == ranked.Role)));
        }

        Assert.Equal(all.Take(2), Ranker.Rank(person, 2, _ => true));
    }

    [Property]
    internal void Every_role_shown_has_a_vote_and_at_least_a_share_of_the_best_fit(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);

        var shown = Shortlist.Cut(person, Ranker.Rank(person, Index.RoleCount, _ => true));

        Assert.All(shown, r => Assert.True(Support.ForRole(person, r.Role).BestVote >= Index.Parameters.LeastVote));
        Assert.All(shown, r => Assert.True(r.MilliPoints >= shown[0].MilliPoints * Index.Parameters.CutShare));
    }
}
