using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Testing;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

/// <summary>Operations of callers with tokens: whose they are, and which scopes they need.</summary>
public sealed class OperationAccessTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TokenSigner _tokens = new();
    private CatalogTestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await CatalogTestHost.StartAsync(
            _folder.Path,
            ("Auth:JwksFile", await _tokens.WriteKeySetAsync(_folder.Path, Cancel)),
            ("Endpoints:Http", "http://127.0.0.1:5199")
        );

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _tokens.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_tenant_finds_none_of_anothers_operations()
    {
        var hers = _tokens.Headers("hers", "catalog.write");
        var his = _tokens.Headers("his", "catalog.write operator");
        var name = await StartAsync(hers, TestImporter.Endless);

        var calls = new Func<Metadata, Task>[]
        {
            async caller =>
                await _host.Operations.GetOperationAsync(
                    new GetOperationRequest { Name = name },
                    caller,
                    cancellationToken: Cancel
                ),
            async caller =>
                await _host.Operations.WaitOperationAsync(
                    new WaitOperationRequest { Name = name },
                    caller,
                    cancellationToken: Cancel
                ),
            async caller =>
                await _host.Operations.CancelOperationAsync(
                    new CancelOperationRequest { Name = name },
                    caller,
                    cancellationToken: Cancel
                ),
            async caller =>
                await _host.Operations.DeleteOperationAsync(
                    new DeleteOperationRequest { Name = name },
                    caller,
                    cancellationToken: Cancel
                ),
        };
        foreach (var call in calls)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => call(his));
            Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        }
        var listed = await _host.Operations.ListOperationsAsync(
            new ListOperationsRequest { Name = "operations" },
            his,
            cancellationToken: Cancel
        );
        Assert.Empty(listed.Operations);

        var mine = await _host.Operations.GetOperationAsync(
            new GetOperationRequest { Name = name },
            hers,
            cancellationToken: Cancel
        );
        Assert.False(mine.Done);
        await _host.Operations.CancelOperationAsync(new CancelOperationRequest { Name = name }, hers, cancellationToken: Cancel);
        var ended = await _host.Operations.WaitOperationAsync(
            new WaitOperationRequest { Name = name },
            hers,
            cancellationToken: Cancel
        );
        Assert.Equal((int)StatusCode.Cancelled, ended.Error.Code);
    }

    [Fact]
    public async Task Stopping_an_import_needs_the_scope_of_starting_it_and_seeing_it_does_not()
    {
        var writer = _tokens.Headers("acme", "catalog.write");
        var reader = _tokens.Headers("acme", "catalog.read");
        var name = await StartAsync(writer, TestImporter.Endless);

        Assert.False(
            (
                await _host.Operations.GetOperationAsync(
                    new GetOperationRequest { Name = name },
                    reader,
                    cancellationToken: Cancel
                )
            ).Done
        );
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await _host.Operations.CancelOperationAsync(
                new CancelOperationRequest { Name = name },
                reader,
                cancellationToken: Cancel
            )
        );
        var kept = await Assert.ThrowsAsync<RpcException>(async () =>
            await _host.Operations.DeleteOperationAsync(
                new DeleteOperationRequest { Name = name },
                reader,
                cancellationToken: Cancel
            )
        );
        var start = await Assert.ThrowsAsync<RpcException>(() => StartAsync(reader, "1"));
        var stranger = await Assert.ThrowsAsync<RpcException>(async () =>
            await _host.Operations.GetOperationAsync(new GetOperationRequest { Name = name }, cancellationToken: Cancel)
        );

        Assert.All([refused, kept, start], e => Assert.Equal(StatusCode.PermissionDenied, e.StatusCode));
        Assert.Equal("catalog.write", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["scope"]);
        Assert.Equal(StatusCode.Unauthenticated, stranger.StatusCode);
        await _host.Operations.CancelOperationAsync(
            new CancelOperationRequest { Name = name },
            writer,
            cancellationToken: Cancel
        );
    }

    [Fact]
    public async Task A_file_by_rest_is_imported_as_an_operation_that_is_waited_for()
    {
        var file = TestImporter.File(Sample.Catalog("acme", "cook"));
        const string path =
            "v1/catalogs/acme/versions:import?format=IMPORT_FORMAT_ONET&fileName=x.zip&versionId=7&asOperation=true";

        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        var started = await SendAsync(HttpMethod.Post, path, "acme", content);
        var name = started.GetProperty("operation").GetString();
        Assert.StartsWith("operations/catalog/", name, StringComparison.Ordinal);
        Assert.False(started.TryGetProperty("version", out var version) && version.ValueKind != JsonValueKind.Null);

        var wait = new WaitOperationRequest { Name = name };
        await _host.Operations.WaitOperationAsync(wait, _tokens.Headers("acme", "catalog.read"), cancellationToken: Cancel);
        var ended = await SendAsync(HttpMethod.Get, $"v1/{name}", "acme");

        Assert.True(ended.GetProperty("done").GetBoolean());
        Assert.Equal(
            "catalogs/acme/versions/7",
            ended.GetProperty("response").GetProperty("version").GetProperty("name").GetString()
        );
        Assert.Equal($"{file.Length}", ended.GetProperty("metadata").GetProperty("bytesRead").GetString());
        Assert.Equal($"{file.Length}", ended.GetProperty("metadata").GetProperty("sizeBytes").GetString());
        var stored = await SendAsync(HttpMethod.Get, "v1/catalogs/acme/versions/7", "acme");
        Assert.Equal(1, stored.GetProperty("version").GetProperty("roleCount").GetInt32());

        using var http = _host.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", _tokens.Sign("another", "catalog.write"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"v1/{name}", UriKind.Relative), Cancel)).StatusCode);
    }

    private async Task<JsonElement> SendAsync(HttpMethod verb, string path, string tenant, HttpContent? content = null)
    {
        using var http = _host.CreateHttpClient();
        using var request = new HttpRequestMessage(verb, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new("Bearer", _tokens.Sign(tenant, "catalog.write catalog.read"));
        using var response = await http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<string> StartAsync(Metadata caller, string version)
    {
        var file = TestImporter.File(Sample.Catalog("acme", "cook"));
        var header = Upload.Header("acme", version, file);
        header.AsOperation = true;
        return (await Upload.SendAsync(_host, caller, header, file)).Operation;
    }
}
