using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Xunit;

namespace CareerRecs.Testing.Rest;

/// <summary>Sends random REST requests, good and bad: each gets an answer or a refusal with a reason.</summary>
public static class RestMutations
{
    private const int Seed = 20261130;

    /// <summary>Requests a route; <c>CAREERRECS_REST_MUTATIONS</c> asks for another number.</summary>
    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("CAREERRECS_REST_MUTATIONS"), CultureInfo.InvariantCulture, out var count)
            ? count
            : 1000;

    /// <summary>Sends the requests of every route of a service and fails with the first that is not answered so.</summary>
    public static async Task AssertAnsweredAsync(
        HttpClient client,
        ServiceDescriptor service,
        CancellationToken cancellationToken
    )
    {
        var random = new Random(Seed);
        foreach (var route in RestBinding.Of(service))
        {
            for (var i = 0; i < Count; i++)
            {
                using var request = Create(route, random);
                using var response = await client.SendAsync(request, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                AssertAnswered($"{route.Verb} {request.RequestUri}", (int)response.StatusCode, text);
            }
        }
    }

    private static void AssertAnswered(string request, int status, string text)
    {
        Assert.True(status < 500, $"{request}: {status} {text}");
        if (status is (>= 200 and < 300) or 304)
        {
            return;
        }

        var error = JsonDocument.Parse(text).RootElement.GetProperty("error");
        Assert.Equal(status, error.GetProperty("code").GetInt32());
        Assert.NotEqual("", error.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    private static HttpRequestMessage Create(RestBinding route, Random random)
    {
        var path = SampleRequests.Path(route.Pattern) + Query(route, random);
        var request = new HttpRequestMessage(new HttpMethod(route.Verb), new Uri(path, UriKind.Relative));
        if (route.Method.IsClientStreaming)
        {
            request.Content = UploadMutations.Create(route.Method, random);
        }
        else if (route.Rule.Body.Length > 0)
        {
            var type =
                route.Rule.Body == "*"
                    ? route.Method.InputType
                    : route.Method.InputType.FindFieldByName(route.Rule.Body).MessageType;
            request.Content = new ByteArrayContent(JsonMutation.Mutate(SampleRequests.Create(type, random), random));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(
                random.Next(20) == 0 ? "text/plain" : "application/json"
            );
        }
        if (random.Next(5) == 0)
        {
            request.Headers.TryAddWithoutValidation("If-Match", JsonMutation.Value(random));
        }
        return request;
    }

    private static string Query(RestBinding route, Random random)
    {
        if (random.Next(3) == 0 && route.Rule.Body.Length > 0)
        {
            return "";
        }
        if (route.Method.IsClientStreaming)
        {
            var chosen = UploadMutations.ChooseField(route.Method, random);
            return $"?{chosen.JsonName}={Uri.EscapeDataString(JsonMutation.Value(random).Trim('"'))}";
        }
        var fields = route.Method.InputType.Fields.InDeclarationOrder();
        if (fields.Count == 0)
        {
            return "";
        }
        var field = fields[random.Next(fields.Count)];
        var name = random.Next(4) == 0 ? field.Name + "." + fields[0].Name : field.JsonName;
        return $"?{name}={Uri.EscapeDataString(JsonMutation.Value(random).Trim('"'))}";
    }
}
