using CareerRecs.Catalog.Comparison;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Versions;

public sealed partial class VersionApi
{
    private const int DefaultDiffItems = 50;

    /// <inheritdoc />
    public override async Task<DiffVersionsResponse> DiffVersions(DiffVersionsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var later = await db.RequireVisibleAsync(caller, request.Version, context.CancellationToken);
        var earlier =
            request.BaseVersion.Length > 0
                ? await db.RequireVisibleAsync(caller, request.BaseVersion, context.CancellationToken)
                : await db.FindActiveAsync(new VersionKey(later.Owner, later.CatalogId, ""), context.CancellationToken)
                    ?? throw Errors.FailedPrecondition(
                        "NO_BASE_VERSION",
                        $"No version of {ResourceName.Catalog(later.CatalogId)} is active to compare with. Name one in base_version."
                    );
        var after = await ReadSnapshotAsync(db, later, later.CatalogId, context.CancellationToken);
        var before = await ReadSnapshotAsync(db, earlier, later.CatalogId, context.CancellationToken);
        return VersionDiff.Of(before, after, request.MaxItems > 0 ? request.MaxItems : DefaultDiffItems);
    }

    /// <summary>A version of any state under the names of a catalog.</summary>
    private static async Task<CatalogSnapshot> ReadSnapshotAsync(
        CatalogDb db,
        VersionRow row,
        string catalogId,
        CancellationToken cancellationToken
    ) => CatalogSnapshot.From(row.Read(), await ReadEntriesAsync(db, row, catalogId, cancellationToken));

    /// <summary>The entries of a version of any state, ours to change, under the names of a catalog.</summary>
    private static async Task<List<CatalogEntry>> ReadEntriesAsync(
        CatalogDb db,
        VersionRow row,
        string catalogId,
        CancellationToken cancellationToken
    )
    {
        var entries = EntryStream.Read(await VersionBytes.ReadAsync(db, row, cancellationToken)).ToList();
        if (row.CatalogId != catalogId)
        {
            Rename(entries, row.CatalogId, catalogId);
        }
        return entries;
    }
}
