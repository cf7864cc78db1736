using CareerRecs.Matching.Storage.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// Catalog versions in the service's own database, for replicas whose disk is new. Its failures are the caller's to survive.
/// </summary>
internal sealed class SnapshotTable(IDbContextFactory<MatchingDb> databases, TimeProvider clock, int keptVersions)
{
    // Small enough for any wire, large enough that a big catalog has tens of rows, not thousands.
    private const int ChunkBytes = 512 * 1024;

    /// <summary>The version that was active when last heard; null where none was, or where it is not kept.</summary>
    public async Task<SnapshotHead?> ReadActiveAsync(string owner, string catalog, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var head = await db
            .ActiveVersions.Where(a => a.Owner == owner && a.Catalog == catalog)
            .Join(db.Snapshots, a => new { a.Owner, a.Version }, s => new { s.Owner, s.Version }, (_, s) => s.Head)
            .SingleOrDefaultAsync(cancellationToken);
        return head is null ? null : SnapshotHead.Parser.ParseFrom(head);
    }

    /// <summary>What a kept version is; null where it is not kept.</summary>
    public async Task<SnapshotHead?> ReadVersionAsync(string owner, string version, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var head = await db
            .Snapshots.Where(s => s.Owner == owner && s.Version == version)
            .Select(s => s.Head)
            .SingleOrDefaultAsync(cancellationToken);
        return head is null ? null : SnapshotHead.Parser.ParseFrom(head);
    }

    /// <summary>The bytes of a digest; null where they are not here, or not whole.</summary>
    public async Task<byte[]?> ReadBytesAsync(string digest, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var chunks = db
            .SnapshotChunks.Where(c => c.Digest == digest)
            .OrderBy(c => c.Number)
            .Select(c => c.Bytes)
            .AsAsyncEnumerable();
        await foreach (var chunk in chunks.WithCancellation(cancellationToken))
        {
            bytes.Write(chunk);
        }
        var whole = bytes.ToArray();
        return EntryStream.Digest(whole) == digest ? whole : null;
    }

    /// <summary>
    /// Remembers which version is active. Replicas all write it; what another has written already is left alone.
    /// </summary>
    public Task WriteActiveAsync(SnapshotHead head, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var catalog = ResourceName.CatalogOf(head.Version.Name);
            var row = await db.ActiveVersions.SingleOrDefaultAsync(
                a => a.Owner == head.Owner && a.Catalog == catalog,
                cancellationToken
            );
            if (row is null)
            {
                db.ActiveVersions.Add(
                    new ActiveVersionRow
                    {
                        Owner = head.Owner,
                        Catalog = catalog,
                        Version = head.Version.Name,
                        Digest = head.Version.Digest,
                        Revision = head.Version.Revision,
                    }
                );
            }
            else
            {
                row.Version = head.Version.Name;
                row.Digest = head.Version.Digest;
                row.Revision = head.Version.Revision;
            }

            return await db.SaveChangesAsync(cancellationToken);
        });

    /// <summary>Keeps a version, and lets the oldest of its catalog go.</summary>
    public Task WriteVersionAsync(SnapshotHead head, byte[] bytes, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var digest = head.Version.Digest;
            var row = await db.Snapshots.SingleOrDefaultAsync(
                s => s.Owner == head.Owner && s.Version == head.Version.Name,
                cancellationToken
            );
            if (row?.Digest == digest)
            {
                return 0;
            }
            if (row is null)
            {
                row = new SnapshotRow
                {
                    Owner = head.Owner,
                    Version = head.Version.Name,
                    Catalog = ResourceName.CatalogOf(head.Version.Name),
                };
                db.Snapshots.Add(row);
            }

            row.Digest = digest;
            row.Head = head.ToByteArray();
            row.SaveTime = clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (!await db.SnapshotChunks.AnyAsync(c => c.Digest == digest, cancellationToken))
            {
                for (var (at, number) = (0, 0); at < bytes.Length; at += ChunkBytes, number++)
                {
                    var part = bytes.AsSpan(at, Math.Min(ChunkBytes, bytes.Length - at)).ToArray();
                    db.SnapshotChunks.Add(
                        new SnapshotChunk
                        {
                            Digest = digest,
                            Number = number,
                            Bytes = part,
                        }
                    );
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            return await PruneAsync(db, head, cancellationToken);
        });

    private async Task<int> PruneAsync(MatchingDb db, SnapshotHead head, CancellationToken cancellationToken)
    {
        var catalog = ResourceName.CatalogOf(head.Version.Name);
        var active =
            await db
                .ActiveVersions.Where(a => a.Owner == head.Owner && a.Catalog == catalog)
                .Select(a => a.Version)
                .SingleOrDefaultAsync(cancellationToken)
            ?? head.Version.Name;
        var old = await db
            .Snapshots.Where(s =>
                s.Owner == head.Owner && s.Catalog == catalog && s.Version != active && s.Version != head.Version.Name
            )
            .OrderByDescending(s => s.SaveTime)
            .Skip(keptVersions - 1)
            .ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            return 0;
        }
        db.Snapshots.RemoveRange(old);
        await db.SaveChangesAsync(cancellationToken);
        return await db
            .SnapshotChunks.Where(c => !db.Snapshots.Any(s => s.Digest == c.Digest))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
