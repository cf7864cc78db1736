using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

public sealed class LevelTests
{
    [Fact]
    public void A_level_in_points_wins_over_the_word_for_it_and_the_years_and_is_stated()
    {
        var skill = new ProfileSkill
        {
            Text = "Python",
            Level = 3.5,
            Proficiency = Proficiency.Expert,
            Years = 12,
        };

        Assert.Equal(new HeldSkill(MadeUpCatalog.Skill("python"), 3.5f, IsStated: true), Read(skill));
    }

    [Fact]
    public void Without_one_the_years_tell_and_nothing_is_stated() =>
        Assert.Equal(new HeldSkill(MadeUpCatalog.Skill("python"), 2), Read(new ProfileSkill { Text = "Python", Years = 0.5 }));

    private static HeldSkill Read(ProfileSkill skill) =>
        Assert.Single(
            Understander.Read(new Profile { Skills = { skill } }, MadeUpCatalog.Index, new DateOnly(2026, 11, 1)).Evidence.Skills
        );
}
