using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class ExtractTextTests
{
    private const string Text = "Skills: k8s (5 years), Go\nData Analyst";

    [Fact]
    public void Skills_stand_by_how_sure_they_are_with_the_words_they_were_read_from()
    {
        var page = new Page();
        ExtractText.Render(page, new ExtractSkillsResponse
        {
            Text = Text,
            Versions = new AnswerVersions { CatalogVersion = "catalogs/builtin/versions/1", CatalogDisplayName = "Built-in catalog" },
            Understanding = new Understanding
            {
                Skills = { Skill("Kubernetes", "k8s", 1, years: 5, lastUsed: 2024), Skill("Go", "Go", 0.8) },
                Jobs = { new UnderstoodJob { Title = "Data Analyst", Held = new HeldJob() } },
                Education = { new HeldEducation { Level = EducationLevel.Master, Field = "Statistics" } },
                Unresolved = { new SkillResolution { Text = "Pythn", Suggestions = { "Python" } } },
            },
        });

        Assert.Equal(
            """
            Skills (1)
              Kubernetes  "k8s"  5 years  last 2024

            Skills, likely (1)
              Go

            Jobs
              Data Analyst    not in this catalog

            Education
              Master in Statistics

            Not understood
              "Pythn": near Python

            Read by built-in catalog 1; name and contact details were left out.

            """,
            page.ToString());
    }

    private static UnderstoodSkill Skill(string title, string words, double confidence, double years = 0, int lastUsed = 0)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        var skill = new UnderstoodSkill
        {
            Resolution = new SkillResolution { Title = title, Text = words, Confidence = confidence },
            Start = start,
            End = start + words.Length,
            LastUsedYear = lastUsed,
            Source = SkillSource.Extracted,
        };
        if (years > 0) skill.Years = years;
        return skill;
    }
}
