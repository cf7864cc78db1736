using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Skills;

public sealed class LooseAliasTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            new CatalogEntry
            {
                Role = new Role
                {
                    Name = ResourceName.Role("made-up", "clerk"),
                    Title = "Clerk",
                    Overview = "Follows each process, standard and procedure in writing.",
                },
            },
            Skill("Ground handling", "process", "and procedures"),
            Skill("Standard costing", "standards"),
            Skill("Falconry", "hawking"),
            Skill("SQL"),
        ]
    );

    [Theory]
    [InlineData("Improved the process and procedures of the team", "")]
    [InlineData("Skills\nSQL, Process, Falconry", "SQL Ground handling Falconry")]
    [InlineData("Set standards for hawking", "Standard costing Falconry")]
    public void An_everyday_word_names_a_skill_only_where_skills_are_listed(string text, string skills) =>
        Assert.Equal(
            skills,
            string.Join(
                ' ',
                SkillReader
                    .Read(SectionedText.FromText(text), Snapshot, cancellationToken: TestContext.Current.CancellationToken)
                    .Select(read => read.Skill.Title)
            )
        );

    private static CatalogEntry Skill(string title, params string[] aliases) =>
        new()
        {
            Skill = new Skill
            {
                Name = ResourceName.Skill("made-up", title.ToLowerInvariant().Replace(' ', '-')),
                Title = title,
                Category = SkillCategory.Technical,
                Aliases = { aliases },
            },
        };
}
