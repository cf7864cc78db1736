using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>
/// A test on the cluster: finds it whole, and fails if a service logged an error. No outage of what stands around it is one.
/// </summary>
[Collection(nameof(ClusterCollection))]
public abstract class ClusterTest(ClusterFixture cluster) : IAsyncLifetime
{
    private static readonly TimeSpan LongestLoad = TimeSpan.FromMinutes(1);

    /// <summary>Scopes of a token that keeps profiles.</summary>
    protected const string ProfileScopes = "profiles.read profiles.write profiles.erase";

    /// <summary>The cluster.</summary>
    protected ClusterFixture Cluster => cluster;

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Both replicas of matching, for one tenant.</summary>
    protected async Task<CareerRecsClient[]> ReplicasAsync(string tenant, string scopes = "") =>
        [
            await cluster.ClientAsync(cluster.MatchingA, tenant, scopes),
            await cluster.ClientAsync(cluster.MatchingB, tenant, scopes),
        ];

    /// <summary>Asks for roles. A replica may have to load the catalog first, on a machine that runs other tests.</summary>
    protected static async Task<RecommendRolesResponse> AskAsync(CareerRecsClient client, RecommendRolesRequest request) =>
        await client.Matching.RecommendRolesAsync(
            request,
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime + LongestLoad,
            cancellationToken: Cancel
        );

    /// <summary>The version of a catalog that a replica answers from.</summary>
    protected static async Task<string> VersionAsync(CareerRecsClient client, string catalog) =>
        (await AskAsync(client, new RecommendRolesRequest { Subject = People.Engineer, Catalog = catalog }))
            .Versions
            .CatalogVersion;

    /// <summary>Makes a copy of the built-in catalog the active version of a catalog.</summary>
    protected static async Task<string> ActivateCopyAsync(CareerRecsClient client, string catalog, string versionId)
    {
        var draft = await DraftAsync(client, catalog, versionId);
        await client.Versions.ActivateVersionAsync(
            new ActivateVersionRequest { Name = draft, Reason = "a test" },
            cancellationToken: Cancel
        );
        return draft;
    }

    /// <summary>Makes a copy of the built-in catalog, not active.</summary>
    protected static async Task<string> DraftAsync(CareerRecsClient client, string catalog, string versionId)
    {
        var builtIn = await client.Versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/builtin" },
            cancellationToken: Cancel
        );
        var draft = await client.Versions.CreateVersionAsync(
            new CreateVersionRequest
            {
                Catalog = catalog,
                SourceVersion = builtIn.Version.Name,
                VersionId = versionId,
                Reason = "a test",
            },
            cancellationToken: Cancel
        );
        return draft.Version.Name;
    }

    /// <summary>Returns when both replicas reach Catalog: only Catalog can say that a catalog is not there.</summary>
    protected async Task CatalogIsReachedAsync()
    {
        foreach (var replica in await ReplicasAsync("anybody"))
        {
            await Eventually.FailsAsync(
                "Catalog is reached",
                StatusCode.NotFound,
                () => AskAsync(replica, new RecommendRolesRequest { Subject = People.Engineer, Catalog = "catalogs/nowhere" })
            );
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Servers.OrSkip();
        await cluster.RestoreAsync(Cancel);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var lines = cluster.Services.SelectMany(s => s.Log.TakeNew()).ToList();
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            foreach (var line in lines.TakeLast(200))
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{line}");
            }
            return ValueTask.CompletedTask;
        }

        var errors = lines.Where(l => l.IsError).ToList();
        Assert.True(errors.Count == 0, $"Logged errors:\n{string.Join("\n\n", errors)}");
        return ValueTask.CompletedTask;
    }
}
