using System.Net;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Tests.Rest.Uploads;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

/// <summary>Calls of several tenants at a host with little room.</summary>
public sealed class CallAdmissionTests
{
    private static readonly byte[] Sent = new byte[1000];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_beyond_the_share_of_its_tenant_is_refused_unread_and_another_tenant_is_answered()
    {
        await using var host = await UploadHost.StartAsync(("Endpoints:MaxConcurrentCalls", "32"));
        using var holding = await StartUploadAsync(host, "alice");
        using var unread = new UnreadContent(1 << 20);

        var (code, text, response) = await host.SendAsync(unread, tenant: "alice");
        using var byGrpc = host.Versions("alice").ImportVersion(cancellationToken: Cancel);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await byGrpc);
        var other = await host.SendAsync(UploadHost.Body(Sent, "text/csv"), tenant: "bob");

        Assert.Equal((HttpStatusCode.TooManyRequests, 0), (code, unread.SentBytes));
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("OVERLOADED", text, StringComparison.Ordinal);
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
        Assert.True(other.Code == HttpStatusCode.OK, other.Text);
        await holding.RequestStream.CompleteAsync();
        await holding;
    }

    [Fact]
    public async Task A_tenant_over_its_rate_is_refused_and_another_is_not()
    {
        await using var host = await UploadHost.StartAsync(("Endpoints:TenantCallsPerSecond", "1"));

        var calls = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            calls.Add((await host.SendAsync(UploadHost.Body(Sent, "text/csv"), tenant: "alice")).Code);
        }
        var other = await host.SendAsync(UploadHost.Body(Sent, "text/csv"), tenant: "bob");

        Assert.Equal(HttpStatusCode.OK, calls[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, calls);
        Assert.Equal(HttpStatusCode.OK, other.Code);
    }

    [Fact]
    public async Task Idle_uploads_of_a_tenant_leave_a_place_to_others_and_end_by_themselves()
    {
        var clock = new FakeTimeProvider();
        await using var host = await UploadHost.StartAsync(clock);
        using var first = await StartUploadAsync(host, "alice");
        using var half = new HalfContent(Sent);
        var second = host.SendAsync(half, tenant: "alice");
        await WaitForChunksAsync(host, 2);

        var (_, third, _) = await host.SendAsync(UploadHost.Body(Sent, "text/csv"), tenant: "alice");
        var other = await host.SendAsync(UploadHost.Body(Sent, "text/csv"), tenant: "bob");
        var ended = Task.WhenAll(second, Assert.ThrowsAsync<RpcException>(async () => await first));
        while (!ended.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }
        await ended;
        var after = await host.SendAsync(UploadHost.Body(Sent, "text/csv"), tenant: "alice");

        Assert.Contains("OVERLOADED", third, StringComparison.Ordinal);
        Assert.True(other.Code == HttpStatusCode.OK, other.Text);
        var (code, text, _) = await second;
        Assert.Equal(HttpStatusCode.GatewayTimeout, code);
        Assert.Contains("REQUEST_TIMEOUT", text, StringComparison.Ordinal);
        Assert.Equal(StatusCode.DeadlineExceeded, first.GetStatus().StatusCode);
        Assert.True(after.Code == HttpStatusCode.OK, after.Text);
    }

    /// <summary>An upload by gRPC that has its place and goes on.</summary>
    private static async Task<AsyncClientStreamingCall<ImportVersionRequest, ImportVersionResponse>> StartUploadAsync(
        UploadHost host,
        string tenant
    )
    {
        var call = host.Versions(tenant).ImportVersion(cancellationToken: Cancel);
        var header = new ImportHeader
        {
            Catalog = "catalogs/a",
            FileName = "a",
            Format = ImportFormat.Csv,
        };
        await call.RequestStream.WriteAsync(new ImportVersionRequest { Header = header }, Cancel);
        await call.RequestStream.WriteAsync(new ImportVersionRequest { Chunk = ByteString.CopyFromUtf8("a") }, Cancel);
        await WaitForChunksAsync(host, 1);
        return call;
    }

    private static async Task WaitForChunksAsync(UploadHost host, int count)
    {
        while (host.Received.Chunks.Count < count)
        {
            await Task.Yield();
        }
    }
}
