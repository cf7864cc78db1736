using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Comparison;

/// <summary>Compares two stored versions of a catalog.</summary>
internal sealed class VersionComparison(IDbContextFactory<CatalogDb> databases)
{
    private const int DefaultDiffItems = 50;

    /// <summary>Returns what changes from one version to another.</summary>
    public async Task<DiffVersionsResponse> CompareAsync(DiffVersionsRequest request, ServerCallContext context)
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
                        $"No version of {ResourceName.Catalog(later.CatalogId)} "
                            + $"is active to compare with. Name one in base_version."
                    );
        var after = await VersionEntries.ReadSnapshotAsync(db, later, later.CatalogId, context.CancellationToken);
        var before = await VersionEntries.ReadSnapshotAsync(db, earlier, later.CatalogId, context.CancellationToken);
        return VersionDiff.Of(before, after, request.MaxItems > 0 ? request.MaxItems : DefaultDiffItems);
    }
}
