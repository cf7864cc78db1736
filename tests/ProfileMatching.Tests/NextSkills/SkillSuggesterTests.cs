using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.NextSkills;
using CareerRecs.ProfileMatching.Tests.Engine;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.NextSkills;

[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class SkillSuggesterTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;
    private static readonly RoleId[] All = [.. Index.Roles.Ids];

    [Property]
    internal void What_a_skill_brings_is_what_ranking_again_with_it_gives(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        foreach (var skill in SkillSuggester.Suggest(person, All, present: null, 100))
        {
            const float working = 4;
            var level = skill.Proficiency > 0 ? (float)skill.Proficiency : working;
            var acquired = new HeldSkill(Index.SkillIds[skill.Skill], level, IsStated: true);
            using var later = new PersonView(Index, any.Evidence.With(acquired));
            Assert.True(level > skill.HeldProficiency);
            Assert.All(
                skill.Gains,
                gain =>
                {
                    Assert.Equal(gain.FitMilliPoints, FitFunction.Evaluate(person, Index.RoleIds[gain.Role]).MilliPoints);
                    Assert.Equal(
                        gain.FitIfAcquiredMilliPoints,
                        FitFunction.Evaluate(later, Index.RoleIds[gain.Role]).MilliPoints
                    );
                    Assert.Equal(
                        gain.FitMilliPoints < Index.Parameters.GoodFrom
                            && gain.FitIfAcquiredMilliPoints >= Index.Parameters.GoodFrom,
                        gain.LiftsToGood
                    );
                }
            );
            Assert.Equal(skill.TotalGainMilliPoints, skill.Gains.Sum(g => g.FitIfAcquiredMilliPoints - g.FitMilliPoints));
        }
    }

    [Property]
    internal void Those_that_lift_most_roles_come_first_and_fewer_are_the_first_of_them(AnyPerson any)
    {
        using var person = new PersonView(Index, any.Evidence);
        var all = SkillSuggester.Suggest(person, All, present: null, 100);

        Assert.Equal(
            all.OrderByDescending(s => s.Gains.Count(g => g.LiftsToGood)).ThenByDescending(s => s.TotalGainMilliPoints),
            all
        );
        Assert.Equal(all.Take(2), SkillSuggester.Suggest(person, All, present: null, 2));
    }

    [Fact]
    public void Only_skills_that_the_roles_ask_for_are_suggested()
    {
        using var person = new PersonView(
            Index,
            new PersonEvidence
            {
                Skills = [new HeldSkill(MadeUpCatalog.Skill("sql"), 4)],
                Roles = [],
                Terms = new Dictionary<string, int>(),
            }
        );

        Assert.Equal(
            ["Excel", "Statistics"],
            SkillSuggester.Suggest(person, [MadeUpCatalog.Role("analyst")], present: null, 10).Select(s => s.Title).Order()
        );
    }
}
