using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Hosting;
using Google.Api;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

public sealed class BodyAdmissionTests : IDisposable
{
    private const int Mebibyte = 1 << 20;

    private readonly CallAdmission _admission = new(
        new EndpointOptions { AdmittedBytes = 32 * Mebibyte },
        new AuthOptions(),
        TimeProvider.System
    );

    [Fact]
    public async Task Rest_has_room_for_half_of_the_bytes_a_tenant_and_others_have_the_rest()
    {
        var (second, other, third) = (Rest("alice", 6 * Mebibyte), Rest("bob", 6 * Mebibyte), Rest("carol", 6 * Mebibyte));
        var answered = new List<HttpContext>();

        await _admission.InvokeAsync(
            Rest("alice", 6 * Mebibyte),
            async _ =>
            {
                await _admission.InvokeAsync(second, Answer);
                await _admission.InvokeAsync(
                    other,
                    async context =>
                    {
                        await Answer(context);
                        await _admission.InvokeAsync(third, Answer);
                    }
                );
            }
        );

        Assert.Equal([other], answered);
        Assert.Equal(StatusCodes.Status429TooManyRequests, second.Response.StatusCode);
        Assert.Equal(StatusCodes.Status429TooManyRequests, third.Response.StatusCode);
        Assert.Contains("retryDelay", await BodyAsync(second), StringComparison.Ordinal);

        Task Answer(HttpContext context)
        {
            answered.Add(context);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Grpc_gets_the_refusal_where_it_reads_and_the_room_is_free_again_once_it_has_ended()
    {
        for (var repeated = 0; repeated < 3; repeated++)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() =>
                _admission.InvokeAsync(Grpc(17 * Mebibyte), ReadWholeAsync)
            );

            Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
            Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
            await _admission.InvokeAsync(Grpc(15 * Mebibyte), ReadWholeAsync);
        }
    }

    [Fact]
    public async Task What_is_small_or_has_no_body_is_not_counted()
    {
        await _admission.InvokeAsync(
            Rest("alice", 8 * Mebibyte),
            async _ =>
            {
                foreach (var small in new[] { Rest("alice", 20_000), Rest("alice", null, hasBody: false), Grpc(60_000) })
                {
                    var isAnswered = false;
                    await _admission.InvokeAsync(
                        small,
                        _ =>
                        {
                            isAnswered = true;
                            return Task.CompletedTask;
                        }
                    );
                    Assert.True(isAnswered);
                }
            }
        );
    }

    [Fact]
    public async Task A_body_without_a_stated_length_counts_as_the_longest()
    {
        var unknown = Rest("alice", null);

        await _admission.InvokeAsync(unknown, _ => Task.CompletedTask);

        Assert.Equal(StatusCodes.Status429TooManyRequests, unknown.Response.StatusCode);
    }

    [Fact]
    public async Task What_is_too_long_is_left_to_the_server_to_refuse()
    {
        var isPassedOn = false;

        await _admission.InvokeAsync(
            Rest("alice", 50 * Mebibyte),
            _ =>
            {
                isPassedOn = true;
                return Task.CompletedTask;
            }
        );

        Assert.True(isPassedOn);
    }

    public void Dispose() => _admission.Dispose();

    private static async Task ReadWholeAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(TestContext.Current.CancellationToken);
            if (read.IsCompleted)
            {
                return;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static DefaultHttpContext Grpc(int length)
    {
        var context = Context("alice", "HTTP/2");
        context.Request.ContentType = "application/grpc";
        context.Request.Body = new MemoryStream(new byte[length]);
        return context;
    }

    private static DefaultHttpContext Rest(string tenant, long? length, bool hasBody = true)
    {
        var context = Context(tenant, "HTTP/1.1");
        context.Request.ContentLength = length;
        var method = MatchingService.Descriptor.FindMethodByName("ExtractSkills");
        var metadata = new EndpointMetadataCollection(new GrpcJsonTranscodingMetadata(method, new HttpRule()));
        context.SetEndpoint(new Microsoft.AspNetCore.Http.Endpoint(null, metadata, "POST /v1/skills:extract"));
        context.Response.Body = new MemoryStream();
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new Detection(hasBody));
        return context;
    }

    private static DefaultHttpContext Context(string tenant, string protocol)
    {
        var context = new DefaultHttpContext();
        context.Request.Protocol = protocol;
        context.Request.Headers[CallerContext.TenantHeader] = tenant;
        return context;
    }

    private static async Task<string> BodyAsync(HttpContext context)
    {
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private sealed record Detection(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;
}
