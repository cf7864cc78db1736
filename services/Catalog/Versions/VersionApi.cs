using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.ServiceDefaults.Uploads;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog.Versions;

/// <summary>The life of catalog versions. This part reads; the others change and import.</summary>
public sealed partial class VersionApi(
    IDbContextFactory<CatalogDb> databases,
    Drafts drafts,
    Activation activation,
    Importers importers,
    UploadReceiver uploads,
    IOptions<CatalogOptions> options,
    ILogger<VersionApi> logger
) : VersionService.VersionServiceBase
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 100;
    private const string AllCatalogs = "-";

    /// <inheritdoc />
    public override async Task<GetVersionResponse> GetVersion(GetVersionRequest request, ServerCallContext context)
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Name, context.CancellationToken);
        return new GetVersionResponse { Version = row.Read() };
    }

    /// <inheritdoc />
    public override async Task<GetActiveVersionResponse> GetActiveVersion(
        GetActiveVersionRequest request,
        ServerCallContext context
    )
    {
        // From the database, not from memory: who was told of an activation asks here, perhaps before this replica was told.
        var caller = context.GetCaller();
        var catalogId = VersionKey.CatalogIdOf(request.Catalog);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await db
            .Versions.AsNoTracking()
            .Where(row =>
                row.CatalogId == catalogId
                && row.State == CatalogVersion.Types.State.Active
                && (row.Owner == caller.Tenant || row.Owner == Owners.Shared)
            )
            .ToListAsync(context.CancellationToken);
        var found =
            rows.Find(row => row.Owner == caller.Tenant)
            ?? rows.FirstOrDefault()
            ?? throw Errors.NotFound(
                ResourceName.Catalog(catalogId),
                "No version of it is active. Activate one, or use catalogs/builtin."
            );
        return new GetActiveVersionResponse { Version = found.Read(), Owner = found.Owner };
    }

    /// <inheritdoc />
    public override async Task<ListVersionsResponse> ListVersions(ListVersionsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var catalogId = VersionKey.CatalogIdOf(request.Catalog);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = db.Versions.AsNoTracking();
        if (catalogId == AllCatalogs)
        {
            rows = rows.Where(row => row.Owner == caller.Tenant || row.Owner == Owners.Shared);
        }
        else
        {
            var owner = await db.OwnerSeenByAsync(caller, catalogId, context.CancellationToken);
            rows = rows.Where(row => row.Owner == owner && row.CatalogId == catalogId);
        }

        var before = Before(request.PageToken, request.Catalog);
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        var page = await rows.Where(row => row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(size + 1)
            .ToListAsync(context.CancellationToken);
        return new ListVersionsResponse
        {
            Versions = { page.Take(size).Select(row => row.Read()) },
            NextPageToken = page.Count > size ? After(page[size - 1].Id, request.Catalog) : "",
        };
    }

    /// <inheritdoc />
    public override async Task<ListAuditEntriesResponse> ListAuditEntries(
        ListAuditEntriesRequest request,
        ServerCallContext context
    )
    {
        var catalogId = VersionKey.CatalogIdOf(request.Catalog);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var owner = await db.OwnerSeenByAsync(context.GetCaller(), catalogId, context.CancellationToken);
        var before = Before(request.PageToken, request.Catalog);
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        var page = await db
            .Audit.AsNoTracking()
            .Where(row => row.Owner == owner && row.CatalogId == catalogId && row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(size + 1)
            .ToListAsync(context.CancellationToken);
        return new ListAuditEntriesResponse
        {
            Entries = { page.Take(size).Select(row => AuditEntry.Parser.ParseFrom(row.Message)) },
            NextPageToken = page.Count > size ? After(page[size - 1].Id, request.Catalog) : "",
        };
    }

    /// <inheritdoc />
    public override async Task StreamVersion(
        StreamVersionRequest request,
        IServerStreamWriter<StreamVersionResponse> responseStream,
        ServerCallContext context
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Name, context.CancellationToken);
        VersionBytes.RequireKept(row);
        await responseStream.WriteAsync(new StreamVersionResponse { Version = row.Read() }, context.CancellationToken);
        var chunks =
            row.State == CatalogVersion.Types.State.Draft
                ? VersionBytes.DraftChunksAsync(db, row, context.CancellationToken)
                : VersionBytes.ChunksAsync(db, row, context.CancellationToken);
        await foreach (var chunk in chunks)
        {
            // Nobody changes the chunk any more, so it need not be copied into the message.
            var data = UnsafeByteOperations.UnsafeWrap(chunk);
            await responseStream.WriteAsync(new StreamVersionResponse { Data = data }, context.CancellationToken);
        }
    }

    /// <inheritdoc />
    public override async Task<ValidateVersionResponse> ValidateVersion(ValidateVersionRequest request, ServerCallContext context)
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Name, context.CancellationToken);
        var bytes = await VersionBytes.ReadAsync(db, row, context.CancellationToken);
        var active = await db.FindActiveAsync(new VersionKey(row.Owner, row.CatalogId, ""), context.CancellationToken);
        return new ValidateVersionResponse
        {
            Report = CatalogValidator.ValidateStored([.. EntryStream.Read(bytes)], row.Read(), active?.Read()),
        };
    }

    private static long Before(string token, string catalog)
    {
        if (token.Length == 0)
        {
            return long.MaxValue;
        }
        return Paging.Decode(token, 2) is [var of, var id] && of == catalog && long.TryParse(id, out var before)
            ? before
            : throw Errors.InvalidArgument(
                "page_token",
                $"belongs to another request than one for {catalog}; start with an empty one"
            );
    }

    private static string After(long id, string catalog) =>
        Paging.Encode(catalog, id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
