using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>The examples of the OpenAPI document, sent as it shows them.</summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class ExampleTests(EmbeddedFixture embedded) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = embedded.Rest };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    /// <summary>
    /// An example may name something that is not there, or be made when the state does not allow it; it is never malformed.
    /// </summary>
    [Fact]
    public async Task An_example_is_answered_or_refused_for_what_is_there_and_never_for_its_form()
    {
        var contract = JsonNode.Parse(await _http.GetStringAsync("/openapi.json", Cancel))!;
        var answered = 0;
        var refused = new List<string>();
        foreach (var (template, verbs) in contract["paths"]!.AsObject())
        {
            foreach (var (verb, operation) in verbs!.AsObject())
            {
                if (Make(template, verb, operation!.AsObject()) is not { } request)
                {
                    continue;
                }

                using (request)
                using (var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel))
                {
                    answered += response.IsSuccessStatusCode ? 1 : 0;
                    if (response.StatusCode is HttpStatusCode.InternalServerError || await IsMalformedAsync(response))
                    {
                        refused.Add($"{operation["operationId"]}: {await response.Content.ReadAsStringAsync(Cancel)}");
                    }
                }
            }
        }

        Assert.Empty(refused);
        Assert.True(answered > 40, $"Only {answered} examples were answered.");
    }

    /// <summary>The request of an operation; null if the example has no value for a place of this way to the method.</summary>
    private static HttpRequestMessage? Make(string template, string verb, JsonObject operation)
    {
        var (path, query) = (template, new List<string>());
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var (name, isPlace) = (parameter!["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>() == "path");
            if (parameter["example"] is not { } example)
            {
                if (isPlace)
                {
                    return null;
                }
            }
            else if (isPlace)
            {
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(Text(example)), StringComparison.Ordinal);
            }
            else
            {
                var values = example is JsonArray many ? many.Select(v => v!) : [example];
                query.AddRange(values.Select(v => $"{name}={Uri.EscapeDataString(Text(v))}"));
            }
        }

        var address = query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path;
        var request = new HttpRequestMessage(new HttpMethod(verb.ToUpperInvariant()), address);
        if (operation["requestBody"]?["content"]?["application/json"]?["example"] is { } body)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static string Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static async Task<bool> IsMalformedAsync(HttpResponseMessage response)
    {
        if (response.StatusCode is not HttpStatusCode.BadRequest)
        {
            return false;
        }

        var answer = await response.Content.ReadAsStringAsync(Cancel);
        return answer.Contains("INVALID_FIELDS", StringComparison.Ordinal)
            || answer.Contains("BAD_REQUEST", StringComparison.Ordinal);
    }
}
