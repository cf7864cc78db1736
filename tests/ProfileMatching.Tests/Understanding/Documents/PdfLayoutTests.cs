using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.Testing.Documents;
using FsCheck.Xunit;
using static CareerRecs.ProfileMatching.Tests.Understanding.Documents.PdfReading;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

/// <summary>Pages of a PDF are read as a person reads them.</summary>
public sealed class PdfLayoutTests
{
    private const double Left = 50;
    private const double Right = 545;

    [Theory]
    [InlineData("Data Analyst", "March 2019 - May 2021", 0)]
    [InlineData("Registered Nurse, St. Olave", "06/2015 to 08/2018", 1.5)]
    [InlineData("Head of Sales", "2011 - 2014", -1.5)]
    public void Dates_at_the_right_margin_stand_on_the_line_of_their_title(string title, string dates, double shift)
    {
        var text = Read(
            new PdfDrawing()
                .At(Left, 700, "Experience")
                .At(Left, 680, title)
                .FlushRight(Right, 680 + shift, dates)
                .At(Left, 668, "Corvina Mills")
                .FlushRight(Right, 668 + shift, "Leeds, UK")
                .At(60, 650, "Reported each week.")
                .At(Left, 630, "Clerk")
                .FlushRight(Right, 630 + shift, "2009 - 2010")
                .At(60, 610, "Filed letters.")
        );

        Assert.Equal(
            $"Experience\n{title}\t{dates}\nCorvina Mills\tLeeds, UK\nReported each week.\nClerk\t2009 - 2010\nFiled letters.\n",
            text
        );
    }

    [Theory]
    [InlineData(11, 10, 150)]
    [InlineData(12.5, 14, 170)]
    [InlineData(14, 14, 140)]
    public void A_side_bar_is_read_apart_from_dates_at_the_margin_beside_it(double sideHeight, double mainHeight, double width)
    {
        string[] side = ["Skills", "Python", "Docker", "Kubernetes", "Languages", "Finnish"];
        string[] main =
        [
            "Experience",
            "Data Analyst",
            "Corvina Mills",
            "Wrote the reports of the house",
            "Clerk",
            "Stadler Homes",
        ];
        var drawing = new PdfDrawing();
        for (var i = 0; i < side.Length; i++)
        {
            drawing.At(Left, 700 - (i * sideHeight), side[i]);
            drawing.At(Left + width, 700 - (i * mainHeight), main[i]);
        }

        var text = Read(
            drawing
                .FlushRight(Right, 700 - mainHeight, "May 2019 - June 2021")
                .FlushRight(Right, 700 - (4 * mainHeight), "2015 - 2019")
        );

        Assert.Equal(
            "Skills\nPython\nDocker\nKubernetes\nLanguages\nFinnish\n\nExperience\nData "
                + "Analyst\tMay 2019 - June 2021\nCorvina Mills\nWrote the reports of the house\n"
                + "Clerk\t2015 - 2019\nStadler Homes\n",
            text
        );
    }

    [Theory]
    [InlineData("1 0 0 1 50 700", "1 0 0 1 50 686", "")]
    [InlineData("0 1 -1 0 100 50", "0 1 -1 0 114 50", "")]
    [InlineData("0 -1 1 0 500 700", "0 -1 1 0 486 700", "")]
    [InlineData("-1 0 0 -1 500 100", "-1 0 0 -1 500 114", "")]
    [InlineData("0.999 0.035 -0.035 0.999 50 700", "0.999 0.035 -0.035 0.999 50.5 686", "")]
    [InlineData("1 0 0 1 50 700", "1 0 0 1 50 686", "/Rotate 90")]
    [InlineData("0 1 -1 0 100 50", "0 1 -1 0 114 50", "/Rotate 90")]
    [InlineData("1 0 0 1 50 700", "1 0 0 1 50 686", "/Rotate 180")]
    [InlineData("0 -1 1 0 500 700", "0 -1 1 0 486 700", "/Rotate 270")]
    public void A_page_may_lie_on_any_side(string first, string second, string entries)
    {
        var text = Read(
            PdfFile.OfContent(
                $"BT /H 10 Tf {first} Tm (Data Analyst, May 2019 - June 2021) Tj {second} Tm (Reports in SQL) Tj ET",
                entries
            )
        );

        Assert.Equal("Data Analyst, May 2019 - June 2021\nReports in SQL\n", text);
    }

    [Theory]
    [InlineData("1 0 0 1 150 700 Tm", "/CropBox [100 100 500 800]", 10)]
    [InlineData("1 0 0 1 150 700 Tm", "/CropBox [100 100 500 800] /Rotate 90", 10)]
    [InlineData("10 0 0 10 50 700 Tm", "", 1)]
    [InlineData("0.1 0 0 0.1 50 700 Tm", "", 100)]
    [InlineData("1 0 0 1 50 700 Tm 60 Tz", "", 10)]
    [InlineData("1 0 0 1 50 700 Tm 6 Tw", "", 10)]
    [InlineData("1 0 0 1 50 700 Tm 1 Tc", "", 10)]
    public void Pages_are_cropped_and_letters_scaled_and_spaced(string place, string entries, double size) =>
        Assert.Equal(
            "Data Analyst of Leeds\n",
            Read(PdfFile.OfContent($"BT /H {size} Tf {place} (Data Analyst of Leeds) Tj ET", entries))
        );

    [Fact]
    public void A_label_along_the_margin_does_not_run_into_the_lines()
    {
        var text = Read(
            PdfFile.OfContent(
                "BT /H 10 Tf 1 0 0 1 50 700 Tm (Data Analyst, May 2019) Tj 1 0 0 1 50 "
                    + "686 Tm (Reports in SQL) Tj 0 1 -1 0 40 600 Tm (Curriculum vitae) Tj ET"
            )
        );

        Assert.Equal("Data Analyst, May 2019\nReports in SQL\nCurriculum vitae\n", text);
    }

    [Theory]
    [InlineData("EXPERIENCE", 2)]
    [InlineData("WORK HISTORY", 4)]
    [InlineData("Skills & Tools", 1.5)]
    [InlineData("EDUCATION", 6)]
    public void Letters_set_apart_are_words(string heading, double spacing)
    {
        Assert.Equal($"{heading}\nPython\n", Read(new PdfDrawing().Spaced(Left, 700, heading, spacing).At(Left, 680, "Python")));
        Assert.Equal(
            $"{heading}\nPython\n",
            Read(new PdfDrawing().At(Left, 700, string.Join(' ', heading.AsEnumerable())).At(Left, 680, "Python"))
        );
    }

    [Theory]
    [InlineData("Built pipelines with Kuber-", "netes on four clusters.", "Kuber-\u001Fnetes")]
    [InlineData("Worked in a cross-", "functional team of nine.", "cross-\u001Ffunctional")]
    [InlineData("Wrote the models in Tensor-", "Flow and served them.", "Tensor-\u001FFlow")]
    public void A_word_broken_at_the_end_of_a_line_is_marked(string above, string below, string word) =>
        Assert.Contains(word, Read(new PdfDrawing().At(Left, 700, above).At(Left, 688, below)), StringComparison.Ordinal);

    [Fact]
    public void Lines_that_wrap_are_one_and_others_are_not()
    {
        var text = Read(
            new PdfDrawing()
                .At(Left, 700, "- Kept the books of a mill with many looms and of its two shops, which no")
                .At(Left + 6, 688, "One had done.")
                .At(Left, 676, "- Counted the looms.")
                .At(Left, 650, "Python")
                .At(Left, 638, "scikit-learn")
                .At(Left, 626, "SQL")
        );

        Assert.Equal(
            "• Kept the books of a mill with many looms and of its two shops, which "
                + "no One had done.\n• Counted the looms.\nPython\nscikit-learn\nSQL\n",
            text
        );
    }

    [Theory]
    [InlineData("From", "To", "Position", "Mar 2021", "Present")]
    [InlineData("Start", "End", "Job title", "2015", "2019")]
    [InlineData("Start date", "End date", "Role", "03/2015", "11/2019")]
    public void Dates_in_columns_of_their_own_are_a_period(string from, string to, string position, string start, string end)
    {
        var text = Read(
            new PdfDrawing()
                .At(100, 700, from)
                .At(170, 700, to)
                .At(240, 700, position)
                .At(100, 684, start)
                .At(170, 684, end)
                .At(240, 684, "Data Engineer")
                .At(100, 668, "2011")
                .At(170, 668, "2012")
                .At(240, 668, "Clerk")
        );

        Assert.Equal($"{start} – {end}\tData Engineer\n2011 – 2012\tClerk\n", text);
    }

    [Fact]
    public void The_head_of_a_column_is_repeated_beside_its_skills()
    {
        var text = Read(
            new PdfDrawing()
                .At(100, 700, "Skill")
                .At(170, 700, "Years")
                .At(240, 700, "Level")
                .At(100, 684, "Python")
                .At(170, 684, "6")
                .At(240, 684, "expert")
                .At(100, 668, "R")
                .At(170, 668, "1")
                .At(240, 668, "beginner")
                .At(100, 652, "Go")
                .At(240, 652, "basic")
        );

        Assert.Equal("Python\t6 years\t(expert)\nR\t1 year\t(beginner)\nGo\t(basic)\n", text);
    }

    [Fact]
    public void Sections_named_at_the_left_stand_before_their_lines()
    {
        var text = Read(
            new PdfDrawing()
                .At(Left, 701, "Experience", size: 12)
                .At(180, 700, "Data Analyst, 2019 - 2021")
                .At(180, 688, "Reports in SQL")
                .At(Left, 651, "Skills", size: 12)
                .At(180, 650, "Python, Docker")
                .At(180, 638, "Excel")
        );

        Assert.Equal("Experience\nData Analyst, 2019 - 2021\nReports in SQL\nSkills\nPython, Docker\nExcel\n", text);
    }

    [Theory]
    [InlineData("Ruby Mason", 24)]
    [InlineData("RUBY J. MASON", 17)]
    public void The_name_is_read_first_wherever_it_is_set_large(string name, double size)
    {
        var centred = Read(
            new PdfDrawing()
                .Centred(790, name, size)
                .Centred(774, "Leeds | ruby@example.org | +44 20 7946 0958")
                .At(Left, 740, "Skills")
                .At(Left, 725, "Python")
        );
        var beside = Read(
            new PdfDrawing()
                .At(Left, 800, "12 Baker Street")
                .At(Left, 788, "ruby@example.org")
                .FlushRight(Right, 780, name, size)
                .At(Left, 776, "Leeds")
                .At(Left, 740, "Skills")
                .At(Left, 725, "Python")
        );
        var stacked = Read(
            new PdfDrawing()
                .At(Left, 790, name.Split(' ')[0], size)
                .At(Left, 790 - size, name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..], size)
                .At(Left, 720, "Skills")
                .At(Left, 705, "Python")
        );

        Assert.Equal($"{name}\nLeeds | ruby@example.org | +44 20 7946 0958\nSkills\nPython\n", centred);
        Assert.StartsWith($"{name}\n12 Baker Street\nruby@example.org\n", beside, StringComparison.Ordinal);
        Assert.Equal($"{name}\nSkills\nPython\n", stacked);
    }

    [Fact]
    public void Lines_repeated_at_the_margins_of_pages_are_read_once()
    {
        var drawing = new PdfDrawing();
        for (var page = 1; page <= 3; page++)
        {
            drawing = page == 1 ? drawing : drawing.NextPage();
            drawing
                .At(Left, 800, "Ruby Mason")
                .At(Left, 700, $"first of page {(char)('a' + page)}")
                .At(Left, 600, "same")
                .At(Left, 590, "same")
                .At(Left, 580, "same")
                .At(Left, 500, $"last of page {(char)('a' + page)}")
                .At(Left, 40, $"Page {page} of 3");
        }

        var text = Read(drawing);
        Assert.Equal(1, Count("Ruby Mason"));
        Assert.Equal(1, Count("Page"));
        Assert.Equal(3, Count("last of"));

        int Count(string words) => text.Split(words).Length - 1;
    }

    [Property(MaxTest = 40)]
    public bool No_words_are_lost_wherever_they_stand((byte X, byte Y)[] places)
    {
        var drawing = new PdfDrawing().At(Left, 800, "word");
        var placed = places.DistinctBy(place => (place.X / 32, place.Y / 4)).ToList();
        foreach (var (x, y) in placed)
        {
            drawing.At(20 + (x / 32 * 66), 20 + (y / 4 * 12), "word");
        }

        return Read(drawing).Split("word").Length == placed.Count + 2;
    }
}
