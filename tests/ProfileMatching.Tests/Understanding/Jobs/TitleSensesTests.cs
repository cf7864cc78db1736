using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

/// <summary>Titles that several roles go by, settled by what else was said.</summary>
public sealed class TitleSensesTests
{
    private static readonly MatchIndex Index = MatchIndex.Build(
        CatalogSnapshot.From(
            new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
            [
                Skill("sql", "SQL"),
                Skill("sampling", "Survey sampling"),
                Role("report-developer", "Report Developer", "sql"),
                Role("statistician", "Statistician", "sampling"),
            ]
        )
    );

    [Theory]
    [InlineData("SQL", "report-developer")]
    [InlineData("Survey sampling", "statistician")]
    public void A_title_of_two_roles_means_the_one_that_the_rest_speaks_for(string skill, string role)
    {
        var understood = Understand(skill);

        Assert.Equal(ResourceName.Role("made-up", role), understood.Shown.Jobs[0].Role);
        Assert.Equal([Index.RoleIds[ResourceName.Role("made-up", role)]], understood.Evidence.RolesHeld);
    }

    [Fact]
    public void With_nothing_else_said_neither_was_surely_held()
    {
        var understood = Understand();

        Assert.NotEmpty(understood.Shown.Jobs[0].Role);
        Assert.Empty(understood.Evidence.RolesHeld);
    }

    private static Understood Understand(params string[] skills) =>
        Understander.Read(
            new Profile
            {
                Jobs = { new HeldJob { Title = "Data Analyst" } },
                Skills = { skills.Select(s => new ProfileSkill { Text = s }) },
            },
            Index,
            new DateOnly(2026, 11, 1)
        );

    private static CatalogEntry Skill(string id, string title) =>
        new()
        {
            Skill = new Skill { Name = ResourceName.Skill("made-up", id), Title = title },
        };

    private static CatalogEntry Role(string id, string title, string skill) =>
        new()
        {
            Role = new Role
            {
                Name = ResourceName.Role("made-up", id),
                Title = title,
                AlternateTitles = { "Data Analyst" },
                Skills =
                {
                    new RoleSkill { Skill = ResourceName.Skill("made-up", skill), Importance = 4 },
                },
            },
        };
}
