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
    public async Task An_error_comes_with_its_details()
    {
        using var response = await _http.PostAsJsonAsync("/v1/roles:recommend", new { maxResults = 1000 }, Cancel);
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("max_results", error.GetProperty("details").GetRawText(), StringComparison.Ordinal);
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
