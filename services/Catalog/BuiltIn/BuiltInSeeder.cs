using CareerRecs.Catalog.Lifecycle;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.BuiltIn;

/// <summary>
/// Publishes the built-in catalog of this build, once. A build whose data was published before changes nothing, also where
/// another version is active now: an operator's rollback stands, and a restarted older replica does not undo a newer one.
/// </summary>
public sealed class BuiltInSeeder(IDbContextFactory<CatalogDb> databases, Drafts drafts, Activation activation)
{
    private const int Attempts = 3;

    private static readonly Actor Build = new("careerrecs", "The built-in catalog of this build.");

    /// <summary>Makes sure that the built-in catalog of this build was published.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var digest = BuiltInCatalog.Digest();
        if (await WasPublishedAsync(digest, cancellationToken))
        {
            return;
        }

        var builtIn = BuiltInCatalog.Read();
        var description = new CatalogVersion
        {
            Source = builtIn.Source,
            DisplayName = builtIn.DisplayName,
            Attributions = { builtIn.Attributions },
        };
        var key = new VersionKey(Owners.Shared, BuiltInCatalog.CatalogId, builtIn.VersionId);
        var draft = NewDraft.Of(key, builtIn.Entries, description) with
        {
            MayRename = true,
            SourceDigest = digest,
            OncePerSource = true,
        };
        // A start that was killed between these two left a draft, which the next one finds and activates.
        var version = await drafts.CreateAsync(draft, Build, cancellationToken);
        await ActivateAsync(VersionKey.Of(Owners.Shared, version.Name), cancellationToken);
    }

    private async Task ActivateAsync(VersionKey key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await activation.ActivateAsync(key, new ActivationTerms("", AcceptFewerRoles: true), Build, cancellationToken);
                return;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Aborted && attempt < Attempts)
            {
                // Another replica was faster: most likely with this very version, which then is active already.
            }
        }
    }

    private async Task<bool> WasPublishedAsync(string digest, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Versions.AnyAsync(
            row =>
                row.Owner == Owners.Shared
                && row.CatalogId == BuiltInCatalog.CatalogId
                && row.SourceDigest == digest
                && row.State != CatalogVersion.Types.State.Draft,
            cancellationToken
        );
    }
}
