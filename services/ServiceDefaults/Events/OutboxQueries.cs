using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareerRecs.ServiceDefaults.Events;

/// <summary>The two statements that LINQ cannot say.</summary>
internal static class OutboxQueries
{
    /// <summary>
    /// The oldest unsent row of each key, where that is due. On PostgreSQL locked for this transaction, skipping what others
    /// hold.
    /// </summary>
    public static async Task<IReadOnlyList<OutboxRow>> OldestOfEachKeyAsync(
        ServiceDb db,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    )
    {
        // A row behind one that another relay holds is not the oldest of its key until that transaction ends: no order is lost.
        var sql =
            $$"""
                SELECT o.* FROM {{Table<OutboxRow>(db)}} AS o
                WHERE o."SentAt" IS NULL AND o."ParkedAt" IS NULL AND o."NextAttemptAt" <= {0}
                  AND NOT EXISTS (SELECT 1 FROM {{Table<OutboxRow>(db)}} AS p
                    WHERE p."SentAt" IS NULL AND p."Owner" = o."Owner" AND p."Key" = o."Key" AND p."Id" < o."Id")
                ORDER BY o."Id" LIMIT {1}
                """ + (db.Database.IsNpgsql() ? " FOR UPDATE OF o SKIP LOCKED" : "");
        return await db.Outbox.FromSqlRaw(sql, now.ToUnixTimeMilliseconds(), limit).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Stores the revision if it is higher than the one applied last, otherwise returns false. Locks the key until the
    /// transaction ends, so of two replicas with events of one key the second waits and then sees what the first applied.
    /// </summary>
    public static async Task<bool> TryAdvanceAsync(ServiceDb db, AppliedRevision next, CancellationToken cancellationToken)
    {
        var sql = $$"""
            INSERT INTO {{Table<AppliedRevision>(db)}} AS a ("Consumer", "Owner", "Key", "Revision", "IsErased")
            VALUES ({0}, {1}, {2}, {3}, {4})
            ON CONFLICT ("Consumer", "Owner", "Key")
            DO UPDATE SET "Revision" = excluded."Revision", "IsErased" = excluded."IsErased"
            WHERE a."Revision" < excluded."Revision"
            """;
        return await db.Database.ExecuteSqlRawAsync(
                sql,
                [next.Consumer, next.Owner, next.Key, next.Revision, next.IsErased],
                cancellationToken
            ) > 0;
    }

    private static string Table<TEntity>(ServiceDb db)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        return db.GetService<ISqlGenerationHelper>().DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
    }
}
