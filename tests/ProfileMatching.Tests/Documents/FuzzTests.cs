using System.IO.Compression;
using System.Text;
using CareerRecs.Testing.Documents;

namespace CareerRecs.ProfileMatching.Tests.Documents;

/// <summary>
/// Documents with random damage. <c>CAREERRECS_FUZZ</c> is how many of each kind; the seed of each is its number.
/// </summary>
public sealed class FuzzTests
{
    private const int Few = 50;
    private const int MostEdits = 8;
    private const string Resume = "Experience\nData Analyst, March 2019 to May 2021\nReported in SQL.\nSkills\nPython, Docker";

    private const string Html = "<!DOCTYPE html><html><body><h1>Skills</h1><table><tr><td>Python</td></tr></table></body></html>";

    private const string Json =
        """{"basics":{"name":"R"},"work":[{"position":"Data Analyst","startDate":"2019-03"}],"skills":[{"name":"Python"}]}""";

    /// <summary>Pieces of the formats' own syntax, put where they do not belong.</summary>
    private static readonly string[] Pieces =
    [
        "<<",
        ">>",
        "[",
        "]",
        "(",
        ")",
        "0 R",
        " 1 0 R ",
        "/Kids",
        "/Length 99999999",
        "stream\n",
        "endobj",
        "q ",
        "BT ",
        "/F Do ",
        "-1",
        "4294967296",
        "NaN",
        "<w:p>",
        "</w:p>",
        "<w:tbl>",
        "<!--",
        "<![CDATA[",
        "&amp;",
        "&#xD800;",
        "<script>",
        "<svg>",
        "{",
        "}",
        "\"",
        "\\ud800",
        ",",
        "null",
        "\0",
        "\uFFFF",
    ];

    public static TheoryData<string> Kinds => ["pdf", "docx", "docx-body", "html", "json"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_damaged_document_is_read_or_refused(string kind)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("CAREERRECS_FUZZ"), out var asked) ? asked : Few;
        await using var pool = Readers.Pool(Readers.Patient);

        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = 2,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            parallel,
            async (seed, _) => Assert.NotNull(await pool.ReadOrRefuseAsync(Damaged(kind, new Random(seed))))
        );
    }

    private static byte[] Damaged(string kind, Random random) =>
        kind switch
        {
            "pdf" => Damage(PdfFile.Of(Resume), random),
            "docx" => Damage(WordFile.Of(Resume), random),
            "docx-body" => WithDamagedBody(WordFile.Of(Resume), random),
            "html" => Damage(Encoding.UTF8.GetBytes(Html), random),
            _ => Damage(Encoding.UTF8.GetBytes(Json), random),
        };

    private static byte[] WithDamagedBody(byte[] word, Random random)
    {
        using var stream = new MemoryStream();
        stream.Write(word);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("word/document.xml")!;
            using var body = new MemoryStream();
            using (var whole = entry.Open())
            {
                whole.CopyTo(body);
            }

            entry.Delete();
            using var damaged = archive.CreateEntry("word/document.xml").Open();
            damaged.Write(Damage(body.ToArray(), random));
        }

        return stream.ToArray();
    }

    /// <summary>The first bytes stay, as they tell what the document is.</summary>
    private static byte[] Damage(byte[] whole, Random random)
    {
        const int kept = 5;
        var bytes = new List<byte>(whole);
        for (var edits = random.Next(1, MostEdits); edits > 0 && bytes.Count > kept + 1; edits--)
        {
            var place = random.Next(kept, bytes.Count);
            var length = random.Next(1, Math.Min(64, bytes.Count - place) + 1);
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(kept, bytes.Count), bytes.GetRange(place, length));
                    break;
                case 3:
                    var piece = Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]);
                    bytes.InsertRange(place, Enumerable.Repeat(piece, random.Next(1, 2_000)).SelectMany(b => b));
                    break;
                default:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
            }
        }

        return [.. bytes];
    }
}
