using System.Globalization;
using CareerRecs.Testing.Documents;
using static CareerRecs.ProfileMatching.Tests.Understanding.Documents.PdfReading;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Each way to lay out a page, with twenty jobs.</summary>
public sealed class PdfKindTests
{
    private const double Left = 50;
    private const double Right = 545;
    private const double Top = 700;

    public static TheoryData<string, string, string, string> All => Positions.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Dates_at_the_right_margin(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"Experience\n{title}\t{from} - {to}\n{employer}\tLeeds, UK\nReported each week.\n",
            Read(
                new PdfDrawing()
                    .At(Left, Top, "Experience")
                    .At(Left, Top - 20, title)
                    .FlushRight(Right, Top - 20, $"{from} - {to}")
                    .At(Left, Top - 32, employer)
                    .FlushRight(Right, Top - 32, "Leeds, UK")
                    .At(Left + 10, Top - 50, "Reported each week.")
            )
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Two_columns(string title, string employer, string from, string to)
    {
        string[] left = ["Skills", "Python", "Docker", "Kubernetes", "Terraform"];
        string[] right = ["Experience", title, $"{employer}, {from} - {to}", "Wrote the reports of the house", "Filed letters"];
        var drawing = new PdfDrawing();
        for (var i = 0; i < left.Length; i++)
        {
            drawing.At(Left, Top - (14 * i), left[i]).At(300, Top - (14 * i), right[i]);
        }

        var text = Read(drawing);

        Assert.Contains("Skills\nPython\nDocker\nKubernetes\nTerraform\n", text, StringComparison.Ordinal);
        Assert.Contains(
            $"Experience\n{title}\n{employer}, {from} - {to}\nWrote the reports of the house\nFiled letters",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_side_bar_beside_dates_at_the_margin(string title, string employer, string from, string to)
    {
        string[] side = ["Skills", "Python", "Docker", "Kubernetes", "Languages", "Finnish"];
        string[] main = ["Experience", title, employer, "Wrote the reports of the house", "Clerk", "Stadler Homes"];
        var drawing = new PdfDrawing();
        for (var i = 0; i < side.Length; i++)
        {
            drawing.At(Left, Top - (11 * i), side[i]).At(Left + 150, Top - (14 * i), main[i]);
        }

        var text = Read(drawing.FlushRight(Right, Top - 14, $"{from} - {to}").FlushRight(Right, Top - (4 * 14), "1985 - 1987"));

        Assert.Equal(
            "Skills\nPython\nDocker\nKubernetes\nLanguages\nFinnish\n\n"
                + $"Experience\n{title}\t{from} - {to}\n{employer}\nWrote the reports of the house\n"
                + "Clerk\t1985 - 1987\nStadler Homes\n",
            text
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pages_on_any_side(string title, string employer, string from, string to)
    {
        foreach (
            var (first, second, entries) in new[]
            {
                ("0 1 -1 0 100 50", "0 1 -1 0 114 50", ""),
                ("0 -1 1 0 500 700", "0 -1 1 0 486 700", ""),
                ("-1 0 0 -1 500 100", "-1 0 0 -1 500 114", ""),
                ("0 1 -1 0 100 50", "0 1 -1 0 114 50", "/Rotate 90"),
                ("0 -1 1 0 500 700", "0 -1 1 0 486 700", "/Rotate 270"),
                ("1 0 0 1 50 700", "1 0 0 1 50 686", "/Rotate 180"),
            }
        )
        {
            var content = $"BT /H 10 Tf {first} Tm ({title}, {from} - {to}) Tj {second} Tm ({employer}) Tj ET";

            Assert.Equal($"{title}, {from} - {to}\n{employer}\n", Read(PdfFile.OfContent(content, entries)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void From_and_to_in_columns_of_their_own(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"{from} – {to}\t{title}\t{employer}\n1985 – 1987\tClerk\tMill\n",
            Read(
                new PdfDrawing()
                    .At(50, Top, "From")
                    .At(140, Top, "To")
                    .At(230, Top, "Position")
                    .At(400, Top, "Employer")
                    .At(50, Top - 16, from)
                    .At(140, Top - 16, to)
                    .At(230, Top - 16, title)
                    .At(400, Top - 16, employer)
                    .At(50, Top - 32, "1985")
                    .At(140, Top - 32, "1987")
                    .At(230, Top - 32, "Clerk")
                    .At(400, Top - 32, "Mill")
            )
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Cells_without_lines_around_them(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"{title}\t{employer}\t{from} - {to}\nClerk\tMill\t1985 - 1987\n",
            Read(
                new PdfDrawing()
                    .At(50, Top, title)
                    .At(230, Top, employer)
                    .At(400, Top, $"{from} - {to}")
                    .At(50, Top - 16, "Clerk")
                    .At(230, Top - 16, "Mill")
                    .At(400, Top - 16, "1985 - 1987")
            )
        );

    [Theory]
    [InlineData("EXPERIENCE")]
    [InlineData("WORK HISTORY")]
    [InlineData("WORK EXPERIENCE")]
    [InlineData("PROFESSIONAL EXPERIENCE")]
    [InlineData("EMPLOYMENT HISTORY")]
    [InlineData("EMPLOYMENT")]
    [InlineData("CAREER HISTORY")]
    [InlineData("EDUCATION")]
    [InlineData("SKILLS")]
    [InlineData("TECHNICAL SKILLS")]
    [InlineData("KEY SKILLS")]
    [InlineData("CORE COMPETENCIES")]
    [InlineData("TECHNOLOGIES")]
    [InlineData("CERTIFICATIONS")]
    [InlineData("CONTACT")]
    [InlineData("SUMMARY")]
    [InlineData("PROFILE")]
    [InlineData("LANGUAGES")]
    [InlineData("PROJECTS")]
    [InlineData("REFERENCES")]
    [InlineData("CURRICULUM VITAE")]
    [InlineData("INTERNSHIPS")]
    public void Headings_with_their_letters_set_apart(string heading)
    {
        foreach (var spacing in (double[])[1.5, 3, 5])
        {
            Assert.Equal(
                $"{heading}\nPython\n",
                Read(new PdfDrawing().Spaced(Left, Top, heading, spacing).At(Left, Top - 20, "Python"))
            );
        }

        Assert.Equal(
            $"{heading}\nPython\n",
            Read(new PdfDrawing().At(Left, Top, string.Join(' ', heading.AsEnumerable())).At(Left, Top - 20, "Python"))
        );
    }

    [Theory]
    [InlineData("Snow\\337ake", "Snowflake")]
    [InlineData("Air\\337ow", "Airflow")]
    [InlineData("Tensor\\337ow", "Tensorflow")]
    [InlineData("work\\337ow", "workflow")]
    [InlineData("con\\336guration", "configuration")]
    [InlineData("certi\\336cation", "certification")]
    [InlineData("\\336nance", "finance")]
    [InlineData("\\336re safety", "fire safety")]
    [InlineData("\\336rst aid", "first aid")]
    [InlineData("traf\\336c", "traffic")]
    [InlineData("of\\336ce", "office")]
    [InlineData("ef\\336ciency", "efficiency")]
    [InlineData("\\337uid dynamics", "fluid dynamics")]
    [InlineData("\\337oor plans", "floor plans")]
    [InlineData("\\337eet", "fleet")]
    [InlineData("in\\337uence", "influence")]
    [InlineData("con\\337icts", "conflicts")]
    [InlineData("pro\\336ling", "profiling")]
    [InlineData("\\336bre optics", "fibre optics")]
    [InlineData("simpli\\336ed", "simplified")]
    public void Ligatures(string drawn, string read) =>
        Assert.Equal(
            $"{read}\n",
            Read(PdfFile.OfContent($"BT /H 10 Tf 50 700 Td ({drawn}) Tj ET", encoding: "MacRomanEncoding"))
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Text_that_nobody_sees(string title, string employer, string from, string to)
    {
        foreach (var hiding in (string[])["1 1 1 rg", "1 g", "3 Tr", "/H 0.5 Tf", "1 0 0 1 50 -40 Tm"])
        {
            var content = ReadContent(
                PdfFile.OfContent(
                    $"BT /H 10 Tf 50 700 Td ({title}, {from} - {to}) Tj ET BT /H 10 Tf 50 600 Td {hiding} ({employer}) Tj ET"
                )
            );

            Assert.Equal($"{title}, {from} - {to}\n", content.Text);
            Assert.Equal(["hidden text was left out"], content.Unread);
        }
    }

    [Theory]
    [InlineData("Ruby Mason")]
    [InlineData("RUBY MASON")]
    [InlineData("Ruby J. Mason")]
    [InlineData("Wei Zhang")]
    [InlineData("Oluwaseun Adeyemi")]
    [InlineData("Ingrid van der Berg")]
    [InlineData("Jean-Luc Moreau")]
    [InlineData("Siobhan O'Rourke")]
    [InlineData("Priya Raghunathan")]
    [InlineData("Mateusz Wojcik")]
    [InlineData("Ana de Souza")]
    [InlineData("Dmitri Volkov")]
    [InlineData("Fatima Al-Rashid")]
    [InlineData("Hannah Schmidt")]
    [InlineData("Tomasz Zielinski")]
    [InlineData("Keiko Tanaka")]
    [InlineData("Lars Hakansson")]
    [InlineData("Marisol Quintero")]
    [InlineData("Nkechi Okafor")]
    [InlineData("Aroha Ngata")]
    [InlineData("Baker, Cook")]
    public void The_name_in_a_centred_head(string name)
    {
        foreach (var size in (double[])[10, 17, 25])
        {
            var pdf = new PdfDrawing()
                .Centred(790, name, size)
                .Centred(770, "Leeds | robin@example.org | +44 20 7946 0958")
                .At(Left, 740, "Skills")
                .At(Left, 725, "Python")
                .Build();

            var read = KindReading.Read(pdf);

            Assert.DoesNotContain(name, read.Text, StringComparison.OrdinalIgnoreCase);
            Assert.True(read.Reading.NameBlanked, string.Create(CultureInfo.InvariantCulture, $"{name} of {size} points"));
            Assert.Contains("Python", read.Text, StringComparison.Ordinal);
        }
    }
}
