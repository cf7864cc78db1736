using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Recommendations;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>The fit of a role with a skill that the person acquires.</summary>
[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class AcquiredSkillProperties
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Property]
    internal void A_skill_that_a_role_asks_for_never_lowers_its_fit(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var before = FitFunction.Evaluate(person, role).MilliPoints;
            foreach (var demand in Index.Demands(role))
            {
                var better = new HeldSkill(demand.Skill, Math.Max(person.Held(demand.Skill), demand.Required), IsStated: true);
                Assert.True(person.EvaluateWith(better, role).MilliPoints >= before);
            }

            Assert.Equal(before, FitFunction.Evaluate(person, role).MilliPoints);
        }
    }

    [Property]
    internal void A_skill_that_a_role_asks_for_never_lowers_its_fit_at_whatever_level_it_is_stated(AnyPerson any, bool stated)
    {
        using var before = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            foreach (var demand in Index.Demands(role))
            {
                if (before.Held(demand.Skill) > 0)
                {
                    continue;
                }

                using var after = new PersonView(Index, any.Evidence.With(new HeldSkill(demand.Skill, 7, stated)));
                Assert.True(FitFunction.Evaluate(after, role).MilliPoints >= FitFunction.Evaluate(before, role).MilliPoints);
            }
        }
    }

    [Property]
    internal void A_fit_with_an_acquired_skill_equals_ranking_again(AnyPerson any, int skill, bool stated)
    {
        var acquired = new HeldSkill(new SkillId(Math.Abs(skill % Index.SkillIds.Count)), 5, stated);
        using var person = new PersonView(Index, any.Evidence);
        if (acquired.Proficiency <= person.Held(acquired.Skill))
        {
            return;
        }

        using var later = new PersonView(Index, any.Evidence.With(acquired));
        foreach (var role in Index.Roles.Ids)
        {
            Assert.Equal(FitFunction.Evaluate(later, role).MilliPoints, person.EvaluateWith(acquired, role).MilliPoints);
        }
    }

    [Property]
    internal void A_gain_computed_from_sums_equals_ranking_again_but_for_rounding(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var gains = new SkillGains(person, role);
            foreach (var demand in Index.Demands(role).ToArray().Where(d => person.Held(d.Skill) < d.Level))
            {
                var again = person.EvaluateWith(demand.Met(), role).MilliPoints;
                Assert.InRange(gains.With(demand).MilliPoints, again - 1, again + 1);
            }
        }
    }

    [Property]
    internal void The_promise_of_a_missing_skill_is_kept(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            foreach (var missing in MissingSkills.Of(person, role, int.MaxValue))
            {
                using var later = new PersonView(Index, any.Evidence.With(MadeUpCatalog.Met(role, missing.Skill)));
                Assert.Equal(missing.FitIfAcquiredMilliPoints, FitFunction.Evaluate(later, role).MilliPoints);
            }
        }
    }

    [Property]
    internal void The_first_missing_skills_are_those_of_all(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var role in Index.Roles.Ids)
        {
            var all = MissingSkills.Of(person, role, int.MaxValue);

            Assert.Equal(all.Take(3), MissingSkills.Of(person, role, 3));
        }
    }
}
