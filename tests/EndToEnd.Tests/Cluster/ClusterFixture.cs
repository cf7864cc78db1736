using System.Security.Cryptography;
using CareerRecs.Client;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>
/// The product as it is deployed: each service a process, matching in two replicas, on PostgreSQL, RabbitMQ and Redis, with
/// tokens, after the migration command. Replicas do not ask for news within a test's time: what they learn, they learn from
/// events.
/// </summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-cluster-").FullName;
    private readonly List<CareerRecsClient> _clients = [];

    /// <summary>Prepares the processes; starts none.</summary>
    public ClusterFixture()
    {
        Tokens = new Tokens(_shell, _folder);
        Catalog = new ServiceProcess("catalog", "CareerRecs.Catalog.dll", _folder);
        MatchingA = new ServiceProcess("matching-a", "CareerRecs.ProfileMatching.dll", _folder);
        MatchingB = new ServiceProcess("matching-b", "CareerRecs.ProfileMatching.dll", _folder);
        Salary = new ServiceProcess("salary", "CareerRecs.SalaryEstimate.dll", _folder);
        Services = [Catalog, MatchingA, MatchingB, Salary];
    }

    /// <summary>The servers that the services lean on.</summary>
    public Servers Servers { get; } = new();

    /// <summary>Who may do what.</summary>
    public Tokens Tokens { get; }

    /// <summary>Roles and skills.</summary>
    public ServiceProcess Catalog { get; }

    /// <summary>A replica of matching.</summary>
    public ServiceProcess MatchingA { get; }

    /// <summary>The other replica of matching.</summary>
    public ServiceProcess MatchingB { get; }

    /// <summary>Pay.</summary>
    public ServiceProcess Salary { get; }

    /// <summary>All four.</summary>
    public IReadOnlyList<ServiceProcess> Services { get; }

    /// <summary>
    /// A client of a tenant that talks to one replica of matching. A new connection each: none remembers an outage.
    /// </summary>
    public async Task<CareerRecsClient> ClientAsync(ServiceProcess matching, string tenant, string scopes = "") =>
        Connect(matching, await Tokens.OfAsync(tenant, scopes));

    /// <summary>A client with this token, or with none.</summary>
    public CareerRecsClient Connect(ServiceProcess matching, string? token)
    {
        var client = new CareerRecsClient(
            new CareerRecsClientOptions
            {
                CatalogAddress = Catalog.Address,
                MatchingAddress = matching.Address,
                SalaryAddress = Salary.Address,
                BearerToken = _ => new(token),
                MaxReconnectBackoff = TimeSpan.FromSeconds(1),
            }
        );
        lock (_clients)
        {
            _clients.Add(client);
        }
        return client;
    }

    /// <summary>Both replicas of matching, as gRPC clients take a list of them. In a cluster DNS names them.</summary>
    public string Replicas => $"ipv4:127.0.0.1:{MatchingA.Port},127.0.0.1:{MatchingB.Port}";

    /// <summary>A client with this token that balances over both replicas of matching.</summary>
    public CareerRecsClient ConnectToReplicas(string token) =>
        new(
            new CareerRecsClientOptions
            {
                Address = Catalog.Address,
                MatchingAddress = new Uri(Replicas),
                BearerToken = _ => new(token),
                MaxReconnectBackoff = TimeSpan.FromSeconds(1),
            }
        );

    /// <summary>A folder that goes with the cluster.</summary>
    public string MakeFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Runs a command line.</summary>
    public Task<string> CommandAsync(params string[] args) => _shell.RunToSuccessAsync(args);

    /// <summary>Brings back what a test that failed left down.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await Servers.RestoreAsync(cancellationToken);
        foreach (var service in Services.Where(s => !s.IsRunning))
        {
            await service.StartAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        // Each test skips, or fails, for itself.
        if (!Servers.AreInstalled)
        {
            return;
        }
        var cancel = TestContext.Current.CancellationToken;
        try
        {
            await Tokens.MakeAsync(cancel);
            await Servers.StartAsync(cancel);
            await CommandAsync("migrate", "--provider", "Postgres", "--connection", Servers.Postgres.ConnectionString("{0}"));
            foreach (var service in Services)
            {
                Configure(service);
            }
            await Task.WhenAll(Services.Select(s => s.StartAsync(cancel)));
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }
        foreach (var service in Services)
        {
            await service.DisposeAsync();
        }
        await Servers.DisposeAsync();
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Configure(ServiceProcess service)
    {
        foreach (
            var (key, value) in new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__Console__FormatterName"] = "json",
                ["Endpoints__Grpc"] = service.Address.GetLeftPart(UriPartial.Authority),
                ["Database__Provider"] = "Postgres",
                ["Database__Directory"] = service.Folder,
                ["ConnectionStrings__Catalog"] = Servers.Postgres.ConnectionString("catalog"),
                ["ConnectionStrings__Matching"] = Servers.Postgres.ConnectionString("matching"),
                ["ConnectionStrings__Salary"] = Servers.Postgres.ConnectionString("salary"),
                ["ConnectionStrings__Redis"] = Servers.Redis.ConnectionString,
                ["Bus__Url"] = Servers.RabbitMq.Url,
                ["Auth__JwksFile"] = Tokens.JwksFile,
                ["Auth__KeysFile"] = Tokens.KeysFile,
                ["Services__Catalog"] = Catalog.Target,
                ["Services__Matching"] = MatchingA.Target,
                ["Services__Salary"] = Salary.Target,
                ["Services__TokenFile"] = Tokens.ServiceTokenFile,
                ["Catalog__LookEvery"] = "01:00:00",
                ["Matching__RefreshInterval"] = "01:00:00",
                // Pay is what the tests look at, not how long a busy machine takes for it.
                ["Matching__PayDeadline"] = "00:00:10",
                ["Matching__CacheKeySecret"] = Convert.ToBase64String(SHA256.HashData("the same in all replicas"u8)),
            }
        )
        {
            service.Settings[key] = value;
        }
    }
}

/// <summary>One cluster for all tests of this folder.</summary>
[CollectionDefinition(nameof(ClusterCollection))]
public sealed class ClusterCollection : ICollectionFixture<ClusterFixture>;
