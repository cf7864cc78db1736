using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Vocabulary;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Lifecycle;

/// <summary>
/// Keeps roles addressable that were served: those that a draft lacks become its retired roles, and with them it is validated and
/// activated, so that what still points to a removed role points to a retired one.
/// </summary>
public sealed class ServedRoles(IDbContextFactory<CatalogDb> databases, SnapshotCache snapshots)
{
    /// <summary>Retired roles to add to a version; none where no version is active.</summary>
    public async Task<IReadOnlyList<CatalogEntry>> FindLackingAsync(
        VersionRow? active,
        IReadOnlyCollection<CatalogEntry> entries,
        CancellationToken cancellationToken
    ) =>
        active is not null
        && await snapshots.GetAsync(new VersionKey(active.Owner, active.CatalogId, active.VersionId), cancellationToken)
            is { } served
            ? Retirement.CarryOver(served.Snapshot.AllRoles, entries)
            : [];

    /// <summary>Returns the findings in a stored version; in a draft, as it would be activated.</summary>
    internal async Task<ValidateVersionResponse> ValidateAsync(ValidateVersionRequest request, ServerCallContext context)
    {
        var cancellationToken = context.CancellationToken;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Name, cancellationToken);
        var entries = EntryStream.Read(await VersionBytes.ReadAsync(db, row, cancellationToken)).ToList();
        var active = await db.FindActiveAsync(new VersionKey(row.Owner, row.CatalogId, ""), cancellationToken);
        if (row.State == CatalogVersion.Types.State.Draft)
        {
            entries.AddRange(await FindLackingAsync(active, entries, cancellationToken));
        }

        return new ValidateVersionResponse { Report = CatalogValidator.ValidateStored(entries, row.Read(), active?.Read()) };
    }
}
