using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Versions;

/// <summary>
/// Content of a new draft. The message carries content counts, source and credits; name and state are given here.
/// </summary>
public sealed record NewDraft(VersionKey Key, CatalogVersion Description, byte[] Bytes)
{
    /// <summary>Whether a taken identifier gets ".2", ".3" added instead of being refused.</summary>
    public bool MayRename { get; init; }

    /// <summary>Digest of the file it was made from.</summary>
    public string SourceDigest { get; init; } = "";

    /// <summary>Whether a version that was already made from the same source is taken instead of a second one.</summary>
    public bool OncePerSource { get; init; }

    /// <summary>Id of the request, so that a repeat finds what the first made.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>A draft of entries: their bytes and counts.</summary>
    public static NewDraft Of(VersionKey key, IReadOnlyCollection<CatalogEntry> entries, CatalogVersion description)
    {
        Count(entries, description);
        return new NewDraft(key, description, VersionBytes.Write(entries));
    }

    /// <summary>Writes down how many entries of each kind there are.</summary>
    public static void Count(IReadOnlyCollection<CatalogEntry> entries, CatalogVersion description)
    {
        description.RoleCount = entries.Count(entry => entry.Role is { Retired: false });
        description.SkillCount = entries.Count(entry => entry.EntryCase == CatalogEntry.EntryOneofCase.Skill);
        description.FieldCount = entries.Count(entry => entry.EntryCase == CatalogEntry.EntryOneofCase.Field);
    }
}

/// <summary>Makes, edits and deletes drafts, each wholly or not at all.</summary>
public sealed class Drafts(IDbContextFactory<CatalogDb> databases, TimeProvider time)
{
    /// <summary>How long a repeated request id answers with the first call's result.</summary>
    private static readonly TimeSpan RequestIdLife = TimeSpan.FromDays(1);

    private const int Attempts = 3;

    /// <summary>Stores a draft. ALREADY_EXISTS where its identifier is taken and it may not have another.</summary>
    public async Task<CatalogVersion> CreateAsync(NewDraft draft, Actor actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (await FindMadeAsync(db, draft, cancellationToken) is { } made)
            {
                return made;
            }
            var key = await FreeKeyAsync(db, draft, cancellationToken);
            // Who took the identifier a moment ago may have made the very same: replicas that start together do.
            if (key != draft.Key && await FindMadeAsync(db, draft, cancellationToken) is { } justMade)
            {
                return justMade;
            }
            var version = Add(db, key, draft, actor);
            if (!await db.Catalogs.AnyAsync(row => row.Owner == key.Owner && row.CatalogId == key.CatalogId, cancellationToken))
            {
                db.Catalogs.Add(new CatalogRow { Owner = key.Owner, CatalogId = key.CatalogId });
            }
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return version;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody took the identifier or made the catalog in the meantime: look again.
            }
        }
    }

    /// <summary>
    /// Changes entries of a draft. FAILED_PRECONDITION for a version that is none, NOT_FOUND for an entry to remove that is not
    /// there, ABORTED where the etag is stale or somebody else edited the draft meanwhile.
    /// </summary>
    internal async Task<EditVersionResponse> EditAsync(
        VersionKey key,
        string etag,
        DraftEdit edit,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.RequireAsync(key, cancellationToken);
        row.RequireEtag(etag);
        var before = (row.Id, row.Etag);
        if (row.State != CatalogVersion.Types.State.Draft)
        {
            throw Errors.FailedPrecondition(
                "VERSION_NOT_DRAFT",
                $"{key.Name} is no draft, and what was served never changes. Make a copy with CreateVersion."
            );
        }

        var bytes = await VersionBytes.ReadAsync(db, row, cancellationToken);
        var entries = EntryStream.Read(bytes).ToDictionary(EntryStream.NameOf, StringComparer.Ordinal);
        var done = edit.Apply(entries, key.Name);
        bytes = VersionBytes.Write(entries.Values);
        var version = row.Read();
        NewDraft.Count(entries.Values, version);
        version.Digest = EntryStream.Digest(bytes);
        version.SizeBytes = bytes.Length;
        done.Version = row.Write(version);
        await VersionBytes.ReplaceAsync(db, row, bytes, cancellationToken);
        db.AddAudit(
            key,
            actor,
            new AuditEntry { Action = AuditEntry.Types.Action.Edited, Time = time.GetUtcNow().ToTimestamp() }
        );
        await SaveAsync(db, key, before, cancellationToken);
        return done;
    }

    /// <summary>
    /// Deletes a draft. FAILED_PRECONDITION for a version that was ever active, ABORTED where the etag is stale.
    /// </summary>
    public async Task DeleteAsync(VersionKey key, string etag, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.RequireAsync(key, cancellationToken);
        row.RequireEtag(etag);
        var before = (row.Id, row.Etag);
        if (row.State != CatalogVersion.Types.State.Draft)
        {
            throw Errors.FailedPrecondition(
                "VERSION_WAS_ACTIVE",
                $"{key.Name} was active and stays for the record; only drafts can be deleted."
            );
        }

        db.Versions.Remove(row);
        db.AddAudit(
            key,
            actor,
            new AuditEntry { Action = AuditEntry.Types.Action.Deleted, Time = time.GetUtcNow().ToTimestamp() }
        );
        await SaveAsync(db, key, before, cancellationToken);
    }

    /// <summary>What an earlier call with the same request id made, or what was made before from the same source.</summary>
    public async Task<CatalogVersion?> FindByRequestAsync(VersionKey key, string requestId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await FindByRequestAsync(db, key, requestId, cancellationToken);
    }

    /// <summary>ABORTED where the draft is no longer as it was read; what else fails is no fault of another editor's.</summary>
    private static async Task SaveAsync(
        CatalogDb db,
        VersionKey key,
        (long Id, string Etag) before,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e)
        {
            // Somebody faster may have added the same chunk, which fails before the etag is compared.
            if (
                e is DbUpdateConcurrencyException
                || !await db
                    .Versions.AsNoTracking()
                    .AnyAsync(row => row.Id == before.Id && row.Etag == before.Etag, cancellationToken)
            )
            {
                throw Errors.Aborted(key.Name);
            }
            throw;
        }
    }

    private async Task<CatalogVersion?> FindMadeAsync(CatalogDb db, NewDraft draft, CancellationToken cancellationToken)
    {
        if (draft.OncePerSource)
        {
            var row = await db
                .Versions.AsNoTracking()
                .FirstOrDefaultAsync(
                    row =>
                        row.Owner == draft.Key.Owner
                        && row.CatalogId == draft.Key.CatalogId
                        && row.SourceDigest == draft.SourceDigest,
                    cancellationToken
                );
            return row?.Read();
        }

        return await FindByRequestAsync(db, draft.Key, draft.RequestId, cancellationToken);
    }

    private async Task<CatalogVersion?> FindByRequestAsync(
        CatalogDb db,
        VersionKey key,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        if (requestId.Length == 0)
        {
            return null;
        }
        var row = await db
            .Versions.AsNoTracking()
            .Where(row => row.Owner == key.Owner && row.CatalogId == key.CatalogId && row.RequestId == requestId)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return row?.Read() is { } version && time.GetUtcNow() - version.CreateTime.ToDateTimeOffset() < RequestIdLife
            ? version
            : null;
    }

    private static async Task<VersionKey> FreeKeyAsync(CatalogDb db, NewDraft draft, CancellationToken cancellationToken)
    {
        var key = draft.Key;
        var taken = await db
            .Versions.Where(row => row.Owner == key.Owner && row.CatalogId == key.CatalogId)
            .Select(row => row.VersionId)
            .ToHashSetAsync(cancellationToken);
        if (!taken.Contains(key.VersionId))
        {
            return key;
        }
        if (!draft.MayRename)
        {
            throw Errors.AlreadyExists(key.Name, $"{key.Name} is taken. Choose another version_id.");
        }
        return Enumerable
            .Range(2, taken.Count + 1)
            .Select(number => key with { VersionId = $"{key.VersionId}.{number}" })
            .First(free => !taken.Contains(free.VersionId));
    }

    private CatalogVersion Add(CatalogDb db, VersionKey key, NewDraft draft, Actor actor)
    {
        var now = time.GetUtcNow();
        var version = draft.Description.Clone();
        version.Name = key.Name;
        version.State = CatalogVersion.Types.State.Draft;
        version.Digest = EntryStream.Digest(draft.Bytes);
        version.SizeBytes = draft.Bytes.Length;
        version.CreateTime = Timestamp.FromDateTimeOffset(now);

        var row = new VersionRow
        {
            Owner = key.Owner,
            CatalogId = key.CatalogId,
            VersionId = key.VersionId,
            SourceDigest = draft.SourceDigest,
            RequestId = draft.RequestId,
        };
        row.Chunks.AddRange(VersionBytes.Split(draft.Bytes));
        db.Versions.Add(row);
        db.AddAudit(key, actor, new AuditEntry { Action = AuditEntry.Types.Action.Created, Time = now.ToTimestamp() });
        return row.Write(version);
    }
}
