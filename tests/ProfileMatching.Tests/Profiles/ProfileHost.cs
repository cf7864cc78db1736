using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ProfileMatching.Tests.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

/// <summary>ProfileService with all that stands around it, in this process.</summary>
internal sealed class ProfileHost : IAsyncDisposable
{
    /// <summary>Processes that read documents may be slow on a machine that runs other tests meanwhile.</summary>
    private static readonly Dictionary<string, string?> Patient = new()
    {
        ["Documents:StartTime"] = "00:01:00",
        ["Documents:ReadingTime"] = "00:00:30",
    };

    private readonly string _folder;
    private readonly bool _isOwnFolder;
    private ServiceHost _host = null!;

    private ProfileHost(string? folder) =>
        (_folder, _isOwnFolder) = (folder ?? Directory.CreateTempSubdirectory("careerrecs-profiles-").FullName, folder is null);

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public FakeCatalog Catalog { get; private set; } = null!;

    public ProfileService.ProfileServiceClient Profiles { get; private set; } = null!;

    public string DatabaseFile => Path.Combine(_folder, "matching.db");

    /// <summary>Starts the host.</summary>
    /// <param name="settings">Settings beside the usual ones.</param>
    /// <param name="folder">Folder of the database, which stays when the host ends. Null: one of its own.</param>
    public static async Task<ProfileHost> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, string? folder = null)
    {
        var made = new ProfileHost(folder) { Catalog = await FakeCatalog.StartAsync() };
        made.Catalog.Publish(Owners.Shared, "catalogs/builtin/versions/1", "Data Scientist");
        var options = new ServiceHostOptions
        {
            Add = builder =>
            {
                builder.Services.AddSingleton(made.Catalog.Client);
                builder.AddProfiles();
                builder.AddIndex();
            },
            Map = app => app.MapProfiles(),
            Clock = made.Clock,
            DataDirectory = made._folder,
            Settings = With(settings),
        };
        made._host = await ServiceHost.StartAsync(options, TestContext.Current.CancellationToken);
        made.Profiles = new ProfileService.ProfileServiceClient(made._host.Channel);
        return made;
    }

    /// <summary>Headers of a call for a tenant.</summary>
    public static Metadata As(string tenant) => new() { { CallerContext.TenantHeader, tenant } };

    public MatchingDb OpenDatabase() => Service<IDbContextFactory<MatchingDb>>().CreateDbContext();

    public HttpClient CreateHttpClient() => _host.CreateHttpClient();

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>The sweep, to run when the test says.</summary>
    public ExpirySweep Sweep() => Service<IEnumerable<IHostedService>>().OfType<ExpirySweep>().Single();

    /// <summary>Events written so far about a profile, in order, as "Kind revision".</summary>
    public async Task<IReadOnlyList<string>> EventsOfAsync(string profile)
    {
        await using var db = OpenDatabase();
        var rows = await db
            .Outbox.Where(o => o.Key == profile)
            .OrderBy(o => o.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(Describe)];
    }

    public async Task<Profile> CreateAsync(Profile profile, string id = "", string requestId = "")
    {
        var answer = await Profiles.CreateProfileAsync(
            new CreateProfileRequest
            {
                Subject = new Subject { InlineProfile = profile },
                ProfileId = id,
                RequestId = requestId,
            },
            cancellationToken: TestContext.Current.CancellationToken
        );
        return answer.Profile;
    }

    public async Task<Profile> GetAsync(string name) =>
        (
            await Profiles.GetProfileAsync(
                new GetProfileRequest { Name = name },
                cancellationToken: TestContext.Current.CancellationToken
            )
        ).Profile;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Catalog.DisposeAsync();
        if (_isOwnFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static Dictionary<string, string?> With(IReadOnlyDictionary<string, string?>? settings)
    {
        var all = new Dictionary<string, string?>(Patient);
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            all[key] = value;
        }

        return all;
    }

    private static string Describe(OutboxRow row) => $"{row.EventType.Split('.')[^1]} {row.Revision}";
}
