using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Testing;
using CareerRecs.Types.V1;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class RightsTests : IAsyncLifetime
{
    private const string StoredPerson = "profiles/anna";

    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-rights-").FullName;
    private readonly TokenSigner _tokens = new();
    private ServiceHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Map = app =>
                {
                    app.MapCallers<AnsweringMatching>();
                    app.MapCallers<AnsweringPaths>();
                    app.MapCallers<AnsweringCatalog>();
                    app.MapCallers<AnsweringVersions>();
                },
                Settings = new Dictionary<string, string?>
                {
                    ["Auth:JwksFile"] = await _tokens.WriteKeySetAsync(_folder, Cancel),
                    ["Endpoints:Http"] = "http://127.0.0.1:5199",
                },
                DataDirectory = _folder,
            },
            Cancel
        );

    [Fact]
    public async Task A_token_without_scopes_asks_with_inline_profiles()
    {
        await RecommendAsync("", new Subject { InlineProfile = new Profile() });
        Assert.Equal(HttpStatusCode.OK, (await RestAsync("", "v1/roles:recommend", """{"subject":{"inlineProfile":{}}}""")).Code);
    }

    [Fact]
    public async Task A_stored_profile_needs_its_scope_by_grpc_and_by_rest()
    {
        var stored = new Subject { Profile = StoredPerson };
        AssertMissing("profiles.read", await Assert.ThrowsAsync<RpcException>(() => RecommendAsync("", stored)));
        await RecommendAsync("profiles.read", stored);

        var body = $$$"""{"subject":{"profile":"{{{StoredPerson}}}"}}""";
        var refused = await RestAsync("profiles.write", "v1/roles:recommend", body);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Code);
        Assert.Contains("MISSING_SCOPE", refused.Body, StringComparison.Ordinal);
        Assert.Contains("profiles.read", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await RestAsync("profiles.read", "v1/roles:recommend", body)).Code);
    }

    [Fact]
    public async Task An_upload_by_rest_needs_the_scope_of_its_method()
    {
        const string Path = "v1/catalogs/acme/versions:import?format=IMPORT_FORMAT_CSV&fileName=x.csv";

        var refused = await RestAsync("catalog.read", Path, "file", "text/csv");
        var answered = await RestAsync("catalog.write", Path, "file", "text/csv");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.Code, answered.Code));
        Assert.Contains("MISSING_SCOPE", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_profile_needs_its_scope_at_any_depth()
    {
        var paths = new CareerPathService.CareerPathServiceClient(_host.Channel);
        var start = new StartingPoint { Subject = new Subject { Profile = StoredPerson } };
        var many = new AnalyzePopulationRequest
        {
            Subjects =
            {
                new Subject { InlineProfile = new Profile() },
                new Subject { Profile = StoredPerson },
            },
        };

        AssertMissing(
            "profiles.read",
            await Assert.ThrowsAsync<RpcException>(async () =>
                await paths.SuggestMovesAsync(new SuggestMovesRequest { From = start }, Headers(""), cancellationToken: Cancel)
            )
        );
        AssertMissing(
            "profiles.read",
            await Assert.ThrowsAsync<RpcException>(async () =>
                await paths.AnalyzePopulationAsync(many, Headers(""), cancellationToken: Cancel)
            )
        );
        await paths.AnalyzePopulationAsync(many, Headers("profiles.read"), cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_token_that_names_a_read_scope_reads_nothing_else()
    {
        var inline = new Subject { InlineProfile = new Profile() };
        AssertMissing("matching.read", await Assert.ThrowsAsync<RpcException>(() => RecommendAsync("salary.read", inline)));
        await RecommendAsync("matching.read", inline);
    }

    [Fact]
    public async Task Writing_a_catalog_needs_one_of_two_scopes_before_the_stream_is_read()
    {
        AssertMissing("catalog.write", await Assert.ThrowsAsync<RpcException>(() => ImportAsync("profiles.write")));
        await ImportAsync("catalog.write");
        await ImportAsync("operator");
    }

    [Fact]
    public async Task A_service_reads_for_the_named_tenant_and_never_writes()
    {
        Assert.Equal("globex/internal.read", await ReadRoleAsync("internal.read operator", forTenant: "globex"));
        Assert.Equal("acme/none", await ReadRoleAsync("operator", forTenant: "globex"));
        AssertMissing("catalog.write", await Assert.ThrowsAsync<RpcException>(() => ImportAsync("internal.read")));
    }

    [Fact]
    public async Task Any_token_sees_the_status()
    {
        var status = new StatusService.StatusServiceClient(_host.Channel);
        await status.GetStatusAsync(new GetStatusRequest(), Headers("salary.read"), cancellationToken: Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _tokens.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void AssertMissing(string scope, RpcException refused)
    {
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        Assert.Contains($"'{scope}'", refused.Status.Detail, StringComparison.Ordinal);
        var info = refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal(("MISSING_SCOPE", scope), (info.Reason, info.Metadata["scope"]));
    }

    private Metadata Headers(string scope) => _tokens.Headers("acme", scope);

    private async Task RecommendAsync(string scope, Subject subject) =>
        await new MatchingService.MatchingServiceClient(_host.Channel).RecommendRolesAsync(
            new RecommendRolesRequest { Subject = subject },
            Headers(scope),
            cancellationToken: Cancel
        );

    private async Task<string> ReadRoleAsync(string scope, string forTenant)
    {
        var headers = Headers(scope);
        headers.Add(CallerContext.TenantHeader, forTenant);
        var answer = await new CatalogService.CatalogServiceClient(_host.Channel).GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/builtin/roles/cook" },
            headers,
            cancellationToken: Cancel
        );
        return answer.Role.Title;
    }

    private async Task ImportAsync(string scope)
    {
        using var call = new VersionService.VersionServiceClient(_host.Channel).ImportVersion(
            Headers(scope),
            cancellationToken: Cancel
        );
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    private async Task<(HttpStatusCode Code, string Body)> RestAsync(
        string scope,
        string path,
        string body,
        string type = "application/json"
    )
    {
        using var http = _host.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.Sign("acme", scope));
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }
}
