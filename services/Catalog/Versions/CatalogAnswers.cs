using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Vocabulary;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Versions;

/// <summary>
/// Answers about catalogs as a whole, from the database: who was told of an activation asks here, perhaps before this replica was
/// told.
/// </summary>
internal sealed class CatalogAnswers(IDbContextFactory<CatalogDb> databases)
{
    private const string List = "catalogs";
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 100;

    /// <summary>Returns the catalog that the caller means by a name.</summary>
    public async Task<GetCatalogResponse> GetAsync(GetCatalogRequest request, ServerCallContext context)
    {
        var id = VersionKey.CatalogIdOf(request.Name);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await Seen(db, context.GetCaller()).Where(row => row.CatalogId == id).ToListAsync(context.CancellationToken);
        return rows.Count == 0
            ? throw Errors.NotFound(request.Name, "ListCatalogs tells which there are.")
            : new GetCatalogResponse { Catalog = (await SummarizeAsync(db, [Meant(rows)], context.CancellationToken))[0] };
    }

    /// <summary>Returns a page of the catalogs that the caller can name.</summary>
    public async Task<ListCatalogsResponse> ListAsync(ListCatalogsRequest request, ServerCallContext context)
    {
        var last = Paging.DecodeLast(List, request.PageToken);
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await Seen(db, context.GetCaller()).ToListAsync(context.CancellationToken);
        var rest = rows.GroupBy(row => row.CatalogId, StringComparer.Ordinal)
            .OrderBy(named => named.Key, StringComparer.Ordinal)
            .SkipWhile(named => string.CompareOrdinal(named.Key, last) <= 0)
            .Select(Meant)
            .ToList();
        return new ListCatalogsResponse
        {
            Catalogs = { await SummarizeAsync(db, [.. rest.Take(size)], context.CancellationToken) },
            NextPageToken = rest.Count > size ? Paging.EncodeLast(List, rest[size - 1].CatalogId) : "",
        };
    }

    private static IQueryable<CatalogRow> Seen(CatalogDb db, Caller caller) =>
        db.Catalogs.AsNoTracking().Where(row => row.Owner == caller.Tenant || row.Owner == Owners.Shared);

    /// <summary>
    /// Of a tenant's catalog and a shared one of the same name the one that answers: the tenant's, once it has an active version.
    /// </summary>
    private static CatalogRow Meant(IEnumerable<CatalogRow> rows) =>
        rows.OrderBy(row => row.ActiveVersionId is null).ThenBy(row => row.Owner == Owners.Shared).First();

    private static async Task<List<CatalogSummary>> SummarizeAsync(
        CatalogDb db,
        List<CatalogRow> catalogs,
        CancellationToken cancellationToken
    )
    {
        var (owners, ids) = (catalogs.ConvertAll(row => row.Owner), catalogs.ConvertAll(row => row.CatalogId));
        var active = await db
            .Versions.AsNoTracking()
            .Where(row => owners.Contains(row.Owner) && ids.Contains(row.CatalogId))
            .Where(row => row.State == CatalogVersion.Types.State.Active)
            .ToListAsync(cancellationToken);
        return catalogs.ConvertAll(catalog => new CatalogSummary
        {
            Name = ResourceName.Catalog(catalog.CatalogId),
            Owner = catalog.Owner,
            ActiveVersion = active.Find(row => row.Owner == catalog.Owner && row.CatalogId == catalog.CatalogId)?.Read(),
        });
    }
}
