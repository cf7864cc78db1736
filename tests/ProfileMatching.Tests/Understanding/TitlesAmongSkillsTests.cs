using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

public sealed class TitlesAmongSkillsTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Role("Plumbers, Pipefitters, and Steamfitters", "Plumber"),
            Role("Electricians", "Electrician"),
            Role("Teaching Assistants", "Teaching Assistant"),
            Role("Cafeteria Attendants", "Cafeteria Worker"),
            Role("Heavy Truck Drivers", "Truck Driver", "Driver"),
            Role("Registered Nurses", "Nurse"),
            Role("Bricklayers", "Bricklayer"),
            Role("Accountants", "Accountant"),
            Role("Real Estate Agents", "Realtor"),
            Role("Editors", "Editor"),
            Skill("Accounting"),
            Skill("Welding"),
            Skill("Nursing"),
        ]
    );

    [Theory]
    [InlineData("plumber", "plumber")]
    [InlineData("sparky", "sparky")]
    [InlineData("brickie", "brickie")]
    [InlineData("dinner lady", "dinner lady")]
    [InlineData("TA in a primary school", "TA")]
    [InlineData("bricklayer for 20 years", "bricklayer")]
    [InlineData("HGV driver", "HGV driver")]
    [InlineData("I'm a nurse at a clinic", "nurse")]
    [InlineData("driver", "driver")]
    [InlineData("accounting", "")]
    [InlineData("welding", "")]
    [InlineData("nursing", "")]
    [InlineData("research", "")]
    [InlineData("device driver", "")]
    [InlineData("text editor", "")]
    [InlineData("unblocking drains", "")]
    [InlineData("customer service", "")]
    public void A_title_stated_as_a_skill_is_read_as_a_job(string said, string job)
    {
        var (profile, _) = TitlesAmongSkills.Move(
            new Profile { Skills = { new ProfileSkill { Text = said } } },
            Snapshot,
            jobsRead: 0
        );

        Assert.Equal(job, string.Join('|', profile.Jobs.Select(j => j.Title)));
        Assert.Equal(job.Length == 0 ? 1 : 0, profile.Skills.Count);
    }

    [Fact]
    public void Years_beside_the_title_are_those_of_the_person()
    {
        var said = new Profile { Skills = { new ProfileSkill { Text = "bricklayer for 20 years" } } };

        Assert.Equal(20, TitlesAmongSkills.Move(said, Snapshot, jobsRead: 0).Profile.YearsExperience);
    }

    [Fact]
    public void It_stands_behind_jobs_stated_and_before_those_of_a_document()
    {
        var said = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "plumber" },
                new ProfileSkill { Text = "electrician" },
            },
            Jobs =
            {
                new HeldJob { Title = "Stated" },
                new HeldJob { Title = "Read" },
            },
        };

        var (profile, moved) = TitlesAmongSkills.Move(said, Snapshot, jobsRead: 1);

        Assert.Equal(["Stated", "plumber", "electrician", "Read"], profile.Jobs.Select(j => j.Title));
        Assert.Equal(1..3, moved);
        Assert.Empty(profile.Skills);
        Assert.Equal(2, said.Skills.Count);
    }

    [Theory]
    [InlineData("welding", Proficiency.Unspecified)]
    [InlineData("nurse", Proficiency.Expert)]
    public void In_a_list_of_skills_a_trade_stays_a_skill(string other, Proficiency proficiency)
    {
        var said = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "plumber" },
                new ProfileSkill { Text = other, Proficiency = proficiency },
            },
        };

        Assert.Same(said, TitlesAmongSkills.Move(said, Snapshot, jobsRead: 0).Profile);
    }

    private static CatalogEntry Role(string title, params string[] others) =>
        new()
        {
            Role = new Role
            {
                Name = ResourceName.Role("made-up", title.ToLowerInvariant().Replace(' ', '-')),
                Title = title,
                AlternateTitles = { others },
            },
        };

    private static CatalogEntry Skill(string title) =>
        new()
        {
            Skill = new Skill { Name = ResourceName.Skill("made-up", title.ToLowerInvariant()), Title = title },
        };
}
