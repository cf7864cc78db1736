using System.Text;
using System.Text.Json;
using CareerRecs.Testing.Documents;
using static CareerRecs.ProfileMatching.Tests.Understanding.Documents.PdfReading;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Encodings, sizes and forms of documents, with twenty values each.</summary>
public sealed class FormatKindTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, string, string, string> All => Positions.All;

    /// <summary>Tenths of a mebibyte.</summary>
    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 20).Select(i => 11 + (i * 4))];

    [Theory]
    [InlineData("Café manager")]
    [InlineData("Señor Chef")]
    [InlineData("Müller & Söhne")]
    [InlineData("Škoda mechanic")]
    [InlineData("Ærø ferry")]
    [InlineData("Straße und Brücke")]
    [InlineData("Paid in €")]
    [InlineData("Rate of £45")]
    [InlineData("“Best baker” of 2019")]
    [InlineData("The nurse’s ward")]
    [InlineData("2015 – 2019")]
    [InlineData("Leeds — York")]
    [InlineData("Ångström lab")]
    [InlineData("Façade engineer")]
    [InlineData("Crème brûlée")]
    [InlineData("São Paulo")]
    [InlineData("Úrsula’s shop")]
    [InlineData("Žižkov")]
    [InlineData("Naïve Bayes")]
    [InlineData("Œuvre d’art")]
    public void Encodings(string line)
    {
        var text = $"Experience\n{line}\nSkills\nPython";
        foreach (
            var (encoding, name) in new (Encoding, string)[]
            {
                (new UnicodeEncoding(bigEndian: false, byteOrderMark: true), "UTF-16"),
                (new UnicodeEncoding(bigEndian: true, byteOrderMark: true), "UTF-16"),
                (new UnicodeEncoding(bigEndian: false, byteOrderMark: false), "UTF-16"),
                (new UnicodeEncoding(bigEndian: true, byteOrderMark: false), "UTF-16"),
                (new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), "UTF-8"),
                (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), "UTF-8"),
                (Windows, "Windows-1252"),
            }
        )
        {
            var read = ReadContent([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            Assert.Equal((text, name), (read.Text.TrimStart(), read.Charset));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Files_with_a_photo_of_over_a_mebibyte(int size)
    {
        var photo = new byte[(size << 20) / 10];
        new Random(size).NextBytes(photo);

        Assert.Equal("Python\n", Read(PdfFile.WithPhoto("Python", photo)));
        Assert.Equal("Skills\nPython\n", Read(WordFile.Of("Skills\nPython", photo, "Docker")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Json_with_dates_in_any_form(string title, string employer, string from, string to)
    {
        var position = new
        {
            title,
            startDate = from,
            endDate = to,
        };
        var read = Json(new { work = new[] { new { company = employer, positions = new[] { position } } } });
        var plain = Json(
            new
            {
                work = new object[]
                {
                    new
                    {
                        name = employer,
                        position = title,
                        startDate = from,
                        endDate = to,
                    },
                },
            }
        );

        Assert.Equal($"Experience\n{title}, {from} to {to}\n", read);
        Assert.Equal(read, plain);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Json_without_an_end(string title, string employer, string from, string _)
    {
        foreach (var end in (string?[])[null, ""])
        {
            var job = new
            {
                company = employer,
                position = title,
                startDate = from,
                endDate = end,
            };

            Assert.Equal($"Experience\n{title}, {from} to present\n", Json(new { work = new[] { job } }));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Json_with_plain_words_in_lists(string title, string employer, string from, string to) =>
        Assert.Equal(
            $"Skills\n{title}\n{employer}\nCertifications\n{from} {to}\n",
            Json(new { skills = new[] { title, employer }, certificates = new[] { $"{from} {to}" } })
        );

    [Theory]
    [InlineData("<p style='display:none'>Docker</p>")]
    [InlineData("<p style='DISPLAY: NONE'>Docker</p>")]
    [InlineData("<p style='color:red;display:none'>Docker</p>")]
    [InlineData("<p style='display:none !important'>Docker</p>")]
    [InlineData("<p style='visibility: hidden'>Docker</p>")]
    [InlineData("<p style='opacity:0'>Docker</p>")]
    [InlineData("<p style='font-size:0'>Docker</p>")]
    [InlineData("<p style='font-size: 0pt'>Docker</p>")]
    [InlineData("<p style='font-size:1px'>Docker</p>")]
    [InlineData("<p style='font-size: 1pt'>Docker</p>")]
    [InlineData("<p style='font-size:.5px; color: red'>Docker</p>")]
    [InlineData("<p style='color: transparent'>Docker</p>")]
    [InlineData("<p hidden>Docker</p>")]
    [InlineData("<p hidden=''>Docker</p>")]
    [InlineData("<div style='display:none'><div><p>Docker</p></div></div>")]
    [InlineData("<style>.x{display:none}</style><p class=x>Docker</p>")]
    [InlineData("<style>.a .x, .x { visibility:hidden }</style><p class='y x'>Docker</p>")]
    [InlineData("<style>#x{font-size:0}</style><p id=x>Docker</p>")]
    [InlineData("<style>p.x{opacity:0}</style><p class=x>Docker</p>")]
    [InlineData("<table style='display:none'><tr><td>Docker</table>")]
    [InlineData("<ul hidden><li>Docker</ul>")]
    public void Html_that_nobody_sees(string html)
    {
        var content = ReadContent(Encoding.UTF8.GetBytes($"<html><body><p>Python</p>{html}</body></html>"));

        Assert.Equal("Python\n", content.Text);
        Assert.Equal(["hidden text was left out"], content.Unread);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Html_with_dates_in_columns_and_at_the_right(string title, string employer, string from, string to)
    {
        Assert.Equal(
            $"{from} – {to}\t{title}\t{employer}\n",
            Html("<table><tr><th>From<th>To<th>Position<th>Employer" + $"<tr><td>{from}<td>{to}<td>{title}<td>{employer}</table>")
        );
        Assert.Equal(
            $"{title}\t{from} - {to}\n{employer}",
            Html($"<p>{title}<span style='float:right'>{from} - {to}</span></p>{employer}")
        );
    }

    private static string Json(object resume) => Read(JsonSerializer.SerializeToUtf8Bytes(resume));

    private static string Html(string body) => Read(Encoding.UTF8.GetBytes($"<html>{body}"));
}
