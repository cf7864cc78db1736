using System.Globalization;
using CareerRecs.LoadTest.Servers;

namespace CareerRecs.LoadTest.Overload;

/// <summary>The services as processes, and matching once more, which refuses all but one recommendation a second.</summary>
internal sealed class OverloadCluster(string directory) : IAsyncDisposable
{
    private readonly List<ServerProcess> _servers = [];

    public ServerProcess Matching { get; private set; } = null!;

    /// <summary>Matching that refuses all but one recommendation a second.</summary>
    public ServerProcess Refusing { get; private set; } = null!;

    public static async Task<OverloadCluster> StartAsync(int units, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("careerrecs-overload-").FullName;
        var cluster = new OverloadCluster(directory);
        var (catalog, matching, salary) = (ServerProcess.FreePort(), ServerProcess.FreePort(), ServerProcess.FreePort());
        var settings = new Dictionary<string, string>
        {
            ["Database__Directory"] = directory,
            ["Database__MigrateOnStart"] = "true",
            ["Services__Catalog"] = Address(catalog),
            ["Services__Matching"] = Address(matching),
            ["Services__Salary"] = Address(salary),
            ["Endpoints__MaxConcurrentCalls"] = units.ToString(CultureInfo.InvariantCulture),
            // The same people are asked about again and again, and each answer is worked out.
            ["Cache__MemoryBytes"] = "1",
        };
        try
        {
            await cluster.StartAsync("CareerRecs.Catalog.dll", catalog, settings, cancellationToken);
            await cluster.StartAsync("CareerRecs.SalaryEstimate.dll", salary, settings, cancellationToken);
            cluster.Matching = await cluster.StartAsync("CareerRecs.ProfileMatching.dll", matching, settings, cancellationToken);
            settings["Database__Directory"] = Directory.CreateDirectory(Path.Combine(directory, "refusing")).FullName;
            settings["Endpoints__TenantCallsPerSecond"] = "1";
            var port = ServerProcess.FreePort();
            cluster.Refusing = await cluster.StartAsync("CareerRecs.ProfileMatching.dll", port, settings, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
        Directory.Delete(directory, recursive: true);
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private async Task<ServerProcess> StartAsync(
        string assembly,
        int port,
        Dictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        var server = await ServerProcess.StartAsync(assembly, port, settings["Database__Directory"], settings, cancellationToken);
        _servers.Add(server);
        return server;
    }
}
