using System.Net;
using CareerRecs.Matching.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.Gateway.Tests;

/// <summary>More large requests at once than there is room for.</summary>
[Collection(nameof(GatewayCollection))]
public sealed class OverloadTests(GatewayFixture gateway)
{
    private const int AtOnce = 100;

    private static readonly byte[] Document = CreateDocument();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_a_hundred_large_calls_by_gRPC_is_answered_or_refused_with_the_time_to_retry()
    {
        var matching = new MatchingService.MatchingServiceClient(gateway.Channel);
        var request = new ExtractSkillsRequest
        {
            Catalog = "catalogs/builtin",
            Document = new Document { Content = ByteString.CopyFrom(Document), Format = DocumentFormat.Text },
        };

        var calls = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => CallAsync()));

        Assert.All(calls, status => Assert.True(status is StatusCode.OK or StatusCode.ResourceExhausted, $"{status}"));
        Assert.Contains(StatusCode.OK, calls);

        async Task<StatusCode> CallAsync()
        {
            try
            {
                await matching.ExtractSkillsAsync(request, cancellationToken: Cancel);
                return StatusCode.OK;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        }
    }

    [Fact]
    public async Task Each_of_a_hundred_large_requests_by_rest_is_answered_or_refused_with_the_time_to_retry()
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => SendAsync()));

        Assert.All(
            calls,
            call =>
            {
                Assert.True(call.Code is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{call}");
                Assert.Equal(call.Code == HttpStatusCode.TooManyRequests, call.HasDelay);
            }
        );
        Assert.Contains(calls, call => call.Code == HttpStatusCode.OK);

        async Task<(HttpStatusCode Code, bool HasDelay)> SendAsync()
        {
            using var body = new ByteArrayContent(Document);
            body.Headers.ContentType = new("text/plain");
            using var response = await gateway.Http.PostAsync("/v1/skills:extract?catalog=catalogs/builtin", body, Cancel);
            return (response.StatusCode, response.Headers.RetryAfter is not null);
        }
    }

    /// <summary>1 MiB of text that is read at once: few words, many blanks.</summary>
    private static byte[] CreateDocument()
    {
        var document = new byte[1 << 20];
        document.AsSpan().Fill((byte)' ');
        "Skills: Python, SQL"u8.CopyTo(document);
        return document;
    }
}
