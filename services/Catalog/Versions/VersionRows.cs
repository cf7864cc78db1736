using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Versions;

/// <summary>How versions are found in the database, and how what is done to them is written down.</summary>
internal static class VersionRows
{
    /// <summary>The version of exactly this owner, tracked; NOT_FOUND where there is none.</summary>
    public static async Task<VersionRow> RequireAsync(this CatalogDb db, VersionKey key, CancellationToken cancellationToken) =>
        await db.Versions.SingleOrDefaultAsync(
            row => row.Owner == key.Owner && row.CatalogId == key.CatalogId && row.VersionId == key.VersionId,
            cancellationToken
        ) ?? throw NotFound(key);

    /// <summary>The version that a caller means: the tenant's own before a shared one. Not tracked.</summary>
    public static async Task<VersionRow> RequireVisibleAsync(
        this CatalogDb db,
        Caller caller,
        string name,
        CancellationToken cancellationToken
    )
    {
        var key = VersionKey.Of(caller.Tenant, name);
        var rows = await db
            .Versions.AsNoTracking()
            .Where(row =>
                row.CatalogId == key.CatalogId
                && row.VersionId == key.VersionId
                && (row.Owner == key.Owner || row.Owner == Owners.Shared)
            )
            .ToListAsync(cancellationToken);
        return rows.Find(row => row.Owner == key.Owner) ?? rows.FirstOrDefault() ?? throw NotFound(key);
    }

    /// <summary>
    /// Whose catalog of this id a caller means: the tenant's own where it has one, if only drafts, else the shared one.
    /// </summary>
    public static async Task<string> OwnerSeenByAsync(
        this CatalogDb db,
        Caller caller,
        string catalogId,
        CancellationToken cancellationToken
    ) =>
        await db.Catalogs.AnyAsync(row => row.Owner == caller.Tenant && row.CatalogId == catalogId, cancellationToken)
            ? caller.Tenant
            : Owners.Shared;

    /// <summary>The active version of exactly this owner's catalog; null where there is none. Not tracked.</summary>
    public static async Task<VersionRow?> FindActiveAsync(
        this CatalogDb db,
        VersionKey catalog,
        CancellationToken cancellationToken
    ) =>
        await db
            .Versions.AsNoTracking()
            .SingleOrDefaultAsync(
                row =>
                    row.Owner == catalog.Owner
                    && row.CatalogId == catalog.CatalogId
                    && row.State == CatalogVersion.Types.State.Active,
                cancellationToken
            );

    /// <summary>ABORTED unless the etag is empty or the version's own.</summary>
    public static void RequireEtag(this VersionRow row, string etag)
    {
        if (etag.Length > 0 && etag != row.Etag)
        {
            throw Errors.Aborted(row.Read().Name);
        }
    }

    /// <summary>Adds an audit entry, in the transaction of the action that it records.</summary>
    /// <param name="db">The database.</param>
    /// <param name="version">Version that was acted on.</param>
    /// <param name="actor">Who acted, and why.</param>
    /// <param name="entry">The action and its time. Gets the version and the actor.</param>
    public static void AddAudit(this CatalogDb db, VersionKey version, Actor actor, AuditEntry entry)
    {
        (entry.Version, entry.Actor, entry.Reason) = (version.Name, actor.Subject, actor.Reason);
        db.Audit.Add(
            new VersionAuditRow
            {
                Owner = version.Owner,
                CatalogId = version.CatalogId,
                Message = entry.ToByteArray(),
            }
        );
    }

    private static RpcException NotFound(VersionKey key) =>
        Errors.NotFound(key.Name, $"ListVersions of {key.Catalog} tells which versions there are.");
}
