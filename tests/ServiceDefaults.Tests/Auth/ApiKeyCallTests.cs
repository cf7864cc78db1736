using System.Net;
using System.Text;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.Testing;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class ApiKeyCallTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-keys-").FullName;
    private readonly TokenSigner _tokens = new();
    private readonly PresentedKey _key = PresentedKey.Create();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string KeysFile => Path.Combine(_folder, "keys.json");

    public ValueTask InitializeAsync()
    {
        Write(_key);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("x-api-key", "")]
    [InlineData("authorization", "ApiKey ")]
    [InlineData("authorization", "Bearer ")]
    public async Task A_key_is_a_tenant_with_scopes_by_grpc_and_rest(string header, string before)
    {
        await using var host = await StartAsync(withTokens: true);
        Assert.Equal("acme/none", await RoleAsync(host, header, $"{before}{_key}"));
        Assert.Equal(HttpStatusCode.OK, await RestAsync(host, header, $"{before}{_key}", "profiles.read"));
        Assert.Equal(HttpStatusCode.Forbidden, await RestAsync(host, header, $"{before}{_key}", "profiles.erase"));

        var wrong = $"{before}{_key with { Secret = PresentedKey.Create().Secret }}";
        var refused = await Assert.ThrowsAsync<RpcException>(() => RoleAsync(host, header, wrong));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await RestAsync(host, header, wrong, "profiles.read"));
    }

    [Fact]
    public async Task Tokens_are_taken_beside_keys()
    {
        await using var host = await StartAsync(withTokens: true);
        Assert.Equal("globex/none", await RoleAsync(host, "authorization", $"Bearer {_tokens.Sign("globex", "")}"));
    }

    [Fact]
    public async Task A_host_may_take_keys_alone()
    {
        await using var host = await StartAsync(withTokens: false);
        Assert.Equal("acme/none", await RoleAsync(host, "x-api-key", _key.ToString()));
        foreach (var token in new[] { "Bearer eyJ.eyJ.AAAA", "Basic YTpi" })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => RoleAsync(host, "authorization", token));
            Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_revoked_key_is_refused_while_the_host_runs()
    {
        await using var host = await StartAsync(withTokens: false);
        await RoleAsync(host, "x-api-key", _key.ToString());

        var next = PresentedKey.Create();
        Write(next);

        await UntilAsync(async () => await IsTakenAsync(host, next) && !await IsTakenAsync(host, _key));
    }

    [Fact]
    public async Task A_host_whose_keys_cannot_be_read_does_not_start()
    {
        await File.WriteAllTextAsync(KeysFile, "{}", Cancel);
        var refused = await Assert.ThrowsAsync<SettingException>(() => StartAsync(withTokens: false));
        Assert.StartsWith("Auth__KeysFile: ", refused.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _tokens.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> IsTakenAsync(ServiceHost host, PresentedKey key)
    {
        try
        {
            await RoleAsync(host, "x-api-key", key.ToString());
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unauthenticated)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<string> RoleAsync(ServiceHost host, string header, string value)
    {
        var answer = await new CatalogService.CatalogServiceClient(host.Channel).GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/builtin/roles/cook" },
            new Metadata { { header, value } },
            cancellationToken: Cancel
        );
        return answer.Role.Title;
    }

    /// <summary>Calls a method that needs the scope.</summary>
    private static async Task<HttpStatusCode> RestAsync(ServiceHost host, string header, string value, string scope)
    {
        using var http = host.CreateHttpClient();
        var erases = scope == "profiles.erase";
        using var request = new HttpRequestMessage(
            erases ? HttpMethod.Delete : HttpMethod.Post,
            new Uri(erases ? "v1/profiles/anna" : "v1/roles:recommend", UriKind.Relative)
        );
        if (!erases)
        {
            request.Content = new StringContent("""{"subject":{"profile":"profiles/anna"}}""", Encoding.UTF8, "application/json");
        }
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await http.SendAsync(request, Cancel);
        return response.StatusCode;
    }

    private void Write(PresentedKey key) =>
        new ApiKeyFile
        {
            Keys =
            [
                new ApiKey
                {
                    Prefix = key.Prefix,
                    Sha256 = Convert.ToHexStringLower(key.Hash()),
                    Tenant = "acme",
                    Scopes = [Scopes.ProfilesRead],
                    Expires = TimeProvider.System.GetUtcNow().AddDays(1),
                },
            ],
        }.Write(KeysFile);

    private async Task<ServiceHost> StartAsync(bool withTokens)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Auth:KeysFile"] = KeysFile,
            ["Endpoints:Http"] = "http://127.0.0.1:5199",
        };
        if (withTokens)
        {
            settings["Auth:JwksFile"] = await _tokens.WriteKeySetAsync(_folder, Cancel);
        }
        return await ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Map = app =>
                {
                    app.MapCallers<AnsweringMatching>();
                    app.MapCallers<AnsweringCatalog>();
                    app.MapCallers<AnsweringProfiles>();
                },
                Settings = settings,
            },
            Cancel
        );
    }
}
