using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Recommendations;
using CareerRecs.Types.V1;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>A person made at random from the made-up catalog.</summary>
internal sealed record AnyPerson(PersonEvidence Evidence);

internal static class AnyPersonArbitrary
{
    public static Arbitrary<AnyPerson> Person()
    {
        var index = MadeUpCatalog.Index;
        var skill = from id in Gen.Choose(0, index.SkillIds.Count - 1)
                    from level in Gen.Elements(2f, 4f, 5.5f, 7f)
                    from stated in Gen.Elements(true, false)
                    select new HeldSkill(id, level, stated);
        var person = from skills in Gen.ListOf(skill)
                     from seniority in Gen.Choose(0, 7)
                     from held in Gen.Choose(-3, index.RoleCount - 1)
                     from words in Gen.SubListOf("python", "deployment", "figma", "machine", "sql")
                     select new AnyPerson(new PersonEvidence
                     {
                         Skills = [.. skills.DistinctBy(s => s.Skill)],
                         Roles = held < 0 ? [] : [new HeldRole(held, 0.9f, "held")],
                         Terms = words.ToDictionary(w => w, _ => 2),
                         Seniority = (Seniority)seniority,
                     });
        return person.ToArbitrary();
    }
}

[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class FitProperties
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Property]
    internal void Components_add_up_to_the_fit_exactly(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        for (var role = 0; role < Index.RoleCount; role++)
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
        for (var role = 0; role < Index.RoleCount; role++)
        {
            var components = Explainer.Explain(person, new RankedRole(role, FitFunction.Evaluate(person, role)), full: false).Fit.Components;
            Assert.All(components, c => Assert.DoesNotContain("", c.Evidence.DefaultIfEmpty("")));
        }
    }

    [Property]
    internal void A_skill_that_a_role_asks_for_never_lowers_its_fit(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        for (var role = 0; role < Index.RoleCount; role++)
        {
            var before = FitFunction.Evaluate(person, role).MilliPoints;
            foreach (var demand in Index.Demands(role))
            {
                var better = new HeldSkill(demand.Skill, Math.Max(person.Held(demand.Skill), demand.Required), IsStated: true);
                Assert.True(MissingSkills.FitWith(person, role, better) >= before);
            }
        }
    }

    [Property]
    internal void A_skill_that_a_role_asks_for_never_lowers_its_fit_at_whatever_level_it_is_stated(AnyPerson any, bool stated)
    {
        for (var role = 0; role < Index.RoleCount; role++)
        {
            foreach (var demand in Index.Demands(role))
            {
                if (any.Evidence.Skills.Any(s => s.Skill == demand.Skill)) continue;
                using var before = new PersonView(Index, any.Evidence);
                using var after = new PersonView(Index, any.Evidence.With(new HeldSkill(demand.Skill, 7, stated)));
                Assert.True(FitFunction.Evaluate(after, role).MilliPoints >= FitFunction.Evaluate(before, role).MilliPoints);
            }
        }
    }

    [Property]
    internal void What_finds_candidates_comes_to_what_is_shown(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        var best = Enumerable.Range(0, Index.RoleCount).Select(r => new RankedRole(r, FitFunction.Evaluate(person, r)))
            .Where(r => r.MilliPoints > 0).OrderByDescending(r => r.MilliPoints).ThenBy(r => r.Role).Take(3);
        Assert.Equal(best, Ranker.Rank(person, 3, _ => true));
    }

    [Property]
    internal void The_order_in_which_things_were_said_does_not_matter(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        using var reversed = new PersonView(Index, any.Evidence with { Skills = [.. any.Evidence.Skills.Reverse()] });

        Assert.Equal(Ranker.Rank(person, 10, _ => true), Ranker.Rank(reversed, 10, _ => true));
    }

    [Property]
    internal void The_fit_of_a_role_does_not_depend_on_which_others_count(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        var all = Ranker.Rank(person, Index.RoleCount, _ => true).ToDictionary(r => r.Role, r => r.MilliPoints);
        foreach (var role in all.Keys)
        {
            var alone = Ranker.Rank(person, 1, r => r == role);
            Assert.Equal(all[role], Assert.Single(alone).MilliPoints);
        }
    }

    [Property]
    internal void The_first_missing_skills_are_those_of_all(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        for (var role = 0; role < Index.RoleCount; role++)
            Assert.Equal(MissingSkills.Of(person, role, int.MaxValue).Take(3), MissingSkills.Of(person, role, 3));
    }

    [Property]
    internal void The_promise_of_a_missing_skill_is_kept(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        for (var role = 0; role < Index.RoleCount; role++)
        {
            foreach (var missing in MissingSkills.Of(person, role, int.MaxValue))
            {
                var acquired = MadeUpCatalog.Met(role, missing.Skill);
                using var later = new PersonView(Index, any.Evidence.With(acquired));
                Assert.Equal(missing.FitIfAcquiredMilliPoints, FitFunction.Evaluate(later, role).MilliPoints);
            }
        }
    }
}
