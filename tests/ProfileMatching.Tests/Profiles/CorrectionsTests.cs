using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

public sealed class CorrectionsTests
{
    [Fact]
    public void A_correction_stands_where_the_skill_was_read_and_once()
    {
        var profile = Of(("sql ", SkillSource.Extracted), ("Python", SkillSource.Extracted), ("SQL", SkillSource.Inferred));

        Corrections.Keep(Of(("SQL", SkillSource.Corrected)).Skills, profile.Skills);

        Assert.Equal(
            [("SQL", SkillSource.Corrected), ("Python", SkillSource.Extracted)],
            profile.Skills.Select(s => (s.Text, s.Source))
        );
    }

    [Fact]
    public void A_new_correction_replaces_the_old_one()
    {
        var incoming = new Profile
        {
            Skills =
            {
                new ProfileSkill
                {
                    Text = "sql",
                    Years = 2,
                    Source = SkillSource.Corrected,
                },
            },
        };

        Corrections.Keep(
            [
                new ProfileSkill
                {
                    Text = "SQL",
                    Years = 9,
                    Source = SkillSource.Corrected,
                },
            ],
            incoming.Skills
        );

        Assert.Equal(2, Assert.Single(incoming.Skills).Years);
    }

    [Fact]
    public void What_was_read_makes_room_for_corrections()
    {
        var incoming = Of([.. Enumerable.Range(0, 500).Select(i => ($"skill {i}", SkillSource.Extracted))]);

        Corrections.Keep(Of(("Go", SkillSource.Corrected), ("R", SkillSource.Corrected)).Skills, incoming.Skills);

        Assert.Equal(500, incoming.Skills.Count);
        Assert.Equal(["skill 497", "Go", "R"], incoming.Skills.TakeLast(3).Select(s => s.Text));
    }

    [Property]
    public bool Every_correction_survives_and_nothing_else_is_added(byte[] stored, byte[] read)
    {
        var corrections = Of([.. stored.Distinct().Select(b => ($"s{b % 16}", SkillSource.Corrected))]).Skills;
        var incoming = Of([.. read.Select(b => ($"S{b % 16}", SkillSource.Extracted))]);
        var before = incoming.Skills.Select(s => s.Text.ToUpperInvariant()).ToHashSet();

        Corrections.Keep(corrections, incoming.Skills);

        var after = incoming.Skills.Where(s => s.Source == SkillSource.Corrected).Select(s => s.Text).ToHashSet();
        return corrections.All(c => after.Contains(c.Text))
            && incoming.Skills.All(s => after.Contains(s.Text) || before.Contains(s.Text.ToUpperInvariant()));
    }

    private static Profile Of(params (string Text, SkillSource Source)[] skills) =>
        new() { Skills = { skills.Select(s => new ProfileSkill { Text = s.Text, Source = s.Source }) } };
}
