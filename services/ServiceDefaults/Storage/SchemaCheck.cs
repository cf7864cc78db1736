using System.Data.Common;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>What a database's schema is to this build.</summary>
/// <param name="Missing">Migrations of this build that were not applied.</param>
/// <param name="Newer">Applied migrations that this build does not know.</param>
public sealed record SchemaState(IReadOnlyList<string> Missing, IReadOnlyList<string> Newer);

/// <summary>
/// Stops a host whose database has an older schema, before it answers with errors. A newer schema, as in the middle of a
/// roll-out, is a warning; a database that does not answer is none of this: a host starts without it.
/// </summary>
internal sealed partial class SchemaCheck(IEnumerable<IDatabaseMigrator> migrators, ILogger<SchemaCheck> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var migrator in migrators)
        {
            if (await LookAsync(migrator, cancellationToken) is not { } state)
            {
                continue;
            }
            if (state.Missing.Count > 0)
            {
                throw new SettingException(
                    $"ConnectionStrings:{migrator.Name}",
                    $"the database lacks {state.Missing.Count} migrations of this build, the first {state.Missing[0]}. "
                        + "Run `careerrecs migrate --provider Postgres`."
                );
            }
            if (state.Newer.Count > 0)
            {
                LogNewer(log, migrator.Name, state.Newer[^1]);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<SchemaState?> LookAsync(IDatabaseMigrator migrator, CancellationToken cancellationToken)
    {
        try
        {
            return await migrator.CompareAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException)
        {
            LogNotLooked(log, migrator.Name, e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database {Database} has a newer schema than this build: {Migration}")]
    private static partial void LogNewer(ILogger log, string database, string migration);

    [LoggerMessage(LogLevel.Warning, "The schema of {Database} was not compared, the database does not answer ({Reason})")]
    private static partial void LogNotLooked(ILogger log, string database, string reason);
}
