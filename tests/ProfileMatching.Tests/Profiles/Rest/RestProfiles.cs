using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Rest;

/// <summary>Profiles by REST, on a host in this process.</summary>
internal sealed class RestProfiles : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Http = new() { ["Endpoints:Http"] = "http://127.0.0.1:0" };

    private RestProfiles(ProfileHost host)
    {
        Host = host;
        Client = host.CreateHttpClient();
    }

    public ProfileHost Host { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RestProfiles> StartAsync() => new(await ProfileHost.StartAsync(Http));

    public async Task<RestResult> SendAsync(
        string method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Client.SendAsync(request, Cancel);
        return new RestResult(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ETag?.ToString(),
            await response.Content.ReadAsStringAsync(Cancel)
        );
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>An answer by REST.</summary>
internal sealed record RestResult(int Status, string? MediaType, string? Etag, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Error => Json.GetProperty("error");

    /// <summary>Reason of the error's <c>ErrorInfo</c>.</summary>
    public string Reason => Error.GetProperty("details")[0].GetProperty("reason").GetString()!;

    /// <summary>Paths of the fields that were refused.</summary>
    public IReadOnlyList<string> Fields =>
        [
            .. Error
                .GetProperty("details")
                .EnumerateArray()
                .Where(d => d.TryGetProperty("fieldViolations", out _))
                .SelectMany(d => d.GetProperty("fieldViolations").EnumerateArray())
                .Select(v => v.GetProperty("field").GetString()!),
        ];
}
