using CareerRecs.ServiceDefaults;
using CareerRecs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Gateway.Tests;

/// <summary>A host in the test's process on sockets of its own: gRPC, and REST if asked for.</summary>
public sealed class ListeningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private ListeningHost(WebApplication app, string folder, ErrorLog log) => (_app, _folder, Log) = (app, folder, log);

    /// <summary>Warnings and errors of the host.</summary>
    public ErrorLog Log { get; }

    /// <summary>Where gRPC is answered.</summary>
    public Uri Grpc => new(_app.Urls.First());

    /// <summary>Where REST is answered.</summary>
    public Uri Rest => new(_app.Urls.Last());

    /// <summary>Starts a service.</summary>
    public static Task<ListeningHost> StartServiceAsync(
        Action<WebApplicationBuilder> add,
        Action<WebApplication> map,
        params (string Key, string Value)[] settings
    ) =>
        StartAsync(
            builder =>
            {
                builder.AddServiceDefaults();
                add(builder);
            },
            map,
            settings
        );

    /// <summary>Starts a gateway in front of three addresses.</summary>
    public static Task<ListeningHost> StartGatewayAsync(
        string catalog,
        Uri matching,
        Uri salary,
        params (string Key, string Value)[] settings
    ) =>
        StartAsync(
            builder =>
            {
                builder.AddEdgeDefaults();
                builder.AddGateway();
            },
            app => app.MapGateway(),
            [
                ("Gateway:Catalog", catalog),
                ("Gateway:Matching", matching.OriginalString),
                ("Gateway:Salary", salary.OriginalString),
                .. settings,
            ]
        );

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        Log.VerifyNoErrors();
    }

    private static async Task<ListeningHost> StartAsync(
        Action<WebApplicationBuilder> add,
        Action<WebApplication> map,
        (string Key, string Value)[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("careerrecs-gateway-").FullName;
        var log = new ErrorLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        var own = settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
        own["Database:Directory"] = folder;
        own["Database:MigrateOnStart"] = "true";
        own["Endpoints:Grpc"] = "http://127.0.0.1:0";
        own["Endpoints:Http"] = "http://127.0.0.1:0";
        builder.Configuration.AddInMemoryCollection(own);
        builder.Logging.ClearProviders().AddProvider(log);
        add(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        map(app);
        await app.StartAsync();
        return new ListeningHost(app, folder, log);
    }
}
