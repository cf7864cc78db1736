using System.Net;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Profiles;
using CareerRecs.Testing.Documents;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Tests.Documents;

public sealed class LargeDocumentTests
{
    private const int MostBytes = 10 << 20;
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Resume = "Skills\nPython, Docker";

    private static readonly byte[] Photo = MakePhoto();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => ["pdf", "docx"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_of_10_MiB_is_read_by_grpc_and_by_rest(string kind)
    {
        var content = kind == "pdf" ? PdfFile.WithPhoto("Python", Photo) : WordFile.Of(Resume, Photo, "Photo");
        Assert.InRange(content.Length, MostBytes * 9 / 10, MostBytes);
        var settings = new Dictionary<string, string?> { ["Endpoints:Http"] = "http://127.0.0.1:0" };
        await using var host = await ProfileHost.StartAsync(settings);

        var document = new Document { Content = UnsafeByteOperations.UnsafeWrap(content) };
        var byGrpc = await host.Profiles.CreateProfileAsync(
            new CreateProfileRequest { Subject = new Subject { Document = document } },
            cancellationToken: Token
        );
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new(kind == "pdf" ? "application/pdf" : Docx);
        var byRest = await host.CreateHttpClient()
            .PostAsync(new Uri($"http://localhost/v1/{byGrpc.Profile.Name}:setDocument"), body, Token);

        Assert.Contains("Python", byGrpc.Profile.Skills.Select(s => s.Text));
        Assert.Equal(HttpStatusCode.OK, byRest.StatusCode);
        Assert.Contains("Python", await byRest.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    /// <summary>Bytes that cannot be packed, as those of photos.</summary>
    private static byte[] MakePhoto()
    {
        var photo = new byte[MostBytes - (200 << 10)];
        new Random(1).NextBytes(photo);
        return photo;
    }
}
