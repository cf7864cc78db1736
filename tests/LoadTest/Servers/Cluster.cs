using System.Globalization;
using CareerRecs.Matching.V1;
using Google.Protobuf;
using Grpc.Net.Client;

namespace CareerRecs.LoadTest.Servers;

/// <summary>The three services and the echo, each a process, with all their data in a folder that goes when they go.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string _directory;

    private Cluster(string directory) => _directory = directory;

    public required ServerProcess Catalog { get; init; }

    public required ServerProcess Matching { get; init; }

    public required ServerProcess Salary { get; init; }

    public ServerProcess Echo { get; private set; } = null!;

    /// <summary>Size of the typical answer, which the echo answers too.</summary>
    public int AnswerBytes { get; private set; }

    /// <summary>
    /// CPU that the processes which take part in a call to this port have taken so far. Catalog takes part in none.
    /// </summary>
    public IReadOnlyDictionary<string, TimeSpan> Cpu(int port) =>
        port == Echo.Port
            ? new Dictionary<string, TimeSpan> { ["echo"] = Echo.Cpu }
            : new Dictionary<string, TimeSpan> { ["matching"] = Matching.Cpu, ["salary"] = Salary.Cpu };

    /// <summary>Starts them. The echo answers what matching does to the typical question.</summary>
    public static async Task<Cluster> StartAsync(RecommendRolesRequest typical, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("careerrecs-load-").FullName;
        var (catalog, matching, salary) = (ServerProcess.FreePort(), ServerProcess.FreePort(), ServerProcess.FreePort());
        var settings = new Dictionary<string, string>
        {
            ["Database__Directory"] = directory,
            ["Database__MigrateOnStart"] = "true",
            ["Services__Catalog"] = Address(catalog),
            ["Services__Matching"] = Address(matching),
            ["Services__Salary"] = Address(salary),
            // The answers of a whole round stay, so that the cached round finds them all.
            ["Cache__MemoryBytes"] = (4L << 30).ToString(CultureInfo.InvariantCulture),
        };
        var cluster = new Cluster(directory)
        {
            Catalog = await ServerProcess.StartAsync("CareerRecs.Catalog.dll", catalog, directory, settings, cancellationToken),
            Salary = await ServerProcess.StartAsync(
                "CareerRecs.SalaryEstimate.dll",
                salary,
                directory,
                settings,
                cancellationToken
            ),
            Matching = await ServerProcess.StartAsync(
                "CareerRecs.ProfileMatching.dll",
                matching,
                directory,
                settings,
                cancellationToken
            ),
        };
        using var channel = GrpcChannel.ForAddress(Address(matching));
        var answer = await new MatchingService.MatchingServiceClient(channel).RecommendRolesAsync(
            typical,
            cancellationToken: cancellationToken
        );
        cluster.AnswerBytes = answer.CalculateSize();
        var constant = Path.Combine(directory, "answer.bin");
        await File.WriteAllBytesAsync(constant, answer.ToByteArray(), cancellationToken);
        cluster.Echo = await ServerProcess.StartAsync(
            "CareerRecs.LoadTest.dll",
            ServerProcess.FreePort(),
            directory,
            settings,
            cancellationToken,
            "echo",
            constant
        );
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Echo, Matching, Salary, Catalog })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
