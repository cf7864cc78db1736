using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerRecs.ProfileMatching.Storage;

/// <summary>Writers that met: one read what the other had not yet written.</summary>
internal static class Conflicts
{
    private const int Attempts = 5;
    private const int SqliteConstraint = 19;

    /// <summary>
    /// Runs <paramref name="attempt"/> again, from reading on, while others are faster. Each attempt opens its own context.
    /// </summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt)
    {
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception conflict) when (made < Attempts && IsConflict(conflict)) { }
        }
    }

    /// <summary>
    /// Whether another writer is the reason: a row changed since it was read, a key was taken, or each waited for the other.
    /// </summary>
    public static bool IsConflict(Exception exception) =>
        exception switch
        {
            DbUpdateConcurrencyException => true,
            SqliteException { SqliteErrorCode: SqliteConstraint } => true,
            PostgresException e => e.SqlState
                is PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure,
            // PostgreSQL's provider wraps what it takes for transient once more.
            DbUpdateException or InvalidOperationException when exception.InnerException is { } inner => IsConflict(inner),
            _ => false,
        };
}
