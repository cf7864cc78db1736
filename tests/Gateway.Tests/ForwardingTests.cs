using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Gateway.Tests;

[Collection(nameof(GatewayCollection))]
public sealed class ForwardingTests(GatewayFixture gateway)
{
    private const string PythonAndSql = """
        {"subject": {"inlineProfile": {"skills": [{"text": "Python"}, {"text": "SQL"}]}}, "maxResults": 3}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unary_calls_reach_each_service()
    {
        var catalog = new CatalogService.CatalogServiceClient(gateway.Channel);
        var matching = new MatchingService.MatchingServiceClient(gateway.Channel);
        var salary = new SalaryService.SalaryServiceClient(gateway.Channel);

        var role = await catalog.GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/builtin/roles/data-scientist" },
            cancellationToken: Cancel
        );
        var card = await matching.GetModelCardAsync(new GetModelCardRequest(), cancellationToken: Cancel);
        var models = await salary.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel);

        Assert.Equal("Data Scientist", role.Role.Title);
        Assert.NotNull(card);
        Assert.NotEmpty(models.Models);
    }

    [Fact]
    public async Task A_stream_arrives_whole()
    {
        var versions = new VersionService.VersionServiceClient(gateway.Channel);

        using var call = versions.StreamVersion(
            new StreamVersionRequest { Name = "catalogs/builtin/versions/2026.11" },
            cancellationToken: Cancel
        );
        var parts = await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel);

        Assert.True(parts.Count > 1);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task An_upload_by_gRPC_passes_and_its_refusal_comes_back()
    {
        var versions = new VersionService.VersionServiceClient(gateway.Channel);
        using var call = versions.ImportVersion(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ImportVersionRequest { Header = new ImportHeader() }, Cancel);
        await call.RequestStream.CompleteAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call);

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.NotNull(refused.GetRpcStatus());
    }

    [Theory]
    [InlineData("/v1/catalogs/builtin/roles/data-scientist", "role")]
    [InlineData("/v1/catalogs/builtin/roles/data-scientist:similar", "roles")]
    [InlineData("/v1/salaryModels", "models")]
    [InlineData("/v1/status", "services")]
    public async Task Rest_routes_reach_each_service(string path, string field)
    {
        var answer = await gateway.Http.GetFromJsonAsync<JsonElement>(path, Cancel);

        Assert.True(answer.TryGetProperty(field, out _), answer.ToString());
    }

    [Fact]
    public async Task A_body_and_an_error_pass_through()
    {
        using var good = new StringContent(PythonAndSql, System.Text.Encoding.UTF8, "application/json");
        using var bad = new StringContent("""{"nothing": 1}""", System.Text.Encoding.UTF8, "application/json");

        using var answer = await gateway.Http.PostAsync("/v1/roles:recommend", good, Cancel);
        using var refusal = await gateway.Http.PostAsync("/v1/roles:recommend", bad, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Contains("INVALID_FIELDS", await refusal.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line 7/0815%41", "line%207%2F0815%2541")]
    [InlineData("umlaut \u00e4", "umlaut%20%C3%A4")]
    public async Task An_external_id_keeps_its_escapes(string externalId, string segment)
    {
        var row = new { profiles = new[] { new { externalId } } };
        using var stored = await gateway.Http.PostAsJsonAsync("/v1/profiles:upsert", row, Cancel);

        var answer = await gateway.Http.GetFromJsonAsync<JsonElement>($"/v1/profiles/-/externalIds/{segment}", Cancel);

        Assert.Equal(externalId, answer.GetProperty("profile").GetProperty("externalId").GetString());
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "Skills\nPython, Docker")]
    [InlineData("text/html", "<h1>Skills</h1><p>Python</p>")]
    [InlineData("text/markdown", "# Skills\n\n- Python")]
    public async Task A_document_may_be_the_body_itself(string type, string text)
    {
        using var body = new StringContent(text);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        const string Query = "?catalog=catalogs/builtin&document.storeText=true&document.stated.yearsExperience=3";

        using var response = await gateway.Http.PostAsync($"/v1/skills:extract{Query}", body, Cancel);
        var answer = await response.Content.ReadAsStringAsync(Cancel);

        Assert.True(response.StatusCode == HttpStatusCode.OK, answer);
        Assert.Contains("catalogs/builtin/skills/python", answer, StringComparison.Ordinal);
        Assert.Contains(DocumentFormatOf(type), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_set_as_the_body_itself()
    {
        using var stored = await gateway.Http.PostAsJsonAsync(
            "/v1/profiles:upsert",
            new { profiles = new[] { new { externalId = "raw" } } },
            Cancel
        );
        using var body = new StringContent("Skills\nPython, Docker");
        using var stale = new HttpRequestMessage(HttpMethod.Post, "/v1/profiles/-/externalIds/raw:setDocument");
        stale.Content = new StringContent("Skills\nPython");
        stale.Headers.IfMatch.Add(new EntityTagHeaderValue("\"no-such\""));

        using var set = await gateway.Http.PostAsync("/v1/profiles/-/externalIds/raw:setDocument", body, Cancel);
        using var conflict = await gateway.Http.SendAsync(stale, Cancel);

        Assert.Contains("Python", await set.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "?document.format=DOCUMENT_FORMAT_PDF", HttpStatusCode.BadRequest, "document.format")]
    [InlineData("text/plain", "?nothing=1", HttpStatusCode.BadRequest, "nothing")]
    [InlineData("image/png", "", HttpStatusCode.UnsupportedMediaType, "application/pdf")]
    public async Task What_a_raw_document_cannot_be_sent_with_is_refused(
        string type,
        string query,
        HttpStatusCode status,
        string named
    )
    {
        using var body = new StringContent("Python");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await gateway.Http.PostAsync($"/v1/skills:extract{query}", body, Cancel);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/profiles:upsert", 5, "4 MiB")]
    [InlineData("/v1/skills:extract", 12, "11 MiB")]
    public async Task A_body_over_the_limit_of_its_method_is_refused(string path, int mebibytes, string named)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(new byte[mebibytes << 20]);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true;

        using var response = await gateway.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_the_limit_of_its_method_is_refused()
    {
        var profiles = new ProfileService.ProfileServiceClient(gateway.Channel);
        var matching = new MatchingService.MatchingServiceClient(gateway.Channel);
        var rows = new UpsertProfilesRequest { Profiles = { new Profile { ExternalId = new string('x', 5 << 20) } } };
        var document = new Document { Content = Google.Protobuf.ByteString.CopyFrom(new byte[12 << 20]) };

        var small = await Assert.ThrowsAsync<RpcException>(async () =>
            await profiles.UpsertProfilesAsync(rows, cancellationToken: Cancel)
        );
        var large = await Assert.ThrowsAsync<RpcException>(async () =>
            await matching.ExtractSkillsAsync(new ExtractSkillsRequest { Document = document }, cancellationToken: Cancel)
        );

        Assert.Equal((StatusCode.ResourceExhausted, StatusCode.ResourceExhausted), (small.StatusCode, large.StatusCode));
        Assert.Contains("4 MiB", small.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("11 MiB", large.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("BODY_TOO_LARGE", small.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason);
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", HttpStatusCode.NotFound, "UNKNOWN_ROUTE")]
    [InlineData("GET", "/v1/catalogs/builtin/nothing/x", HttpStatusCode.NotFound, "UNKNOWN_ROUTE")]
    [InlineData("DELETE", "/v1/salaryModels", HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED")]
    [InlineData("DELETE", "/v1/catalogs/builtin/roles/x", HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED")]
    public async Task What_the_contract_does_not_serve_is_refused_in_the_envelope(
        string method,
        string path,
        HttpStatusCode status,
        string reason
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await gateway.Http.SendAsync(request, Cancel);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.MethodNotAllowed, response.Content.Headers.Allow.Contains("GET"));
    }

    [Fact]
    public async Task An_unknown_gRPC_method_is_unimplemented()
    {
        var method = new Method<GetStatusRequest, GetStatusResponse>(
            MethodType.Unary,
            "careerrecs.nothing.v1.NothingService",
            "Do",
            Marshallers.Create(_ => [], _ => new GetStatusRequest()),
            Marshallers.Create(_ => [], _ => new GetStatusResponse())
        );
        var call = gateway.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, new GetStatusRequest());

        Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
    }

    [Fact]
    public async Task Status_is_that_of_the_gateway_and_of_what_it_calls()
    {
        await gateway.Http.GetStringAsync("/v1/salaryModels", Cancel);

        var status = await new StatusService.StatusServiceClient(gateway.Channel).GetStatusAsync(
            new GetStatusRequest(),
            cancellationToken: Cancel
        );

        Assert.Equal(["gateway"], status.Services);
        Assert.Equal(["catalog", "matching", "salary"], status.Dependencies.Select(d => d.Name));
        Assert.Contains("answered", status.Dependencies[2].Detail, StringComparison.Ordinal);
    }

    private static string DocumentFormatOf(string type) =>
        $"DOCUMENT_FORMAT_{type.Split('/', ';')[1].Replace("plain", "text", StringComparison.Ordinal).ToUpperInvariant()}";

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/docs/")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task The_gateway_serves_the_contract_and_its_health(string path) =>
        Assert.NotEmpty(await gateway.Http.GetStringAsync(path, Cancel));
}
