using System.Runtime.CompilerServices;
using CareerRecs.Catalog;
using CareerRecs.Cli.Shell;
using CareerRecs.ProfileMatching;
using CareerRecs.Salary;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Cli.Embedded;

/// <summary>
/// The three services in this process: loopback, SQLite in the data folder, bus and cache in memory. The same code as in
/// a cluster; only the configuration is other.
/// </summary>
public sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WarningsToStderr _log;

    private EmbeddedHost(WebApplication app, WarningsToStderr log, LoopbackAddresses addresses) =>
        (_app, _log, Address, Rest) = (app, log, addresses.Grpc, addresses.Rest);

    /// <summary>Where gRPC is answered.</summary>
    public Uri Address { get; }

    /// <summary>Where REST/JSON, health and metrics are answered. Null: nowhere.</summary>
    public Uri? Rest { get; }

    /// <summary>
    /// From here on warnings are shown too. A command that lives for a second does without: in one process the services
    /// may miss each other while they start, and what matters to the command shows in its answer.
    /// </summary>
    public void ShowWarnings() => _log.Least = LogLevel.Warning;

    /// <summary>Starts the services; returns when they answer.</summary>
    public static async Task<EmbeddedHost> StartAsync(
        DataDirectory directory,
        LoopbackAddresses addresses,
        Terminal terminal,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var migrated = new MigrationMarker(directory.Create());
        var log = new WarningsToStderr(terminal.Error);
        var app = Build(directory, addresses, log, migrate: !migrated.IsCurrent, settings);
        try
        {
            await app.StartAsync(cancellationToken);
            if (!migrated.IsCurrent)
            {
                migrated.Set();
            }

            return new EmbeddedHost(app, log, addresses);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await app.DisposeAsync();
            throw new CommandException($"port {addresses.Grpc.Port} is taken; give another --port");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Applies the missing migrations, one database after the other; nothing is served.</summary>
    public static async IAsyncEnumerable<string> MigrateAsync(
        DataDirectory directory,
        IReadOnlyDictionary<string, string?> settings,
        Terminal terminal,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var app = Build(
            directory.Create(),
            LoopbackAddresses.OnPorts(LoopbackAddresses.AnyPort),
            new WarningsToStderr(terminal.Error),
            migrate: false,
            settings
        );
        foreach (var migrator in app.Services.GetServices<IDatabaseMigrator>())
        {
            await migrator.MigrateAsync(cancellationToken);
            yield return migrator.Name;
        }
    }

    /// <summary>Runs work on the services' own parts; nothing is started or served.</summary>
    public static async Task<T> RunAsync<T>(
        DataDirectory directory,
        IReadOnlyDictionary<string, string?> settings,
        Terminal terminal,
        Func<IServiceProvider, Task<T>> work
    )
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var app = Build(
            directory.Create(),
            LoopbackAddresses.OnPorts(LoopbackAddresses.AnyPort),
            new WarningsToStderr(terminal.Error),
            migrate: false,
            settings
        );
        return await work(app.Services);
    }

    /// <summary>Lets calls under way end, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _log.Least = LogLevel.None;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(
        DataDirectory directory,
        LoopbackAddresses addresses,
        WarningsToStderr log,
        bool migrate,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = directory.Path });
        // No file and no variable of wherever the command happens to be run may change what it does.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Configuration(directory, addresses, migrate));
        if (settings is not null)
        {
            builder.Configuration.AddInMemoryCollection(settings);
        }

        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddProvider(log);
        // Ctrl-C is the command's; it ends the host when the command ends.
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.AddServiceDefaults();
        builder.AddCatalog();
        builder.AddMatching();
        builder.AddSalary();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapCatalog();
        app.MapMatching();
        app.MapSalary();
        return app;
    }

    private static Dictionary<string, string?> Configuration(DataDirectory directory, LoopbackAddresses addresses, bool migrate)
    {
        var grpc = addresses.Grpc.GetLeftPart(UriPartial.Authority);
        var isServing = addresses.Rest is not null;
        return new()
        {
            ["Database:Provider"] = "Sqlite",
            ["Database:Directory"] = directory.Path,
            ["Database:MigrateOnStart"] = migrate ? "true" : "false",
            ["Endpoints:Grpc"] = grpc,
            ["Endpoints:Http"] = addresses.Rest?.GetLeftPart(UriPartial.Authority) ?? "",
            ["Services:Catalog"] = grpc,
            ["Services:Matching"] = grpc,
            ["Services:Salary"] = grpc,
            // The first call of a process that has just started is slow, and here the salary service cannot be elsewhere.
            ["Matching:PayDeadline"] = "00:00:05",
            // For the same reason: a catalog is read from disk at its first question. Half of the command's deadline bounds it.
            ["Matching:BetterCatalogWait"] = "00:00:10",
            // A command that lives for one question loads what it asks; one that serves has all ready.
            ["Matching:LoadAtStart"] = isServing ? "true" : "false",
            ["Documents:StartAhead"] = isServing ? "true" : "false",
        };
    }

    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
