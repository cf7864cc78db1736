using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.Testing;

/// <summary>What a test says about its host.</summary>
public sealed record ServiceHostOptions
{
    /// <summary>Registers the services under test: <c>b => b.AddCatalog()</c>.</summary>
    public Action<WebApplicationBuilder> Add { get; init; } = _ => { };

    /// <summary>Maps them: <c>a => a.MapCatalog()</c>.</summary>
    public Action<WebApplication> Map { get; init; } = _ => { };

    /// <summary>Configuration beyond the embedded one: servers, limits.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>A clock that the test moves. Null: the real one.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>
    /// Folder of the SQLite files, kept when the host ends, so that a second host can go on with it. Null: one of its own.
    /// </summary>
    public string? DataDirectory { get; init; }
}

/// <summary>
/// A host in the test's process, whole but for the socket: the same interceptors, SQLite in a folder of its own, in-memory bus
/// and cache unless configured otherwise. Disposing it fails the test if an error was logged.
/// </summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _ownDirectory;

    private ServiceHost(WebApplication app, ErrorLog log, string? ownDirectory)
    {
        _app = app;
        _ownDirectory = ownDirectory;
        Log = log;
        Channel = GrpcChannel.ForAddress(
            "http://localhost",
            new GrpcChannelOptions { HttpHandler = app.GetTestServer().CreateHandler() }
        );
    }

    /// <summary>To the host, as the local tenant.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>The host's container.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Warnings and errors of the host.</summary>
    public ErrorLog Log { get; }

    /// <summary>Starts a host.</summary>
    public static async Task<ServiceHost> StartAsync(ServiceHostOptions options, CancellationToken cancellationToken)
    {
        var own = options.DataDirectory is null ? Directory.CreateTempSubdirectory("careerrecs-test-").FullName : null;
        var log = new ErrorLog();
        var app = Build(options, options.DataDirectory ?? own!, log);
        try
        {
            await app.StartAsync(cancellationToken);
            return new ServiceHost(app, log, own);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls as another tenant, where no authentication is configured.</summary>
    public CallInvoker As(string tenant) =>
        Channel.Intercept(metadata =>
        {
            metadata.Add(CallerContext.TenantHeader, tenant);
            return metadata;
        });

    /// <summary>A plain HTTP client, for REST, health and metrics.</summary>
    public HttpClient CreateHttpClient() => _app.GetTestClient();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownDirectory is not null)
        {
            Directory.Delete(_ownDirectory, recursive: true);
        }
        Log.VerifyNoErrors();
    }

    private static WebApplication Build(ServiceHostOptions options, string directory, ErrorLog log)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder
            .Configuration.AddInMemoryCollection(
                new Dictionary<string, string?> { ["Database:Directory"] = directory, ["Database:MigrateOnStart"] = "true" }
            )
            .AddInMemoryCollection(options.Settings);
        builder.Logging.ClearProviders().AddProvider(log);
        if (options.Clock is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(options.Clock);
        }
        builder.WebHost.UseTestServer();
        builder.AddServiceDefaults();
        options.Add(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        options.Map(app);
        return app;
    }
}
