using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.V1;
using CareerRecs.LongRunning;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>
/// The whole catalog in this process, over SQLite in a folder of its own (or of a host before it), reached over gRPC.
/// </summary>
public sealed class CatalogTestHost : IAsyncDisposable
{
    private readonly ServiceHost _host;

    private CatalogTestHost(ServiceHost host)
    {
        _host = host;
        Catalog = new CatalogService.CatalogServiceClient(host.Channel);
        Versions = new VersionService.VersionServiceClient(host.Channel);
        Operations = new Operations.OperationsClient(host.Channel);
    }

    public CatalogService.CatalogServiceClient Catalog { get; }

    public VersionService.VersionServiceClient Versions { get; }

    public Operations.OperationsClient Operations { get; }

    public ErrorLog Log => _host.Log;

    /// <summary>A plain HTTP client, for REST.</summary>
    public HttpClient CreateHttpClient() => _host.CreateHttpClient();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A host that imports <see cref="TestImporter"/>'s files.</summary>
    public static Task<CatalogTestHost> StartAsync(string? directory = null, params (string Key, string Value)[] settings) =>
        StartAsync(
            directory,
            new Dictionary<ImportFormat, ImportFunction> { [ImportFormat.Onet] = TestImporter.Import },
            settings
        );

    /// <summary>A host that imports what the product imports.</summary>
    public static Task<CatalogTestHost> StartWithImportersAsync() => StartAsync(null, ImportFormats.All, []);

    private static async Task<CatalogTestHost> StartAsync(
        string? directory,
        IReadOnlyDictionary<ImportFormat, ImportFunction> importers,
        (string Key, string Value)[] settings
    )
    {
        var options = new ServiceHostOptions
        {
            Add = builder =>
            {
                builder.AddCatalog();
                builder.Services.Replace(ServiceDescriptor.Singleton(new Importers(importers)));
            },
            Map = app => app.MapCatalog(),
            Settings = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
            DataDirectory = directory,
        };
        return new CatalogTestHost(await ServiceHost.StartAsync(options, TestContext.Current.CancellationToken));
    }

    /// <summary>Metadata of a call for a tenant of its own; where no authentication is configured it may do everything.</summary>
    public static Metadata As(string tenant) => new() { { CallerContext.TenantHeader, tenant } };

    /// <summary>Imports entries as a draft of the tenant's catalog.</summary>
    public async Task<CatalogVersion> ImportAsync(
        Metadata caller,
        string catalog,
        string version,
        params IEnumerable<CatalogEntry> entries
    )
    {
        var file = TestImporter.File(entries);
        return (await Upload.SendAsync(this, caller, Upload.Header(catalog, version, file), file)).Version;
    }

    public async Task<ActivateVersionResponse> ActivateAsync(
        Metadata caller,
        string name,
        string reason = "",
        bool acceptFewerRoles = false
    ) =>
        await Versions.ActivateVersionAsync(
            new ActivateVersionRequest
            {
                Name = name,
                Reason = reason,
                AcceptFewerRoles = acceptFewerRoles,
            },
            caller,
            cancellationToken: TestContext.Current.CancellationToken
        );

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

/// <summary>One host for the tests that keep apart by tenant.</summary>
public sealed class SharedCatalogHost : IAsyncLifetime
{
    public CatalogTestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await CatalogTestHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
