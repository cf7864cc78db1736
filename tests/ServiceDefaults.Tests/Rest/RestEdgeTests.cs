using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CareerRecs.ServiceDefaults.Tests.Auth;
using CareerRecs.ServiceDefaults.Tests.Rest.Uploads;
using CareerRecs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Tests.Rest;

/// <summary>HTTP responses of a host that no method sends.</summary>
public sealed class RestEdgeTests
{
    private const string Page = "https://hr.example.com";
    private const string GetStatus = "/careerrecs.type.v1.StatusService/GetStatus";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_route_is_not_found_with_a_reason()
    {
        await using var host = await StartAsync();

        var (response, error) = await SendAsync(host, HttpMethod.Get, "/v1/nothing");

        AssertError(response, error, HttpStatusCode.NotFound, "NOT_FOUND", "UNKNOWN_ROUTE");
    }

    [Fact]
    public async Task Another_method_is_refused_with_those_allowed()
    {
        await using var host = await StartAsync();

        var (response, error) = await SendAsync(host, HttpMethod.Delete, "/v1/status");

        AssertError(response, error, HttpStatusCode.MethodNotAllowed, "UNIMPLEMENTED", "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_and_no_body_is_needed()
    {
        await using var host = await StartAsync();

        var (response, error) = await SendAsync(host, HttpMethod.Get, "/v1/status?verbose=true");
        var (good, _) = await SendAsync(host, HttpMethod.Get, "/v1/status");

        AssertError(response, error, HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "INVALID_FIELDS");
        Assert.Contains("\"field\":\"verbose\"", error, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_read_no_further_than_its_method_takes()
    {
        await using var host = await StartAsync();
        using var http = host.CreateHttpClient();
        using var body = new UnreadContent(40 << 20, "application/json", isChunked: true);

        using var response = await http.PostAsync(new Uri("/v1/roles:recommend", UriKind.Relative), body, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.InRange(body.SentBytes, 11 << 20, 12 << 20);
    }

    [Fact]
    public async Task A_call_without_a_valid_token_is_refused_in_the_envelope()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, RestTestKeys.Jwks, Cancel);
        await using var host = await StartAsync(("Auth:JwksFile", file));

        var (response, error) = await SendAsync(host, HttpMethod.Get, "/v1/status");

        AssertError(response, error, HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "UNAUTHENTICATED");
        Assert.NotEmpty(response.Headers.WwwAuthenticate);
        File.Delete(file);
    }

    [Theory]
    [InlineData("/forbidden", HttpStatusCode.Forbidden, "PERMISSION_DENIED", "PERMISSION_DENIED")]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "INTERNAL", "INTERNAL")]
    [InlineData("/busy", HttpStatusCode.TooManyRequests, "RESOURCE_EXHAUSTED", "OVERLOADED")]
    [InlineData("/long", HttpStatusCode.RequestEntityTooLarge, "INVALID_ARGUMENT", "BODY_TOO_LARGE")]
    public async Task Whatever_fails_in_the_host_has_the_envelope(string path, HttpStatusCode code, string status, string reason)
    {
        await using var host = await StartAsync();
        host.Log.Expect(line => path == "/broken" && line.Exception is InvalidDataException);

        var (response, error) = await SendAsync(host, HttpMethod.Get, path);

        AssertError(response, error, code, status, reason);
        Assert.Equal(path == "/busy" ? TimeSpan.FromSeconds(3) : null, response.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_allowed_origins_may_call_and_read_the_headers_and_others_may_not()
    {
        await using var host = await StartAsync(("Rest:AllowedOrigins:0", Page));
        await using var closed = await StartAsync();

        var allowed = await PreflightAsync(host, Page);
        var other = await PreflightAsync(host, "https://other.example.com");
        var byDefault = await PreflightAsync(closed, Page);
        using var failed = await SendFromPageAsync(host, "/v1/nothing");

        Assert.Equal([Page], allowed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(byDefault.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal([Page], failed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("ETag", failed.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/grpc-web-text", true)]
    public async Task Grpc_web_is_served_beside_rest(string type, bool isText)
    {
        await using var host = await StartAsync();
        byte[] empty = [0, 0, 0, 0, 0];
        using var content = new ByteArrayContent(isText ? "AAAAAAA="u8.ToArray() : empty);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        using var request = new HttpRequestMessage(HttpMethod.Post, GetStatus) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));

        using var response = await host.CreateHttpClient().SendAsync(request, Cancel);
        var body = await response.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.True(body.Length > empty.Length);
    }

    private static async Task<ServiceHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(s => s.Key, s => (string?)s.Value);
        all["Endpoints:Http"] = "http://127.0.0.1:0";
        var options = new ServiceHostOptions { Settings = all, Map = MapFailures };
        return await ServiceHost.StartAsync(options, Cancel);
    }

    private static void MapFailures(WebApplication app)
    {
        app.MapCallers<AnsweringMatching>();
        app.MapGet("/forbidden", context => Set(context, StatusCodes.Status403Forbidden));
        app.MapGet("/broken", _ => throw new InvalidDataException("secret"));
        app.MapGet("/busy", _ => throw Errors.Errors.ResourceExhausted("Too much.", TimeSpan.FromSeconds(2.2)));
        app.MapGet("/long", _ => throw new BadHttpRequestException("secret", StatusCodes.Status413PayloadTooLarge));
    }

    private static Task Set(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task<(HttpResponseMessage Response, string Body)> SendAsync(
        ServiceHost host,
        HttpMethod method,
        string path
    )
    {
        using var request = new HttpRequestMessage(method, path);
        var response = await host.CreateHttpClient().SendAsync(request, Cancel);
        return (response, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<HttpResponseMessage> PreflightAsync(ServiceHost host, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/status");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        return await host.CreateHttpClient().SendAsync(request, Cancel);
    }

    private static async Task<HttpResponseMessage> SendFromPageAsync(ServiceHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", Page);
        return await host.CreateHttpClient().SendAsync(request, Cancel);
    }

    private static void AssertError(HttpResponseMessage response, string body, HttpStatusCode code, string status, string reason)
    {
        Assert.Equal(code, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        Assert.Equal((int)code, error.GetProperty("code").GetInt32());
        Assert.Equal(status, error.GetProperty("status").GetString());
        Assert.Equal(reason, error.GetProperty("details")[0].GetProperty("reason").GetString());
    }
}
