using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Versions;

public sealed partial class VersionApi
{
    /// <inheritdoc />
    public override async Task<CreateVersionResponse> CreateVersion(CreateVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = WritableKey(caller, request.Catalog) with { VersionId = request.VersionId };
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

    /// <inheritdoc />
    public override async Task<ActivateVersionResponse> ActivateVersion(ActivateVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = WritableKey(caller, request.Name);
        var activated = await activation.ActivateAsync(
            key,
            new ActivationTerms(request.Etag, request.AcceptFewerRoles),
            new Actor(caller.Subject, request.Reason),
            context.CancellationToken
        );
        return new ActivateVersionResponse { Version = activated.Version, PreviousVersion = activated.Previous };
    }

    /// <inheritdoc />
    public override async Task<RollBackCatalogResponse> RollBackCatalog(RollBackCatalogRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = WritableKey(caller, request.Catalog);
        if (request.Version.Length > 0)
        {
            if (VersionKey.CatalogIdOf(request.Version) != key.CatalogId)
            {
                throw Errors.InvalidArgument("version", $"must be a version of {request.Catalog}; {request.Version} came");
            }
            key = key with { VersionId = ResourceName.IdOf(request.Version) };
        }

        var activated = await activation.RollBackAsync(key, new Actor(caller.Subject, request.Reason), context.CancellationToken);
        return new RollBackCatalogResponse { Version = activated.Version, PreviousVersion = activated.Previous };
    }

    /// <inheritdoc />
    public override async Task<DeleteVersionResponse> DeleteVersion(DeleteVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        await drafts.DeleteAsync(
            WritableKey(caller, request.Name),
            request.Etag,
            new Actor(caller.Subject, ""),
            context.CancellationToken
        );
        return new DeleteVersionResponse();
    }

    /// <summary>Whose catalog a write goes to, decided by its name alone; PERMISSION_DENIED without the scope for it.</summary>
    private VersionKey WritableKey(Caller caller, string name)
    {
        if (options.Value.SharedCatalogs.Contains(VersionKey.CatalogIdOf(name)))
        {
            caller.Require(Scopes.Operator);
            return VersionKey.Of(Owners.Shared, name);
        }

        caller.Require(Scopes.CatalogWrite);
        return VersionKey.Of(caller.Tenant, name);
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
        Rename(entries, row.CatalogId, key.CatalogId);
        return new NewDraft(key, description, EntryStream.Write(entries));

        string NameOr(string name) => request.DisplayName.Length > 0 ? request.DisplayName : name;
    }

    /// <summary>A copy into another catalog answers under that catalog's names, down to the last reference.</summary>
    private static void Rename(List<CatalogEntry> entries, string from, string to)
    {
        var (old, @new) = ($"{ResourceName.Catalog(from)}/", $"{ResourceName.Catalog(to)}/");
        foreach (var entry in entries)
        {
            EntryReferences.Rewrite(
                entry,
                reference =>
                    reference.Value.StartsWith(old, StringComparison.Ordinal)
                        ? string.Concat(@new, reference.Value.AsSpan(old.Length))
                        : reference.Value
            );
        }
    }
}
