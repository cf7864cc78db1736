using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.Testing.Documents;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

/// <summary>Word documents are read as they are shown.</summary>
public sealed class DocxLayoutTests
{
    private const string Run = "<w:r><w:t xml:space=\"preserve\">";
    private const string EndRun = "</w:t></w:r>";

    [Theory]
    [InlineData("document.xml")]
    [InlineData("document2.xml")]
    [InlineData("body.xml")]
    public void The_body_is_found_by_its_relationship_whatever_its_name(string name) =>
        Assert.Equal("Python\n", Read(WordPackage.Of(WordPackage.Paragraph("Python"), name)));

    [Theory]
    [InlineData("<w:noBreakHyphen/>", "time-series")]
    [InlineData("<w:softHyphen/>", "timeseries")]
    [InlineData("<w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" w:leader=\"none\"/>", "time\tseries")]
    [InlineData("<w:tab/>", "time\tseries")]
    [InlineData("<w:br/>", "time\nseries")]
    [InlineData("<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>", "time • series")]
    public void Signs_that_are_elements_are_read(string sign, string read) =>
        Assert.Equal($"{read}\n", Read(WordPackage.Of($"<w:p>{Run}time{EndRun}<w:r>{sign}</w:r>{Run}series{EndRun}</w:p>")));

    [Theory]
    [InlineData("<w:p><w:moveFrom>{0}</w:moveFrom></w:p><w:p>{1}</w:p><w:p><w:moveTo>{0}</w:moveTo></w:p>", "second\nfirst\n")]
    [InlineData("<w:p><w:del>{0}</w:del><w:ins>{1}</w:ins></w:p>", "second\n")]
    [InlineData(
        "<w:p><mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Choice>{0}</mc:Choice>"
            + "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>{1}</w:p>",
        "firstsecond\n"
    )]
    [InlineData(
        "<w:p><mc:AlternateContent><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:p><w:p>{1}</w:p>",
        "first\nsecond\n"
    )]
    public void What_stands_twice_in_the_file_is_read_once(string markup, string read) =>
        Assert.Equal(
            read,
            Read(
                WordPackage.Of(
                    markup
                        .Replace("{0}", $"{Run}first{EndRun}", StringComparison.Ordinal)
                        .Replace("{1}", $"{Run}second{EndRun}", StringComparison.Ordinal)
                )
            )
        );

    [Fact]
    public void Headers_stand_before_the_body_and_footers_behind_it_each_line_once()
    {
        var name = WordPackage.Paragraph("Ruby Mason");
        var text = Read(
            WordPackage.Of(
                WordPackage.Paragraph("Python"),
                headers: [name + WordPackage.Paragraph("ruby@example.org"), name + WordPackage.Paragraph("Page 2")],
                footer: WordPackage.Paragraph("References on request") + WordPackage.Paragraph("1 / 2")
            )
        );

        Assert.Equal("Ruby Mason\nruby@example.org\nPython\nReferences on request\n", text);
    }

    [Fact]
    public void Text_boxes_are_read_once() =>
        Assert.Equal(
            "Skills\nPython\n",
            Read(
                WordPackage.Of(
                    "<w:p><w:r><mc:AlternateContent><mc:Choice>"
                        + $"<w:txbxContent>{WordPackage.Paragraph("Skills")}</w:txbxContent></mc:Choice>"
                        + "<mc:Fallback><w:pict>"
                        + $"<w:txbxContent>{WordPackage.Paragraph("Skills")}</w:txbxContent></w:pict></mc:Fallback>"
                        + $"</mc:AlternateContent></w:r></w:p>{WordPackage.Paragraph("Python")}"
                )
            )
        );

    [Theory]
    [InlineData("From", "To", "Mar 2021", "Present", "Mar 2021 – Present\tClerk\tMill")]
    [InlineData("Start date", "End date", "08/2016", "02/2021", "08/2016 – 02/2021\tClerk\tMill")]
    [InlineData("From", "To", "2019", "", "2019 – present\tClerk\tMill")]
    public void Dates_in_columns_of_their_own_are_a_period(string from, string to, string start, string end, string read) =>
        Assert.Equal(
            $"{read}\n",
            Read(WordPackage.Of(WordPackage.Table([from, to, "Position", "Employer"], [start, end, "Clerk", "Mill"])))
        );

    [Fact]
    public void Years_and_levels_in_columns_are_said_beside_the_skill() =>
        Assert.Equal(
            "Python\t6 years\t(expert)\tlast used 2026\nTableau\t3 years\n",
            Read(
                WordPackage.Of(
                    WordPackage.Table(
                        ["Skill", "Years", "Level", "Last used"],
                        ["Python", "6", "expert", "2026"],
                        ["Tableau", "3", "", ""]
                    )
                )
            )
        );

    [Fact]
    public void Cells_that_are_columns_of_the_page_are_read_one_behind_the_other()
    {
        Assert.Equal(
            "Skills\nPython\n\nExperience\nClerk\nMill\n",
            Read(WordPackage.Of(WordPackage.Table(["Skills\nPython", "Experience\nClerk\nMill"])))
        );
        Assert.Equal("2019 - 2021\tClerk\nMill\n", Read(WordPackage.Of(WordPackage.Table(["2019 - 2021", "Clerk\nMill"]))));
        Assert.Equal(
            "Clerk\t2019 - 2021\nMill\tLeeds\n",
            Read(WordPackage.Of(WordPackage.Table(["Clerk\nMill", "2019 - 2021\nLeeds"])))
        );
    }

    [Fact]
    public void Items_of_lists_are_marked() =>
        Assert.Equal(
            "• Python\nSkills\n",
            Read(
                WordPackage.Of(
                    $"<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:numPr><w:numId "
                        + $"w:val=\"3\"/></w:numPr></w:pPr>{Run}Python{EndRun}</w:p>"
                        + $"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId "
                        + $"w:val=\"3\"/></w:numPr></w:pPr>{Run}Skills{EndRun}</w:p>"
                )
            )
        );

    [Theory]
    [InlineData("<w:rPr><w:vanish/></w:rPr>", true)]
    [InlineData("<w:rPr><w:sz w:val=\"1\"/></w:rPr>", true)]
    [InlineData("<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>", true)]
    [InlineData("<w:rPr><w:vanish w:val=\"0\"/></w:rPr>", false)]
    [InlineData("<w:rPr><w:shd w:fill=\"1F3864\"/><w:color w:val=\"FFFFFF\"/></w:rPr>", false)]
    [InlineData("<w:rPr><w:sz w:val=\"18\"/><w:color w:val=\"336699\"/></w:rPr>", false)]
    public void Hidden_text_is_left_out_and_named(string properties, bool isHidden)
    {
        var content = ReadContent(WordPackage.Of(WordPackage.Paragraph("Python") + WordPackage.Paragraph("Docker", properties)));

        Assert.Equal(isHidden ? "Python\n" : "Python\nDocker\n", content.Text);
        Assert.Equal(isHidden ? ["hidden text was left out"] : [], content.Unread);
    }

    private static string Read(byte[] word) => ReadContent(word).Text;

    private static ReadContent ReadContent(byte[] word) =>
        DocumentContent.Read(word, DocumentFormat.Unspecified, TestContext.Current.CancellationToken);
}
