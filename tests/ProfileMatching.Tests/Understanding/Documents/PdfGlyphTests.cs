using CareerRecs.Testing.Documents;
using static CareerRecs.ProfileMatching.Tests.Understanding.Documents.PdfReading;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

/// <summary>Letters of a PDF are read as they look on the page.</summary>
public sealed class PdfGlyphTests
{
    private const double Left = 50;

    [Theory]
    [InlineData("1 0 0 1 50 700", "(Gu) Tj 1 0 0 1 57.3 700 Tm (\\250) Tj 1 0 0 1 63.3 700 Tm (ng) Tj", "Güng")]
    [InlineData("1 0 0 1 50 700", "(Jose) Tj 1 0 0 1 67.4 700 Tm (\\264) Tj", "José")]
    public void Accents_drawn_over_a_letter_are_of_it(string place, string drawn, string read) =>
        Assert.Equal($"{read}\n", Read(PdfFile.OfContent($"BT /H 10 Tf {place} Tm {drawn} ET")));

    [Fact]
    public void Dots_that_lead_to_a_date_are_no_text() =>
        Assert.Equal(
            "Data Analyst\t2019 - 2021\n",
            Read(new PdfDrawing().At(Left, 700, "Data Analyst . . . . . . . . . . . . . . . 2019 - 2021"))
        );

    [Fact]
    public void Letters_drawn_twice_to_be_bold_count_once() =>
        Assert.Equal("Skills\n", Read(new PdfDrawing().At(Left, 700, "Skills").At(Left + 0.3, 700, "Skills")));

    [Fact]
    public void Ligatures_are_letters() =>
        Assert.Equal(
            "Snowflake, Airflow, confirmed\n",
            Read(
                PdfFile.OfContent(
                    "BT /H 10 Tf 50 700 Td (Snow\\337ake, Air\\337ow, con\\336rmed) Tj ET",
                    encoding: "MacRomanEncoding"
                )
            )
        );

    [Theory]
    [InlineData("1 1 1 rg")]
    [InlineData("1 g")]
    [InlineData("3 Tr")]
    [InlineData("/H 0.5 Tf")]
    [InlineData("1 0 0 1 50 -40 Tm")]
    public void Text_that_nobody_sees_is_left_out_and_named(string hiding)
    {
        var content = ReadContent(
            PdfFile.OfContent($"BT /H 10 Tf 50 700 Td (Python) Tj ET BT /H 10 Tf 50 600 Td {hiding} (Kubernetes) Tj ET")
        );

        Assert.Equal("Python\n", content.Text);
        Assert.Equal(["hidden text was left out"], content.Unread);
    }

    [Fact]
    public void White_text_on_a_dark_ground_is_seen()
    {
        var content = ReadContent(
            PdfFile.OfContent("0 0 0.4 rg 0 500 200 300 re f BT 1 1 1 rg /H 10 Tf 50 700 Td (Python) Tj ET")
        );

        Assert.Equal("Python\n", content.Text);
        Assert.Empty(content.Unread);
    }
}
