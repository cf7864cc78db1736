using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

/// <summary>A word that names a skill of other work than everything else the person said.</summary>
public sealed class SkillSensesTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Skill("Sword fighting", "fencing"),
            Skill("Care for livestock"),
            Role("Stunt Performer", "sword-fighting", "Sword fights, jumps and falls for film and theatre."),
            Role("Dairy Farm Worker", "care-for-livestock", "Milks cows, calves, feeds cattle and mends farm fences."),
        ]
    );

    private static readonly MatchIndex Index = MatchIndex.Build(Snapshot);

    [Fact]
    public void An_alias_of_other_work_stays_a_word()
    {
        var understood = Read("milking cows", "calving", "fencing");

        Assert.Empty(understood.Shown.Skills);
        Assert.Contains("fencing", understood.Shown.Unresolved.Select(u => u.Text));
        Assert.Contains("fencing", understood.Evidence.Phrases.Select(p => p.Text));
    }

    [Theory]
    [InlineData("stunts for film", "theatre falls", "fencing")]
    [InlineData("milking cows", "calving", "Sword fighting")]
    [InlineData("fencing")]
    public void Its_own_work_its_title_or_no_company_keep_the_skill(params string[] said)
    {
        Assert.Equal("Sword fighting", Assert.Single(Read(said).Shown.Skills).Resolution.Title);
    }

    [Fact]
    public void Whoever_states_a_level_means_the_skill()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "fencing", Proficiency = Proficiency.Expert },
            },
        };
        profile.Skills.Add(new ProfileSkill { Text = "milking cows" });

        Assert.Single(Understander.Read(profile, Index, new DateOnly(2026, 12, 1)).Shown.Skills);
    }

    [Fact]
    public void A_skill_says_what_share_of_the_roles_asks_for_it() =>
        Assert.Equal(0.5, Assert.Single(Read("fencing").Shown.Skills).RoleShare);

    private static Understood Read(params string[] said)
    {
        var profile = new Profile { Skills = { said.Select(text => new ProfileSkill { Text = text }) } };
        return Understander.Read(profile, Index, new DateOnly(2026, 12, 1));
    }

    private static CatalogEntry Skill(string title, params string[] aliases) =>
        new()
        {
            Skill = new Skill
            {
                Name = ResourceName.Skill("made-up", title.ToLowerInvariant().Replace(' ', '-')),
                Title = title,
                Aliases = { aliases },
            },
        };

    private static CatalogEntry Role(string title, string skill, string overview)
    {
        var asked = new RoleSkill { Skill = ResourceName.Skill("made-up", skill), Importance = 0.8 };
        return new()
        {
            Role = new Role
            {
                Name = ResourceName.Role("made-up", title.ToLowerInvariant().Replace(' ', '-')),
                Title = title,
                Overview = overview,
                Skills = { asked },
            },
        };
    }
}
