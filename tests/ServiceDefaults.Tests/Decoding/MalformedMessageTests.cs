using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using CareerRecs.Testing;
using Google.Rpc;

namespace CareerRecs.ServiceDefaults.Tests.Decoding;

/// <summary>Bodies by gRPC that are broken outside of the message. The host fails these tests if it logs an error.</summary>
public sealed class MalformedMessageTests
{
    private const int Mebibyte = 1 << 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Bodies =>
        new()
        {
            { "no message", "", "" },
            { "half a prefix", "0000", "" },
            { "a message cut off", "000000000501", "" },
            { "two messages", "00000000000000000000", "" },
            { "another first byte", "0700000000", "" },
            { "bytes that are no protobuf", "0000000003FFFFFF", "" },
            { "compressed, no encoding", "0100000003010203", "" },
            { "compressed, encoding identity", "0100000003010203", "identity" },
            { "no gzip", "0100000003010203", "gzip" },
            { "no deflate", "0100000003010203", "deflate" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_broken_body_is_refused_with_a_reason(string name, string hex, string encoding)
    {
        await using var host = await StartAsync();

        var byGrpc = await SendAsync(host, "application/grpc", Convert.FromHexString(hex), encoding);
        var byWeb = await SendAsync(host, "application/grpc-web", Convert.FromHexString(hex), encoding);

        Assert.True((Code.InvalidArgument, "MALFORMED_MESSAGE") == byGrpc, $"{name}: {byGrpc}");
        Assert.True((Code.InvalidArgument, "MALFORMED_MESSAGE") == byWeb, $"{name} by gRPC-Web: {byWeb}");
    }

    [Theory]
    [InlineData("????????")]
    [InlineData("AAA")]
    [InlineData("AAAAAAAAA")]
    public async Task A_broken_text_by_gRPC_Web_is_refused_with_a_reason(string text)
    {
        await using var host = await StartAsync();

        var answer = await SendAsync(host, "application/grpc-web-text", Encoding.ASCII.GetBytes(text), "");

        Assert.Equal((Code.InvalidArgument, "MALFORMED_MESSAGE"), answer);
    }

    [Fact]
    public async Task A_message_that_unpacks_to_more_than_a_request_may_have_is_refused()
    {
        await using var host = await StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[40 * Mebibyte], Cancel);
        }
        byte[] body = [1, 0, (byte)(packed.Length >> 16), (byte)(packed.Length >> 8), (byte)packed.Length, .. packed.ToArray()];

        var answer = await SendAsync(host, "application/grpc", body, "gzip");

        Assert.Equal((Code.ResourceExhausted, "BODY_TOO_LARGE"), answer);
    }

    [Fact]
    public async Task A_message_of_more_than_two_gigabytes_is_refused_before_it_comes()
    {
        await using var host = await StartAsync();

        var answer = await SendAsync(host, "application/grpc", [0, 255, 255, 255, 255], "");

        Assert.Equal((Code.ResourceExhausted, "BODY_TOO_LARGE"), answer);
    }

    [Fact]
    public async Task A_header_that_is_no_base64_is_refused_with_a_reason()
    {
        await using var host = await StartAsync();

        var answer = await SendAsync(host, "application/grpc", [0, 0, 0, 0, 0], "", ("trace-bin", "???"));

        Assert.Equal((Code.InvalidArgument, "MALFORMED_MESSAGE"), answer);
    }

    private static Task<ServiceHost> StartAsync() =>
        ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Endpoints:Http"] = "http://127.0.0.1:5199" },
            },
            Cancel
        );

    /// <summary>Asks for the status of the host with these bytes; how the call ends, and the reason.</summary>
    private static async Task<(Code Code, string Reason)> SendAsync(
        ServiceHost host,
        string type,
        byte[] body,
        string encoding,
        params (string Name, string Value)[] headers
    )
    {
        using var http = host.CreateHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/careerrecs.type.v1.StatusService/GetStatus");
        request.Version = type == "application/grpc" ? new Version(2, 0) : new Version(1, 1);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        foreach (var (name, value) in encoding.Length > 0 ? headers.Append(("grpc-encoding", encoding)) : headers)
        {
            request.Headers.Add(name, value);
        }
        using var response = await http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        var trailers = response
            .TrailingHeaders.Concat(response.Headers)
            .Select(header => (Name: header.Key, Value: header.Value.First()))
            .Concat(ParseWebTrailers(type == "application/grpc-web-text" ? DecodeText(text) : text))
            .DistinctBy(header => header.Name)
            .ToDictionary(header => header.Name, header => header.Value);
        var details = trailers.GetValueOrDefault("grpc-status-details-bin", "");
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details + new string('=', -details.Length & 3)));
        return (
            (Code)int.Parse(trailers["grpc-status"], CultureInfo.InvariantCulture),
            status.GetDetail<ErrorInfo>()?.Reason ?? ""
        );
    }

    private static string DecodeText(string base64) => Encoding.ASCII.GetString(Convert.FromBase64String(base64));

    /// <summary>By gRPC-Web trailers stand at the end of the body.</summary>
    private static IEnumerable<(string Name, string Value)> ParseWebTrailers(string body) =>
        from line in body.Split("\r\n")
        let start = line.IndexOf("grpc-", StringComparison.Ordinal)
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        where start >= 0 && colon > start
        select (line[start..colon], line[(colon + 1)..].Trim());
}
