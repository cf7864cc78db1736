using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Lifecycle;

/// <summary>Changes to versions: new drafts, edits, activation, rollback, deletion.</summary>
internal sealed class VersionChanges(
    IDbContextFactory<CatalogDb> databases,
    Drafts drafts,
    Activation activation,
    VersionAccess access
)
{
    /// <summary>Makes a draft, empty or a copy of another version.</summary>
    public async Task<CreateVersionResponse> CreateAsync(CreateVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = access.WritableKey(caller, request.Catalog) with { VersionId = request.VersionId };
        if (await drafts.FindByRequestAsync(key, request.RequestId, context.CancellationToken) is { } made)
        {
            return new CreateVersionResponse { Version = made };
        }

        var draft = await CopyAsync(caller, request, key, context.CancellationToken);
        var version = await drafts.CreateAsync(
            draft with
            {
                RequestId = request.RequestId,
            },
            new Actor(caller.Subject, request.Reason),
            context.CancellationToken
        );
        return new CreateVersionResponse { Version = version };
    }

    /// <summary>Puts and removes entries of a draft.</summary>
    public async Task<EditVersionResponse> EditAsync(EditVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = access.WritableKey(caller, request.Name);
        return await drafts.EditAsync(
            key,
            request.Etag,
            DraftEdit.Of(key, request),
            new Actor(caller.Subject, request.Reason),
            context.CancellationToken
        );
    }

    /// <summary>Makes a version the active one of its catalog.</summary>
    public async Task<ActivateVersionResponse> ActivateAsync(ActivateVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = access.WritableKey(caller, request.Name);
        var activated = await activation.ActivateAsync(
            key,
            new ActivationTerms(request.Etag, request.AcceptFewerRoles),
            new Actor(caller.Subject, request.Reason),
            context.CancellationToken
        );
        return new ActivateVersionResponse { Version = activated.Version, PreviousVersion = activated.Previous };
    }

    /// <summary>Activates the version that was active before, or one named.</summary>
    public async Task<RollBackCatalogResponse> RollBackAsync(RollBackCatalogRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = access.WritableKey(caller, request.Catalog);
        if (request.Version.Length > 0)
        {
            if (VersionKey.CatalogIdOf(request.Version) != key.CatalogId)
            {
                throw Errors.InvalidArgument("version", $"must be a version of {request.Catalog}; got {request.Version}");
            }
            key = key with { VersionId = ResourceName.IdOf(request.Version) };
        }

        var activated = await activation.RollBackAsync(key, new Actor(caller.Subject, request.Reason), context.CancellationToken);
        return new RollBackCatalogResponse { Version = activated.Version, PreviousVersion = activated.Previous };
    }

    /// <summary>Deletes a draft.</summary>
    public async Task<DeleteVersionResponse> DeleteAsync(DeleteVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        await drafts.DeleteAsync(
            access.WritableKey(caller, request.Name),
            request.Etag,
            new Actor(caller.Subject, ""),
            context.CancellationToken
        );
        return new DeleteVersionResponse();
    }

    private async Task<NewDraft> CopyAsync(
        Caller caller,
        CreateVersionRequest request,
        VersionKey key,
        CancellationToken cancellationToken
    )
    {
        if (request.SourceVersion.Length == 0)
        {
            return new NewDraft(key, new CatalogVersion { DisplayName = NameOr(key.CatalogId), Source = "made by hand" }, []);
        }
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.RequireVisibleAsync(caller, request.SourceVersion, cancellationToken);
        var bytes = await VersionBytes.ReadAsync(db, row, cancellationToken);
        var version = row.Read();
        var description = new CatalogVersion
        {
            DisplayName = NameOr(version.DisplayName),
            Source = version.Source,
            Attributions = { version.Attributions },
            BaseVersion = version.Name,
            RootVersion = version.RootVersion.Length > 0 ? version.RootVersion : version.Name,
            RoleCount = version.RoleCount,
            SkillCount = version.SkillCount,
            FieldCount = version.FieldCount,
            Counters = { version.Counters },
            ImportErrors = { version.ImportErrors },
        };
        if (row.CatalogId == key.CatalogId)
        {
            return new NewDraft(key, description, bytes);
        }
        var entries = EntryStream.Read(bytes).ToList();
        VersionEntries.Rename(entries, row.CatalogId, key.CatalogId);
        return new NewDraft(key, description, EntryStream.Write(entries));

        string NameOr(string name) => request.DisplayName.Length > 0 ? request.DisplayName : name;
    }
}
