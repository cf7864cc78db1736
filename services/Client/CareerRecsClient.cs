using CareerRecs.Catalog.V1;
using CareerRecs.LongRunning;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CareerRecs.Client;

/// <summary>All of CareerRecs, ready to call. Make one and keep it: it is thread-safe and holds the connections.</summary>
public sealed class CareerRecsClient : IDisposable
{
    private readonly Dictionary<Uri, GrpcChannel> _channels = [];
    private readonly CallInvoker _catalog;
    private readonly CallInvoker _matching;
    private readonly CallInvoker _salary;
    private readonly CallInvoker _operations;

    /// <summary>Calls the host at <paramref name="address"/> for everything.</summary>
    public CareerRecsClient(Uri address)
        : this(new CareerRecsClientOptions { Address = address }) { }

    /// <summary>Calls the hosts that the options name.</summary>
    public CareerRecsClient(CareerRecsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _catalog = Connect(options, options.CatalogAddress, nameof(options.CatalogAddress));
        _matching = Connect(options, options.MatchingAddress, nameof(options.MatchingAddress));
        _salary = Connect(options, options.SalaryAddress, nameof(options.SalaryAddress));
        _operations = new OperationsInvoker(_catalog, _salary);

        Catalog = new CatalogService.CatalogServiceClient(_catalog);
        Versions = new VersionService.VersionServiceClient(_catalog);
        CatalogStatus = new StatusService.StatusServiceClient(_catalog);
        Matching = new MatchingService.MatchingServiceClient(_matching);
        CareerPaths = new CareerPathService.CareerPathServiceClient(_matching);
        Learning = new LearningService.LearningServiceClient(_matching);
        Profiles = new ProfileService.ProfileServiceClient(_matching);
        Status = new StatusService.StatusServiceClient(_matching);
        Salary = new SalaryService.SalaryServiceClient(_salary);
        SalaryTrainings = new SalaryTrainingService.SalaryTrainingServiceClient(_salary);
        PayQuestions = new PayQuestionService.PayQuestionServiceClient(_salary);
        SalaryStatus = new StatusService.StatusServiceClient(_salary);
        Operations = new Operations.OperationsClient(_operations);
    }

    /// <summary>Roles and skills.</summary>
    public CatalogService.CatalogServiceClient Catalog { get; }

    /// <summary>Catalog versions.</summary>
    public VersionService.VersionServiceClient Versions { get; }

    /// <summary>Recommendations, gaps, similar roles.</summary>
    public MatchingService.MatchingServiceClient Matching { get; }

    /// <summary>Moves, routes, roles side by side, skills to acquire next.</summary>
    public CareerPathService.CareerPathServiceClient CareerPaths { get; }

    /// <summary>The tenant's list of what to learn from.</summary>
    public LearningService.LearningServiceClient Learning { get; }

    /// <summary>Stored profiles.</summary>
    public ProfileService.ProfileServiceClient Profiles { get; }

    /// <summary>Pay.</summary>
    public SalaryService.SalaryServiceClient Salary { get; }

    /// <summary>How an estimate comes about, pay compared, ranges to post.</summary>
    public PayQuestionService.PayQuestionServiceClient PayQuestions { get; }

    /// <summary>Trains salary models and compares them.</summary>
    public SalaryTrainingService.SalaryTrainingServiceClient SalaryTrainings { get; }

    /// <summary>Long work by its names: trainings, and imports that were started as operations. With an address for each service
    /// name the collection to list, <c>operations/catalog</c> or <c>operations/salary</c>; <c>operations</c> alone lists those of
    /// the host that serves the catalog.</summary>
    public Operations.OperationsClient Operations { get; }

    /// <summary>State of the host that serves matching; of all three where one host does.</summary>
    public StatusService.StatusServiceClient Status { get; }

    /// <summary>State of the host that serves the catalog.</summary>
    public StatusService.StatusServiceClient CatalogStatus { get; }

    /// <summary>State of the host that serves pay.</summary>
    public StatusService.StatusServiceClient SalaryStatus { get; }

    /// <summary>What calls a service by its full name, for callers that choose the method at run time.</summary>
    /// <exception cref="ArgumentException">CareerRecs has no such service.</exception>
    public CallInvoker InvokerFor(string serviceFullName)
    {
        ArgumentNullException.ThrowIfNull(serviceFullName);
        return serviceFullName switch
        {
            _ when serviceFullName.StartsWith("careerrecs.catalog.", StringComparison.Ordinal) => _catalog,
            _ when serviceFullName.StartsWith("careerrecs.matching.", StringComparison.Ordinal) => _matching,
            _ when serviceFullName.StartsWith("careerrecs.type.", StringComparison.Ordinal) => _matching,
            _ when serviceFullName.StartsWith("careerrecs.salary.", StringComparison.Ordinal) => _salary,
            _ when serviceFullName.StartsWith("google.longrunning.", StringComparison.Ordinal) => _operations,
            _ => throw new ArgumentException($"CareerRecs has no service '{serviceFullName}'.", nameof(serviceFullName)),
        };
    }

    /// <summary>Closes the connections; calls that are under way are cancelled.</summary>
    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private CallInvoker Connect(CareerRecsClientOptions options, Uri? own, string field)
    {
        if (options.CallInvoker is { } invoker)
        {
            return Channels.Intercept(invoker, options);
        }
        var address =
            own
            ?? options.Address
            ?? throw new ArgumentException($"Set {nameof(options.Address)}, or {field} and those of the other services.");
        if (!_channels.TryGetValue(address, out var channel))
        {
            channel = Channels.Open(address, options);
            _channels.Add(address, channel);
        }

        return Channels.Intercept(channel.CreateCallInvoker(), options);
    }
}
