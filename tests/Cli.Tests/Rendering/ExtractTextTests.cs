using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class ExtractTextTests
{
    private const string Text = "Skills: k8s (5 years), Go\nData Analyst";

    [Fact]
    public void Skills_stand_by_how_sure_they_are_with_the_words_they_were_read_from()
    {
        var page = new Page();
        ExtractText.Render(
            page,
            new ExtractSkillsResponse
            {
                Text = Text,
                Reading = new ReadingNotes { NameBlanked = true, ContactBlanked = true },
                Versions = new AnswerVersions
                {
                    CatalogVersion = "catalogs/builtin/versions/1",
                    CatalogDisplayName = "Built-in catalog",
                },
                Understanding = new Understanding
                {
                    Skills = { Skill("Kubernetes", "k8s", 1, years: 5, lastUsed: 2024), Skill("Go", "Go", 0.8) },
                    Jobs =
                    {
                        new UnderstoodJob { Title = "Data Analyst", Held = new HeldJob() },
                    },
                    Education =
                    {
                        new HeldEducation { Level = EducationLevel.Master, Field = "Statistics" },
                    },
                    Unread =
                    {
                        new UnreadText { Text = "2019 – ?", Reason = UnreadReason.Date },
                        new UnreadText { Text = "summer 2018 – 2019", Reason = UnreadReason.Month },
                        new UnreadText { Text = "2015 – 2017", Reason = UnreadReason.NoTitle },
                        new UnreadText { Text = "Italian", Reason = UnreadReason.Language },
                    },
                    Unresolved =
                    {
                        new SkillResolution { Text = "Pythn", Suggestions = { "Python" } },
                    },
                },
            }
        );

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

            Not read
              "2019 – ?": no start and end that can be read; write them as 06/2019 - 05/2021
              "summer 2018 – 2019": only the year was used; write the month, as in 06/2019
              "2015 – 2017": no title of this catalog beside it, so it counts in no job
              Italian: only dates and headings in German, French, Spanish, Dutch and Portuguese are read beside
              English

            No skill of this catalog
              "Pythn": near Python

            Read by built-in catalog 1; name and contact details were left out.

            """,
            page.ToString()
        );
    }

    [Theory]
    [InlineData(true, true, "name and contact details were left out.")]
    [InlineData(true, false, "the name was left out, contact details were not found.")]
    [InlineData(false, true, "contact details were left out, a name was not found.")]
    [InlineData(false, false, "a name or contact details were not found.")]
    public void Nothing_is_said_to_be_left_out_that_was_not_found(bool isNameBlanked, bool isContactBlanked, string said)
    {
        var page = new Page();
        ExtractText.Render(
            page,
            new ExtractSkillsResponse
            {
                Reading = new ReadingNotes { NameBlanked = isNameBlanked, ContactBlanked = isContactBlanked },
            }
        );

        Assert.Contains(said, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_read_is_named()
    {
        var page = new Page();
        ExtractText.Render(
            page,
            new ExtractSkillsResponse
            {
                Reading = new ReadingNotes { Charset = "Windows-1252", Unread = { "hidden text was left out", "work[].salary" } },
            }
        );

        Assert.Contains("The text was read as Windows-1252.", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("Not read: hidden text was left out, work[].salary", page.ToString(), StringComparison.Ordinal);
    }

    private static UnderstoodSkill Skill(string title, string words, double confidence, double years = 0, int lastUsed = 0)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        var skill = new UnderstoodSkill
        {
            Resolution = new SkillResolution
            {
                Title = title,
                Text = words,
                Confidence = confidence,
            },
            Start = start,
            End = start + words.Length,
            LastUsedYear = lastUsed,
            Source = SkillSource.Extracted,
        };
        if (years > 0)
        {
            skill.Years = years;
        }
        return skill;
    }
}
