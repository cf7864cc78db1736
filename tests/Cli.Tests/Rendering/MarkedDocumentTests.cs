using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class MarkedDocumentTests
{
    [Fact]
    public void What_was_read_stands_between_marks()
    {
        const string Text = "Clerk\t2015 - ?\nReported in SQL.";
        var page = new Page();
        MarkedDocument.Render(
            page,
            new ExtractSkillsResponse
            {
                Text = Text,
                Understanding = new Understanding
                {
                    Jobs =
                    {
                        new UnderstoodJob
                        {
                            Title = "Clerk",
                            Start = 0,
                            End = 5,
                        },
                    },
                    Skills =
                    {
                        new UnderstoodSkill
                        {
                            Resolution = new SkillResolution { Title = "SQL" },
                            Start = 27,
                            End = 30,
                        },
                    },
                    Unread =
                    {
                        new UnreadText
                        {
                            Text = "2015 - ?",
                            Start = 6,
                            End = 14,
                        },
                    },
                },
            }
        );

        Assert.Equal(
            "Document: [skills], {titles}, <not read>\n  {Clerk}  <2015 - ?>\n  Reported in [SQL].\n",
            page.ToString().TrimStart('\n')
        );
    }

    [Fact]
    public void The_layout_names_the_kind_of_each_line()
    {
        var page = new Page();
        LayoutText.Render(page, "Ruby Mason\n\nSkills\n• SQL\nClerk\t2015");

        Assert.Equal("line     Ruby Mason\n\nheading  Skills\nitem     • SQL\nrow      Clerk | 2015\n", page.ToString());
    }
}
