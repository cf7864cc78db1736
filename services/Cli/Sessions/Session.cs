using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Shell;
using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Cli.Sessions;

/// <summary>Clients of the three services, wherever those run. Nothing is opened before the first call.</summary>
public sealed class Session : IDisposable
{
    // Stands for a service whose address was not given; the properties below refuse before anybody looks it up.
    private static readonly Uri NotGiven = new("http://not-given.invalid");

    private readonly CareerRecsClient _client;
    private readonly SocketsHttpHandler? _loopback;

    /// <summary>Prepares the clients.</summary>
    /// <param name="servers">The addresses.</param>
    /// <param name="leastTimeout">Shortest timeout of a call; zero: the contract's.</param>
    public Session(ServerChoice servers, TimeSpan leastTimeout = default)
    {
        Servers = servers;
        // Loopback needs no proxy and no balancing, and starts faster without.
        if (new[] { servers.Catalog, servers.Matching, servers.Salary }.All(a => a is null or { IsLoopback: true }))
        {
            _loopback = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true };
        }

        var options = new CareerRecsClientOptions
        {
            CatalogAddress = servers.Catalog ?? NotGiven,
            MatchingAddress = servers.Matching ?? NotGiven,
            SalaryAddress = servers.Salary ?? NotGiven,
            BearerToken = servers.Token is { Length: > 0 } token ? _ => new(token) : null,
            Purpose = servers.Purpose,
            HttpHandler = _loopback,
            LeastTimeout = leastTimeout,
        };
        _client = new CareerRecsClient(options);
    }

    /// <summary>The addresses.</summary>
    public ServerChoice Servers { get; }

    /// <summary>Roles and skills.</summary>
    public CatalogService.CatalogServiceClient Catalog => Given(Servers.Catalog, "catalog", _client.Catalog);

    /// <summary>Catalog versions.</summary>
    public VersionService.VersionServiceClient Versions => Given(Servers.Catalog, "catalog", _client.Versions);

    /// <summary>Which roles fit.</summary>
    public MatchingService.MatchingServiceClient Matching => Given(Servers.Matching, "matching", _client.Matching);

    /// <summary>Moves, routes, roles side by side, skills to acquire next.</summary>
    public CareerPathService.CareerPathServiceClient CareerPaths => Given(Servers.Matching, "matching", _client.CareerPaths);

    /// <summary>The tenant's list of what to learn from.</summary>
    public LearningService.LearningServiceClient Learning => Given(Servers.Matching, "matching", _client.Learning);

    /// <summary>Stored profiles.</summary>
    public ProfileService.ProfileServiceClient Profiles => Given(Servers.Matching, "matching", _client.Profiles);

    /// <summary>What roles pay.</summary>
    public SalaryService.SalaryServiceClient Salary => Given(Servers.Salary, "salary", _client.Salary);

    /// <summary>How an estimate comes about, pay compared, ranges to post.</summary>
    public PayQuestionService.PayQuestionServiceClient PayQuestions => Given(Servers.Salary, "salary", _client.PayQuestions);

    /// <summary>Trains salary models and compares them.</summary>
    public SalaryTrainingService.SalaryTrainingServiceClient SalaryTrainings =>
        Given(Servers.Salary, "salary", _client.SalaryTrainings);

    /// <summary>Trainings and imports that the services run.</summary>
    public Operations.OperationsClient Operations => Given(Servers.Salary ?? Servers.Catalog, "salary", _client.Operations);

    /// <summary>The way to whichever host serves a service.</summary>
    public CallInvoker InvokerOf(Google.Protobuf.Reflection.ServiceDescriptor service)
    {
        var (address, area) = service.File.Package switch
        {
            "careerrecs.catalog.v1" => (Servers.Catalog, "catalog"),
            "careerrecs.salary.v1" => (Servers.Salary, "salary"),
            "google.longrunning" => (Servers.Salary ?? Servers.Catalog, "salary"),
            _ => (Servers.Matching, "matching"),
        };
        return Given(address, area, _client.InvokerFor(service.FullName));
    }

    /// <summary>Every host once, with the client of its state.</summary>
    public IEnumerable<(Uri Address, StatusService.StatusServiceClient Client)> Hosts() =>
        new[]
        {
            (Servers.Catalog, _client.CatalogStatus),
            (Servers.Matching, _client.Status),
            (Servers.Salary, _client.SalaryStatus),
        }
            .Where(h => h.Item1 is not null)
            .DistinctBy(h => h.Item1)
            .Select(h => (h.Item1!, h.Item2));

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _loopback?.Dispose();
    }

    private static T Given<T>(Uri? address, string area, T client) =>
        address is not null
            ? client
            : throw CommandException.Usage($"this needs --{area}-server URL, or --server URL where one host serves all three");
}
