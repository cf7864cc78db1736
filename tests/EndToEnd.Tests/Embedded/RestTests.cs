using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>The same contract as REST/JSON.</summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class RestTests(EmbeddedFixture embedded) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = embedded.Rest };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_resource_is_read_by_its_name()
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>("/v1/catalogs/builtin/roles/data-scientist", Cancel);

        Assert.Equal("Data Scientist", answer.GetProperty("role").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Roles_are_recommended()
    {
        var question = new
        {
            subject = new { inlineProfile = new { skills = new[] { new { text = "Python" }, new { text = "SQL" } } } },
            maxResults = 3,
        };

        using var response = await _http.PostAsJsonAsync("/v1/roles:recommend", question, Cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(3, answer.GetProperty("recommendations").GetArrayLength());
    }

    [Fact]
    public async Task The_contract_is_served_and_its_page_talks_to_this_host_alone()
    {
        var contract = await _http.GetFromJsonAsync<JsonElement>("/openapi.json", Cancel);
        var page = await _http.GetStringAsync("/docs/", Cancel);

        Assert.True(contract.GetProperty("paths").TryGetProperty("/v1/profiles/{profile}", out _));
        Assert.Contains("\"telemetry\":false", page, StringComparison.Ordinal);
        Assert.Contains("\"agent\":{\"disabled\":true}", page, StringComparison.Ordinal);
        Assert.Contains("\"withDefaultFonts\":false", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_lines_of_JSON()
    {
        using var response = await _http.GetAsync(
            "/v1/catalogs/builtin/versions/2026.11:stream",
            HttpCompletionOption.ResponseHeadersRead,
            Cancel
        );

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("line 7/0815%41", "line%207%2F0815%2541")]
    [InlineData("line 7/0815%41", "line%207%252F0815%252541")]
    public async Task An_external_id_is_found_however_often_its_url_was_escaped(string externalId, string segment)
    {
        var row = new { profiles = new[] { new { externalId } } };
        using var stored = await _http.PostAsJsonAsync("/v1/profiles:upsert", row, Cancel);

        var answer = await _http.GetFromJsonAsync<JsonElement>($"/v1/profiles/-/externalIds/{segment}", Cancel);

        Assert.Equal(externalId, answer.GetProperty("profile").GetProperty("externalId").GetString());
    }

    [Fact]
    public async Task An_error_comes_with_its_details()
    {
        using var response = await _http.PostAsJsonAsync("/v1/roles:recommend", new { maxResults = 1000 }, Cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var error = answer.GetProperty("error");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("INVALID_ARGUMENT", error.GetProperty("status").GetString());
        Assert.Contains("max_results", error.GetProperty("details").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_in_the_envelope()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/roles:recommend");
        request.Content = new ByteArrayContent(new byte[12 << 20]);
        request.Content.Headers.ContentType = new("application/json");
        // Otherwise the client may still be sending when the host has refused and closed the connection.
        request.Headers.ExpectContinue = true;

        using var response = await _http.SendAsync(request, Cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(413, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_type_is_refused_in_the_envelope()
    {
        using var content = new StringContent("<subject/>", System.Text.Encoding.UTF8, "application/xml");

        using var response = await _http.PostAsync("/v1/roles:recommend", content, Cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(415, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_stream_is_sent_as_lines_and_its_failure_in_the_envelope()
    {
        using var good = await _http.GetAsync("/v1/catalogs/builtin:activeVersion", Cancel);
        var version = (await good.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("version").GetProperty("name");

        var lines = (await _http.GetStringAsync($"/v1/{version.GetString()}:stream", Cancel)).Split('\n');
        using var failed = await _http.GetAsync("/v1/catalogs/builtin/versions/nothing:stream", Cancel);
        var answer = await failed.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.True(lines.Length > 1);
        Assert.Equal(HttpStatusCode.NotFound, failed.StatusCode);
        Assert.Equal("NOT_FOUND", answer.GetProperty("error").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_host_that_listens_is_alive()
    {
        using var response = await _http.GetAsync("/healthz/live", Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    // A host listens before its snapshots are compiled; until then it is not ready, however long that takes on a busy machine.
    [Fact]
    public Task A_host_becomes_ready() =>
        Eventually.IsSoAsync(
            "the host is ready",
            async () =>
            {
                using var response = await _http.GetAsync("/healthz/ready", Cancel);
                return response.StatusCode == HttpStatusCode.OK;
            }
        );
}
