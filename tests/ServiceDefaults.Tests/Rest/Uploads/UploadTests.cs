using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareerRecs.Testing;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Rest.Uploads;

/// <summary>Files by REST: the three forms of a body, and what is refused.</summary>
public sealed class UploadTests
{
    private const string Lines = "application/x-ndjson";
    private const string Header = """{"format": "IMPORT_FORMAT_CSV", "version_id": "7"}""";

    private static readonly byte[] Sent = RandomNumberGenerator.GetBytes(200_000);
    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Sent));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_the_body_itself()
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, response) = await host.SendAsync(UploadHost.Body(Sent, "text/csv; charset=utf-8"));

        Assert.Equal((HttpStatusCode.OK, Digest), (code, host.Received.Sha256));
        Assert.Contains("\"name\": \"catalogs/acme/versions/1\"", text, StringComparison.Ordinal);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("grpc", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("catalogs/acme", "roles.csv"), (host.Received.Header!.Catalog, host.Received.Header.FileName));
        Assert.All(host.Received.Chunks, chunk => Assert.InRange(chunk, 1, 65536));
    }

    [Fact]
    public async Task A_form_has_the_header_and_the_file_with_its_name()
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, _) = await host.SendAsync(UploadHost.Form(Header, Sent, "acme roles.csv"), UploadHost.Route);

        Assert.True(code == HttpStatusCode.OK, text);
        Assert.Equal(Digest, host.Received.Sha256);
        Assert.Equal(("acme roles.csv", "7"), (host.Received.Header!.FileName, host.Received.Header.VersionId));
    }

    [Fact]
    public async Task Lines_are_the_messages_of_the_method()
    {
        await using var host = await UploadHost.StartAsync();
        var chunks = Sent.Chunk(50_000).Select(chunk => $$"""{"chunk": "{{Convert.ToBase64String(chunk)}}"}""");
        var header = """{"header": {"catalog": "catalogs/acme", "fileName": "x", "format": 5}}""";
        var body = string.Join("\r\n", [header, "", .. chunks, ""]);

        var (code, text, _) = await host.SendAsync(UploadHost.Body(Encoding.UTF8.GetBytes(body), Lines), UploadHost.Route);

        Assert.True(code == HttpStatusCode.OK, text);
        Assert.Equal(Digest, host.Received.Sha256);
        Assert.Equal([50_000, 50_000, 50_000, 50_000], host.Received.Chunks);
    }

    [Theory]
    [InlineData("?format=IMPORT_FORMAT_CSV", "header.file_name", "is required")]
    [InlineData(UploadHost.Query + "&nothing=1", "header.nothing", "is no field")]
    [InlineData(UploadHost.Query + "&catalog=catalogs/x", "header.catalog", "is stated by the path")]
    [InlineData(UploadHost.Query + "&sizeBytes=five", "header.size_bytes", "must be a whole number")]
    [InlineData(UploadHost.Query + "&sizeBytes=199999", "header.size_bytes", "announces 199999 bytes")]
    [InlineData(UploadHost.Query + "&sha256=00", "header.sha256", "must look like")]
    [InlineData("?format=CSV&fileName=x", "header.format", "must be one of")]
    public async Task A_header_in_the_query_that_is_wrong_is_refused(string query, string field, string description)
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, _) = await host.SendAsync(UploadHost.Body(Sent, "application/octet-stream"), UploadHost.Route + query);

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        Assert.Contains(description, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_than_announced_is_refused_in_each_form()
    {
        await using var host = await UploadHost.StartAsync();
        var other = new string('0', 64);

        var raw = await host.SendAsync(
            UploadHost.Body(Sent, "application/zip"),
            $"{UploadHost.Route}{UploadHost.Query}&sha256={other}"
        );
        var form = await host.SendAsync(UploadHost.Form($$"""{"format": 5, "sha256": "{{other}}"}""", Sent), UploadHost.Route);

        Assert.All(
            [raw, form],
            refused =>
            {
                Assert.Equal(HttpStatusCode.BadRequest, refused.Code);
                Assert.Contains("header.sha256", refused.Text, StringComparison.Ordinal);
                Assert.Contains(Digest, refused.Text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("""{"format": 5, "nothing": 1}""", "header.nothing", "is no field")]
    [InlineData("""{"format": 5,""", "header", "is not JSON")]
    [InlineData("""{"format": 5, "catalog": "catalogs/other"}""", "header.catalog", "the path states")]
    public async Task A_header_of_a_form_that_is_wrong_is_refused(string header, string field, string description)
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, _) = await host.SendAsync(UploadHost.Form(header, Sent), UploadHost.Route);

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        Assert.Contains(description, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_other_parts_is_refused()
    {
        await using var host = await UploadHost.StartAsync();
        using var reversed = new MultipartFormDataContent
        {
            { new ByteArrayContent(Sent), "file", "x" },
            { new StringContent(Header), "header" },
        };
        using var more = UploadHost.Form(Header, Sent);
        more.Add(new StringContent("x"), "more");
        using var none = UploadHost.Body([], "multipart/form-data");

        var first = await host.SendAsync(reversed, UploadHost.Route);
        var third = await host.SendAsync(more, UploadHost.Route);
        var bare = await host.SendAsync(none, UploadHost.Route);

        Assert.Contains("needs the part 'header' here", first.Text, StringComparison.Ordinal);
        Assert.Contains("has a part behind 'file'", third.Text, StringComparison.Ordinal);
        Assert.Contains("needs a boundary", bare.Text, StringComparison.Ordinal);
        Assert.All([first, third, bare], refused => Assert.Equal(HttpStatusCode.BadRequest, refused.Code));
    }

    [Theory]
    [InlineData("{\"header\": {\"format\": 5, \"fileName\": \"x\"}}\n{\"chunk\": 5}", "lines[1].chunk", "must be bytes")]
    [InlineData("{\"header\": {\"format\": 5, \"fileName\": \"x\"}}\n\n{\"chunk\"", "lines[2]", "is not JSON")]
    [InlineData("{\"role\": {}}", "lines[0].role", "is no field of ImportVersionRequest")]
    [InlineData("", "header", "must come first")]
    public async Task A_line_that_is_wrong_is_named(string body, string field, string description)
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, _) = await host.SendAsync(UploadHost.Body(Encoding.UTF8.GetBytes(body), Lines), UploadHost.Route);

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        Assert.Contains(description, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded", "multipart/form-data")]
    [InlineData("image/png", "application/x-ndjson")]
    public async Task Another_type_is_refused_with_those_that_are_taken(string type, string named)
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, _) = await host.SendAsync(UploadHost.Body(Sent, type));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, code);
        Assert.Contains("UNSUPPORTED_MEDIA_TYPE", text, StringComparison.Ordinal);
        Assert.Contains(named, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_unread()
    {
        await using var host = await UploadHost.StartAsync();
        using var body = new UnreadContent(513L << 20);

        var (code, text, _) = await host.SendAsync(body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, code);
        Assert.Contains("512 MiB", text, StringComparison.Ordinal);
        Assert.Equal(0, body.SentBytes);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused()
    {
        await using var host = await UploadHost.StartAsync();
        var body = Encoding.UTF8.GetBytes(new string(' ', 5 << 20));

        var (code, text, _) = await host.SendAsync(UploadHost.Body(body, Lines), UploadHost.Route);

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains("lines[0]: is longer than 4 MiB", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_etag_and_a_query_beside_a_form_are_refused()
    {
        await using var host = await UploadHost.StartAsync();

        var (code, text, _) = await host.SendAsync(UploadHost.Form(Header, Sent));

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains("\"field\":\"format\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_upload_ends_the_call_and_gives_its_place_back()
    {
        await using var host = await UploadHost.StartAsync(("Uploads:MaxConcurrent", "1"));
        for (var i = 0; i < 3; i++)
        {
            using var half = new HalfContent(Sent);
            using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var sending = host.SendAsync(half, cancellationToken: gaveUp.Token);
            await half.Half;
            await gaveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

            HttpStatusCode code;
            do
            {
                (code, _, _) = await host.SendAsync(UploadHost.Body(Sent, "application/zip"));
            } while (code == HttpStatusCode.TooManyRequests);
            Assert.Equal(HttpStatusCode.OK, code);
        }
    }

    [Fact]
    public async Task An_upload_without_a_place_is_refused_with_the_time_to_retry_and_its_file_is_not_read()
    {
        await using var host = await UploadHost.StartAsync(("Uploads:MaxConcurrent", "1"));
        using var holding = host.Versions("local").ImportVersion(cancellationToken: Cancel);
        await holding.RequestStream.WriteAsync(
            new()
            {
                Header = new()
                {
                    Catalog = "catalogs/a",
                    FileName = "a",
                    Format = Catalog.V1.ImportFormat.Csv,
                },
            },
            Cancel
        );
        await holding.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8("a") }, Cancel);
        while (host.Received.Chunks.IsEmpty)
        {
            await Task.Yield();
        }
        using var body = new UnreadContent(1 << 20);

        var (code, text, response) = await host.SendAsync(body);
        await holding.RequestStream.CompleteAsync();
        await holding;

        Assert.Equal(HttpStatusCode.TooManyRequests, code);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("OVERLOADED", text, StringComparison.Ordinal);
        Assert.Equal(0, body.SentBytes);
    }
}
