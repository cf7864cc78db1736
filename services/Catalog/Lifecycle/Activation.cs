using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.Catalog.Versions;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog.Lifecycle;

/// <summary>A version that was made active, and the name of the one before it; empty where there was none.</summary>
public sealed record Activated(CatalogVersion Version, string Previous);

/// <summary>On what terms a version is activated.</summary>
/// <param name="Etag">The version's etag as the caller saw it; empty: whatever it is now.</param>
/// <param name="AcceptFewerRoles">Whether it may have far fewer roles than the active one.</param>
public sealed record ActivationTerms(string Etag, bool AcceptFewerRoles);

/// <summary>
/// Makes a version the active one of its catalog: state, audit and event in one transaction, then at once in this replica. The
/// others learn of it from the event, or from their own look.
/// </summary>
public sealed partial class Activation(
    IDbContextFactory<CatalogDb> databases,
    ActiveCatalogs active,
    SnapshotCache snapshots,
    ServedRoles servedRoles,
    IOptions<CatalogOptions> options,
    TimeProvider time,
    ILogger<Activation> logger
)
{
    /// <summary>
    /// Validates and activates a draft. Repeating it on the active version changes nothing. FAILED_PRECONDITION for errors in
    /// the content and for a version that was active before; ABORTED where the etag is stale or another activation was faster.
    /// </summary>
    public async Task<Activated> ActivateAsync(
        VersionKey key,
        ActivationTerms terms,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.RequireAsync(key, cancellationToken);
        row.RequireEtag(terms.Etag);
        switch (row.State)
        {
            case CatalogVersion.Types.State.Active:
                return new Activated(row.Read(), "");
            case CatalogVersion.Types.State.Superseded:
                throw Errors.FailedPrecondition(
                    "VERSION_SUPERSEDED",
                    $"{key.Name} was active before. Use RollBackCatalog to make it active again."
                );
        }

        var entries = EntryStream.Read(await VersionBytes.ReadAsync(db, row, cancellationToken)).ToList();
        var before = await db.FindActiveAsync(key, cancellationToken);
        var retired = await servedRoles.FindLackingAsync(before, entries, cancellationToken);
        entries.AddRange(retired);
        if (
            CatalogValidator.ValidateStored(entries, row.Read(), terms.AcceptFewerRoles ? null : before?.Read()) is
            { ErrorCount: > 0 } report
        )
        {
            throw Errors.FailedPrecondition(
                "VERSION_HAS_ERRORS",
                $"{key.Name} has {report.ErrorCount} errors, the first: {report.Findings[0].Message} ValidateVersion lists them."
            );
        }

        if (retired.Count > 0)
        {
            await RewriteAsync(db, row, entries, cancellationToken);
        }
        return await PublishAsync(db, row, entries, actor, cancellationToken);
    }

    private static async Task RewriteAsync(
        CatalogDb db,
        VersionRow row,
        List<CatalogEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var bytes = VersionBytes.Write(entries);
        var version = row.Read();
        version.Digest = EntryStream.Digest(bytes);
        version.SizeBytes = bytes.Length;
        row.Write(version);
        await VersionBytes.ReplaceAsync(db, row, bytes, cancellationToken);
    }

    /// <summary>
    /// Makes an earlier version active again: the given one, else the one that was active before the present one.
    /// FAILED_PRECONDITION where there is none, where it was never active, or where its bytes are no longer kept.
    /// </summary>
    public async Task<Activated> RollBackAsync(VersionKey target, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row =
            target.VersionId.Length > 0
                ? await db.RequireAsync(target, cancellationToken)
                : await LastSupersededAsync(db, target, cancellationToken);
        switch (row.State)
        {
            case CatalogVersion.Types.State.Active:
                return new Activated(row.Read(), "");
            case CatalogVersion.Types.State.Draft:
                throw Errors.FailedPrecondition(
                    "VERSION_NEVER_ACTIVE",
                    $"{target.Name} was never active. Use ActivateVersion to publish a draft."
                );
        }

        var entries = EntryStream.Read(await VersionBytes.ReadAsync(db, row, cancellationToken)).ToList();
        return await PublishAsync(db, row, entries, actor, cancellationToken);
    }

    private static async Task<VersionRow> LastSupersededAsync(
        CatalogDb db,
        VersionKey catalog,
        CancellationToken cancellationToken
    ) =>
        await db
            .Versions.Where(row =>
                row.Owner == catalog.Owner
                && row.CatalogId == catalog.CatalogId
                && row.State == CatalogVersion.Types.State.Superseded
            )
            .OrderByDescending(row => row.Revision)
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw Errors.FailedPrecondition("NO_EARLIER_VERSION", $"{catalog.Catalog} has no earlier version to go back to.");

    private async Task<Activated> PublishAsync(
        CatalogDb db,
        VersionRow row,
        List<CatalogEntry> entries,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var key = new VersionKey(row.Owner, row.CatalogId, row.VersionId);
        // A draft is activated; a version that was active before comes back by a roll-back alone.
        var rolledBack = row.State == CatalogVersion.Types.State.Superseded;
        var catalog = await db.Catalogs.SingleAsync(c => c.Owner == key.Owner && c.CatalogId == key.CatalogId, cancellationToken);
        var previous = catalog.ActiveVersionId is { } before
            ? await SupersedeAsync(db, key with { VersionId = before }, cancellationToken)
            : "";
        await DropOldBytesAsync(db, row, cancellationToken);

        var now = time.GetUtcNow();
        catalog.Revision++;
        catalog.ActiveVersionId = row.VersionId;
        var version = row.Read();
        version.State = CatalogVersion.Types.State.Active;
        version.ActivateTime = Timestamp.FromDateTimeOffset(now);
        version.Revision = catalog.Revision;
        row.Write(version);
        var action = rolledBack ? AuditEntry.Types.Action.RolledBack : AuditEntry.Types.Action.Activated;
        db.AddAudit(
            key,
            actor,
            new AuditEntry
            {
                Action = action,
                Time = now.ToTimestamp(),
                PreviousVersion = previous,
            }
        );
        db.Enqueue(
            key.Owner,
            key.Catalog,
            catalog.Revision,
            new CatalogVersionActivated
            {
                Catalog = key.Catalog,
                Version = key.Name,
                Digest = version.Digest,
                PreviousVersion = previous,
                RolledBack = rolledBack,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Errors.Aborted(key.Catalog);
        }

        // The content first, then the pointer to it: nobody who follows the pointer has to wait.
        var snapshot = CatalogSnapshot.From(version.Clone(), entries);
        if (previous.Length > 0 && snapshots.Holds(key with { VersionId = ResourceName.IdOf(previous) }))
        {
            await Task.Run(snapshot.Warm, CancellationToken.None);
        }
        snapshots.Put(key, snapshot);
        active.Apply([(key, catalog.Revision)]);
        LogActivated(key.Name, catalog.Revision, previous);
        return new Activated(version, previous);
    }

    private static async Task<string> SupersedeAsync(CatalogDb db, VersionKey key, CancellationToken cancellationToken)
    {
        var row = await db.RequireAsync(key, cancellationToken);
        var version = row.Read();
        version.State = CatalogVersion.Types.State.Superseded;
        return row.Write(version).Name;
    }

    /// <summary>
    /// Gives up the bytes of versions whose last activation lies too many activations back. Their records stay.
    /// </summary>
    private async Task DropOldBytesAsync(CatalogDb db, VersionRow next, CancellationToken cancellationToken)
    {
        var old = await db
            .Versions.Where(row =>
                row.Owner == next.Owner && row.CatalogId == next.CatalogId && row.Id != next.Id && row.Revision > 0 && row.IsKept
            )
            .OrderByDescending(row => row.Revision)
            .Skip(options.Value.KeptVersions - 1)
            .ToListAsync(cancellationToken);
        foreach (var row in old)
        {
            row.IsKept = false;
            var chunks = await db
                .Chunks.Where(chunk => chunk.VersionRowId == row.Id)
                .Select(chunk => chunk.Index)
                .ToListAsync(cancellationToken);
            db.Chunks.RemoveRange(chunks.Select(index => new VersionChunk { VersionRowId = row.Id, Index = index }));
        }
    }

    [LoggerMessage(LogLevel.Information, "{Version} is active at revision {Revision}; before: {Previous}")]
    private partial void LogActivated(string version, long revision, string previous);
}
