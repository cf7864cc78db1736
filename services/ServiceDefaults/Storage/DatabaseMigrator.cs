using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>Brings one service's database to the schema of this build.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Name of the database.</summary>
    string Name { get; }

    /// <summary>Applies the migrations that are missing; safe to repeat, and to call from several places at once.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Compares the schema with that of this build; changes nothing.</summary>
    Task<SchemaState> CompareAsync(CancellationToken cancellationToken);
}

internal sealed class DatabaseMigrator<TDb>(string name, IDbContextFactory<TDb> databases, DatabaseProvider provider)
    : IDatabaseMigrator,
        IDisposable
    where TDb : ServiceDb
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _done;

    public string Name => name;

    public void Dispose() => _once.Dispose();

    public async Task<SchemaState> CompareAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return new SchemaState([.. known.Except(applied)], [.. applied.Except(known)]);
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            if (_done)
            {
                return;
            }
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            // A migration of a large table takes longer than any call may.
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.MigrateAsync(cancellationToken);
            // Readers do not wait for the writer, and the writer not for them.
            if (provider == DatabaseProvider.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            }
            _done = true;
        }
        finally
        {
            _once.Release();
        }
    }
}

/// <summary>
/// Migrates every database of the host before anything else of it starts. Hosts with replicas do not register it.
/// </summary>
internal sealed class MigrateOnStart(IEnumerable<IDatabaseMigrator> migrators) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(migrators.Select(m => Task.Run(() => m.MigrateAsync(cancellationToken), cancellationToken)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
