using System.IO.Compression;
using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Testing.Documents;
using FsCheck.Xunit;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

public sealed class DocumentFormatTests
{
    private const string Resume =
        "Ruby Mason\nruby.mason@example.org\nExperience\nData Analyst, March "
        + "2019 to May 2021\nReported in SQL and Excel.\nSkills\nPython, Docker";

    private const string Html = """
        <!DOCTYPE html><html><head><title>Ruby Mason</title><style>.python { color: red }</style></head><body>
        <h1>Ruby Mason</h1><img src="photo.jpg" alt="Java"><p>ruby.mason@example.org</p><h2>Experience</h2>
        <table><tr><td>Data Analyst</td><td>March 2019 &ndash; May 2021</td></tr></table>
        <p>Reported in <b>SQL</b> and Excel.</p><script>var kubernetes = 1 < 2;</script>
        <h2>Skills</h2><ul><li>Python</li><li>Docker</li></ul></body></html>
        """;

    private const string Markdown = """
        ---
        author: Ruby Mason
        ---
        # Ruby Mason
        ![Java](photo.jpg) <ruby.mason@example.org>

        ## Experience
        **Data Analyst** | March 2019 to May 2021
        * Reported in [SQL](https://example.org/kubernetes) and `Excel`.

        ## Skills
        __Python__, Docker
        """;

    private const string Json = """
        { "basics": { "name": "Ruby Mason", "label": "Analyst", "email": "ruby.mason@example.org",
                      "image": "java.png", "location": { "city": "Java" } },
          "work": [ { "name": "Example Ltd", "position": "Data Analyst", "startDate": "2019-03-01", "endDate": "2021-05",
                      "summary": "Reported in SQL.", "highlights": ["Taught Excel"] } ],
          "education": [ { "studyType": "Master", "area": "Physics", "endDate": "2018" } ],
          "skills": [ { "name": "Python", "level": "Advanced", "keywords": ["Docker"] } ] }
        """;

    [Fact]
    public void Every_format_is_told_by_its_bytes_and_says_the_same()
    {
        foreach (
            var bytes in new[]
            {
                Bytes(Resume),
                Bytes(Html),
                PdfFile.Of(Resume),
                WordFile.Of(Resume, [1, 2, 3], "Java"),
                Bytes(Json),
            }
        )
        {
            Same(Read(bytes));
        }
        Same(Read(Bytes(Markdown), DocumentFormat.Markdown));
    }

    [Fact]
    public void Markdown_keeps_its_places()
    {
        var read = Read(Bytes(Markdown), DocumentFormat.Markdown);

        Assert.Equal(Markdown.Length, read.Text.Length);
        Assert.All(read.Skills, skill => Assert.Equal(Markdown[skill.Start..skill.End], read.Text[skill.Start..skill.End]));
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void A_byte_order_mark_or_lines_of_Windows_hide_no_name(string mark, string end)
    {
        var text = mark + Resume.Replace("\n", end, StringComparison.Ordinal);
        var markdown =
            mark + Markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal);

        foreach (var (sent, format) in new[] { (text, DocumentFormat.Text), (markdown, DocumentFormat.Markdown) })
        {
            var read = Read(Bytes(sent), format);
            Assert.Equal(sent.Length, read.Text.Length);
            Assert.DoesNotContain("Mason", read.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("author", read.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_resume_brings_level_and_field()
    {
        var profile = Read(Bytes(Json)).Profile;

        Assert.Equal(Types.V1.Proficiency.Advanced, profile.Skills.Single(s => s.Text == "Python").Proficiency);
        Assert.Equal("Physics", Assert.Single(profile.Education).Field);
    }

    [Fact]
    public void Columns_of_a_page_are_read_one_behind_the_other()
    {
        var left = new[] { "Skills", "Python", "Docker", "Kubernetes" };
        var right = new[]
        {
            "Experience",
            "Data Analyst, March 2019 to May 2021",
            "Reported in SQL to the managers",
            "of the company every month",
        };
        var placed = left.Select((words, i) => (50.0, 700.0 - (14 * i), words))
            .Concat(right.Select((words, i) => (260.0, 700.0 - (14 * i), words)));

        var text = Read(PdfFile.Of([.. placed])).Text;

        Assert.Contains("Python\nDocker\nKubernetes", text, StringComparison.Ordinal);
        Assert.Contains("managers\nof the company", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_without_text_says_so() => Refused(PdfFile.Of(""), "text recognition");

    [Fact]
    public void What_is_broken_or_something_else_is_refused_with_what_to_do()
    {
        Refused(Bytes("%PDF-1.7 and nothing more"), "save it anew");
        Refused(WordFile.Of(Resume)[..400], "save it anew");
        Refused(Bytes(@"{\rtf1 Python}"), "RTF");
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "password");
        Refused(Zip("readme.txt", 10), "no Word document");
        Refused(Bytes("{]"), "JSON Resume", DocumentFormat.JsonResume);
        Refused([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46], "is not text");
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused() => Refused(Zip("word/document.xml", 64 << 20), "unpacks to more");

    [Fact]
    public void Elements_nested_as_deep_as_one_likes_do_no_harm()
    {
        var deep = "<html>" + string.Concat(Enumerable.Repeat("<div><p><b>", 50_000)) + "Python";
        Assert.Contains(Read(Bytes(deep)).Skills, s => s.Skill.Title == "Python");
        Refused(Bytes("{\"work\":" + new string('[', 100_000)), "JSON Resume", DocumentFormat.JsonResume);
    }

    [Theory]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"b\\ud800asics\": {\"name\": \"R\"}}")]
    [InlineData("{\"skills\\udfff\": [\"Python\"]}")]
    [InlineData("{\"education\\ud800\\ud800\": null}")]
    public void Names_that_are_no_text_make_no_json_resume(string json) => Assert.Equal(json, Read(Bytes(json)).Text);

    [Property(MaxTest = 150)]
    public bool Whatever_bytes_come_they_are_read_or_refused_and_places_lie_in_the_text(byte[]? bytes, byte which)
    {
        ReadOnlySpan<byte> start = (which % 6) switch
        {
            0 => "%PDF-1.4\n"u8,
            1 => "PK\u0003\u0004"u8,
            2 => "<html>"u8,
            3 => "{\"work\":"u8,
            _ => default,
        };
        try
        {
            var read = Read([.. start, .. bytes ?? []], (DocumentFormat)(which % 7));
            return read.Skills.All(s => s.Start >= 0 && s.End <= read.Text.Length && s.Start < s.End);
        }
        catch (RpcException refused)
        {
            return refused.StatusCode == StatusCode.InvalidArgument
                && refused.Status.Detail.Contains("document.content", StringComparison.Ordinal);
        }
    }

    [Property(MaxTest = 60)]
    public bool A_file_with_a_byte_changed_is_read_or_refused(ushort place, byte value, bool pdf)
    {
        var bytes = pdf ? PdfFile.Of(Resume) : WordFile.Of(Resume);
        bytes[place % bytes.Length] = value;
        try
        {
            return Read(bytes, pdf ? DocumentFormat.Pdf : DocumentFormat.Docx).Text is not null;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode == StatusCode.InvalidArgument;
        }
    }

    private static void Same(ReadDocument read)
    {
        Assert.Equal(
            ["Docker", "Excel", "Python", "SQL"],
            read.Skills.Select(s => read.Text[s.Start..s.End]).Order(StringComparer.Ordinal)
        );
        var job = Assert.Single(read.Jobs);
        Assert.Equal("Data Analyst", read.Text[job.Start..job.End]);
        Assert.Equal((2019, 3, 2021, 5), (job.Job.Start.Year, job.Job.Start.Month, job.Job.End.Year, job.Job.End.Month));
        Assert.Equal(2021, read.Skills.Single(s => s.Skill.Title == "Sql").Times.LastUsedYear);
        Assert.DoesNotContain("Ruby", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Java", read.Text, StringComparison.Ordinal);
    }

    private static void Refused(byte[] bytes, string words, DocumentFormat format = DocumentFormat.Unspecified)
    {
        var refused = Assert.Throws<RpcException>(() => Read(bytes, format));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(words, refused.Status.Detail, StringComparison.Ordinal);
    }

    private static byte[] Zip(string name, int length)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(new byte[length]);
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static ReadDocument Read(byte[] bytes, DocumentFormat format = DocumentFormat.Unspecified) =>
        DocumentReader.ReadWithSpans(
            new Document { Content = ByteString.CopyFrom(bytes), Format = format },
            MadeUpCatalog.Index.Snapshot,
            new DateOnly(2026, 11, 1)
        );
}
