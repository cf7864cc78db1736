using System.Net;
using System.Net.Http.Headers;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Uploads;
using CareerRecs.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Rest.Uploads;

/// <summary>A host that takes uploads by REST, and requests to it.</summary>
internal sealed class UploadHost(ServiceHost host, ReceivedUploads received) : IAsyncDisposable
{
    public const string Route = "/v1/catalogs/acme/versions:import";
    public const string Query = "?format=IMPORT_FORMAT_CSV&fileName=roles.csv";

    private readonly HttpClient _client = host.CreateHttpClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ReceivedUploads Received => received;

    public UploadReceiver Receiver => host.Services.GetRequiredService<UploadReceiver>();

    public VersionService.VersionServiceClient Versions(string tenant) => new(host.As(tenant));

    public static Task<UploadHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    public static async Task<UploadHost> StartAsync(FakeTimeProvider? clock, params (string Key, string Value)[] settings)
    {
        var received = new ReceivedUploads();
        var options = new ServiceHostOptions
        {
            Add = builder =>
            {
                builder.AddUploads();
                builder.Services.AddSingleton(received);
            },
            Map = app => app.MapCallers<ReceivingVersions>(),
            Clock = clock,
            Settings = settings
                .Append(("Endpoints:Http", "http://127.0.0.1:5199"))
                .ToDictionary(s => s.Item1, s => (string?)s.Item2, StringComparer.Ordinal),
        };
        return new UploadHost(await ServiceHost.StartAsync(options, Cancel), received);
    }

    public static ByteArrayContent Body(byte[] bytes, string type)
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return body;
    }

    public static MultipartFormDataContent Form(string header, byte[] file, string name = "roles.csv") =>
        new() { { new StringContent(header), "header" }, { new ByteArrayContent(file), "file", name } };

    public async Task<(HttpStatusCode Code, string Text, HttpResponseMessage Response)> SendAsync(
        HttpContent body,
        string path = Route + Query,
        string tenant = "local",
        CancellationToken? cancellationToken = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Add(CallerContext.TenantHeader, tenant);
        var response = await _client.SendAsync(request, cancellationToken ?? Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel), response);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await host.DisposeAsync();
    }
}
