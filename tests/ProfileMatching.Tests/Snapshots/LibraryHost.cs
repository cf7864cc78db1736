using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerRecs.ProfileMatching.Tests.Snapshots;

/// <summary>A library over a folder of its own; <see cref="Restart"/> makes the next process over the same folder.</summary>
internal sealed class LibraryHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-library-").FullName;
    private readonly IndexOptions _options;

    private LibraryHost(FakeCatalog catalog, IndexOptions options)
    {
        Catalog = catalog;
        _options = options;
        Databases = new Factory(Path.Combine(_folder, "matching.db"));
        (Library, Store) = Make();
    }

    public FakeCatalog Catalog { get; }

    public SnapshotLibrary Library { get; private set; }

    public SnapshotStore Store { get; private set; }

    public IDbContextFactory<MatchingDb> Databases { get; }

    public string Snapshots => Path.Combine(_folder, "snapshots");

    public static Caller Alice { get; } = Caller.Local with { Tenant = "alice" };

    public static Caller Bob { get; } = Caller.Local with { Tenant = "bob" };

    public static async Task<LibraryHost> StartAsync(IndexOptions? options = null)
    {
        var host = new LibraryHost(await FakeCatalog.StartAsync(), options ?? new IndexOptions());
        await using var db = host.Databases.CreateDbContext();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public async Task<CatalogHandle> GetAsync(Caller caller, string? catalog = null, string? version = null) =>
        await Library.GetAsync(caller, catalog, version, TestContext.Current.CancellationToken);

    /// <summary>Ends this process once it has saved what it has, and starts another.</summary>
    public async Task Restart()
    {
        await Store.Saved;
        await Library.DisposeAsync();
        await Store.DisposeAsync();
        (Library, Store) = Make();
    }

    public async ValueTask DisposeAsync()
    {
        await Library.DisposeAsync();
        await Store.DisposeAsync();
        await Catalog.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private (SnapshotLibrary Library, SnapshotStore Store) Make()
    {
        var store = new SnapshotStore(
            new SnapshotFiles(Snapshots, NullLogger<SnapshotFiles>.Instance),
            new SnapshotTable(Databases, TimeProvider.System, _options.KeptVersions),
            TimeProvider.System,
            NullLogger<SnapshotStore>.Instance
        );
        var source = new CatalogSource(Catalog.Client, NullLogger<CatalogSource>.Instance);
        return (new SnapshotLibrary(_options, source, store, NullLogger<SnapshotLibrary>.Instance), store);
    }

    private sealed class Factory(string path) : IDbContextFactory<MatchingDb>
    {
        public MatchingDb CreateDbContext() =>
            new SqliteMatchingDb(new DbContextOptionsBuilder<SqliteMatchingDb>().UseSqlite($"Data Source={path}").Options);
    }
}
