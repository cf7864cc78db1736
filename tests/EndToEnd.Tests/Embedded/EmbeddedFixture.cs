using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;
using CareerRecs.Client;
using CareerRecs.Matching.V1;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>
/// The three services as the command runs them on a laptop: one process, a loopback socket, SQLite, bus and cache in memory.
/// </summary>
public sealed class EmbeddedFixture : IAsyncLifetime
{
    private readonly StringWriter _log = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-e2e-").FullName;
    private EmbeddedHost? _host;
    private CareerRecsClient? _client;

    /// <summary>Where they answer.</summary>
    public Uri Address => _host!.Address;

    /// <summary>Where REST/JSON is answered.</summary>
    public Uri Rest => _host!.Rest!;

    /// <summary>All of CareerRecs.</summary>
    public CareerRecsClient Client => _client!;

    /// <summary>Titles of the skills of the built-in catalog.</summary>
    public IReadOnlyList<string> Skills { get; private set; } = [];

    /// <summary>Asks for roles, quietly: no pay.</summary>
    public async Task<RecommendRolesResponse> RecommendAsync(RecommendRolesRequest request) =>
        await Client.Matching.RecommendRolesAsync(request, cancellationToken: TestContext.Current.CancellationToken);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var terminal = new Terminal(TextWriter.Null, _log, () => Stream.Null, TimeProvider.System, _ => null);
        _host = await EmbeddedHost.StartAsync(
            new DataDirectory(_folder),
            LoopbackAddresses.OnPorts(LoopbackAddresses.AnyPort, LoopbackAddresses.AnyPort),
            terminal,
            cancel
        );
        _client = new CareerRecsClient(_host.Address);
        var skills = await _client.Catalog.ListSkillsAsync(
            new ListSkillsRequest { Catalog = "catalogs/builtin", PageSize = 1000 },
            cancellationToken: cancel
        );
        Skills = [.. skills.Skills.Select(s => s.Title)];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        var log = _log.ToString();
        if (log.Contains("error: ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The services logged errors:\n{log}");
        }
        await _log.DisposeAsync();
    }
}

/// <summary>One host for all tests of this folder.</summary>
[CollectionDefinition(nameof(EmbeddedCollection))]
public sealed class EmbeddedCollection : ICollectionFixture<EmbeddedFixture>;
