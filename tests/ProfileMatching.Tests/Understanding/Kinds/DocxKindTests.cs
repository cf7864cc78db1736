using CareerRecs.Testing.Documents;
using static CareerRecs.ProfileMatching.Tests.Understanding.Documents.PdfReading;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Each way in which Word documents put text, with twenty values.</summary>
public sealed class DocxKindTests
{
    private const string PositionTab = "<w:r><w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" w:leader=\"none\"/></w:r>";

    public static TheoryData<string, string, string, string> All => Positions.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Dates_behind_a_tab_to_the_margin(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"{title}\t{from} - {to}\n{employer}\n",
            Read(WordPackage.Of($"<w:p>{Run(title)}{PositionTab}{Run($"{from} - {to}")}</w:p>{WordPackage.Paragraph(employer)}"))
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Paragraphs_that_were_moved(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"{employer}\n{title}, {from} - {to}\n",
            Read(
                WordPackage.Of(
                    $"<w:p><w:moveFrom>{Run($"{title}, {from} - {to}")}</w:moveFrom></w:p>{WordPackage.Paragraph(employer)}"
                        + $"<w:p><w:moveTo>{Run($"{title}, {from} - {to}")}</w:moveTo></w:p>"
                )
            )
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Text_boxes_with_a_fallback(string title, string employer, string from, string to)
    {
        var box = $"<w:txbxContent>{WordPackage.Paragraph($"{title}, {from} - {to}")}</w:txbxContent>";

        Assert.Equal(
            $"{title}, {from} - {to}\n{employer}\n",
            Read(
                WordPackage.Of(
                    $"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
                        + $"</mc:Fallback></mc:AlternateContent></w:r></w:p>{WordPackage.Paragraph(employer)}"
                )
            )
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void From_and_to_in_columns_of_their_own(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"{from} – {to}\t{title}\t{employer}\n",
            Read(WordPackage.Of(WordPackage.Table(["From", "To", "Position", "Employer"], [from, to, title, employer])))
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Headers_of_a_page(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"{employer}\n{title}, {from} - {to}\n",
            Read(
                WordPackage.Of(
                    WordPackage.Paragraph($"{title}, {from} - {to}"),
                    headers: [WordPackage.Paragraph(employer), WordPackage.Paragraph(employer)],
                    footer: WordPackage.Paragraph("Page 1 of 2")
                )
            )
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Text_that_nobody_sees(string title, string employer, string from, string to)
    {
        foreach (var properties in (string[])["<w:vanish/>", "<w:sz w:val=\"1\"/>", "<w:color w:val=\"FFFFFF\"/>"])
        {
            var content = ReadContent(
                WordPackage.Of(
                    WordPackage.Paragraph($"{title}, {from} - {to}")
                        + WordPackage.Paragraph(employer, $"<w:rPr>{properties}</w:rPr>")
                )
            );

            Assert.Equal($"{title}, {from} - {to}\n", content.Text);
            Assert.Equal(["hidden text was left out"], content.Unread);
        }
    }

    [Theory]
    [InlineData("document1.xml")]
    [InlineData("document2.xml")]
    [InlineData("document3.xml")]
    [InlineData("document10.xml")]
    [InlineData("document22.xml")]
    [InlineData("Document.xml")]
    [InlineData("DOCUMENT.XML")]
    [InlineData("body.xml")]
    [InlineData("main.xml")]
    [InlineData("content.xml")]
    [InlineData("text.xml")]
    [InlineData("word.xml")]
    [InlineData("part1.xml")]
    [InlineData("resume.xml")]
    [InlineData("d.xml")]
    [InlineData("my document.xml")]
    [InlineData("document-copy.xml")]
    [InlineData("document_final.xml")]
    [InlineData("0.xml")]
    [InlineData("parts/document.xml")]
    public void The_body_under_any_name(string name) =>
        Assert.Equal("Python\n", Read(WordPackage.Of(WordPackage.Paragraph("Python"), name)));

    [Theory]
    [MemberData(nameof(WordKindTests.Hyphenated), MemberType = typeof(WordKindTests))]
    public void Hyphens_that_break_no_line(string word)
    {
        var runs = string.Join("<w:r><w:noBreakHyphen/></w:r>", word.Split('-').Select(Run));

        Assert.Equal($"{word}\n", Read(WordPackage.Of($"<w:p>{runs}</w:p>")));
    }

    [Theory]
    [MemberData(nameof(WordKindTests.Soft), MemberType = typeof(WordKindTests))]
    public void Soft_hyphens(string word)
    {
        var runs = string.Join("<w:r><w:softHyphen/></w:r>", word.Split('|').Select(Run));

        Assert.Equal($"{word.Replace("|", "", StringComparison.Ordinal)}\n", Read(WordPackage.Of($"<w:p>{runs}</w:p>")));
    }

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
