using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>A role for which the person shows everything that it asks for.</summary>
[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class CompleteRoleProperties
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Property]
    internal void A_complete_role_keeps_its_100_points_whatever_else_the_person_has(AnyPerson any)
    {
        foreach (var role in Index.Roles.Ids)
        {
            using var person = new PersonView(Index, Complete(any.Evidence, role));

            Assert.Equal(100_000, FitFunction.Evaluate(person, role).MilliPoints);
        }
    }

    [Property]
    internal void Only_complete_roles_come_before_a_complete_role(AnyPerson any)
    {
        foreach (var role in Index.Roles.Ids)
        {
            using var person = new PersonView(Index, Complete(any.Evidence, role));

            var ranked = Ranker.Rank(person, Index.RoleCount, _ => true);

            Assert.All(ranked.TakeWhile(r => r.Role != role), before => Assert.Equal(100_000, before.MilliPoints));
        }
    }

    [Fact]
    public void A_complete_role_comes_first_in_a_strong_band_and_says_so()
    {
        foreach (var role in Index.Roles.Ids)
        {
            using var person = new PersonView(Index, Complete(Nobody, role));

            var first = Shortlist.Cut(person, Ranker.Rank(person, 10, _ => true))[0];

            Assert.Equal((role, 100_000), (first.Role, first.MilliPoints));
            Assert.Equal(FitBand.Strong, Support.ForRole(person, role).LimitBand(first.MilliPoints, FitParameters.Shipped));
        }
    }

    [Property]
    internal void A_role_with_a_skill_missing_that_nothing_covers_has_less_than_100_points(AnyPerson any)
    {
        foreach (var role in Index.Roles.Ids)
        {
            using var person = new PersonView(Index, any.Evidence);
            var isShown = Index
                .Demands(role)
                .ToArray()
                .All(d => FitFunction.Coverage(person, d) is var (direct, standIn) && direct + standIn >= 1);

            Assert.Equal(isShown, FitFunction.Evaluate(person, role).MilliPoints == 100_000);
        }
    }

    private static PersonEvidence Nobody =>
        new()
        {
            Skills = [],
            Roles = [],
            Terms = new Dictionary<string, int>(),
        };

    /// <summary>The person with all that the role asks for, at the level required or above.</summary>
    private static PersonEvidence Complete(PersonEvidence evidence, RoleId role)
    {
        foreach (var demand in Index.Demands(role))
        {
            var held = evidence.Skills.FirstOrDefault(s => s.Skill == demand.Skill);
            if (held.Proficiency < demand.Level)
            {
                evidence = evidence.With(demand.Met());
            }
        }

        return evidence;
    }
}
