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
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 100;

    /// <summary>Returns the catalog that the caller means by a name.</summary>
    public async Task<GetCatalogResponse> GetAsync(GetCatalogRequest request, ServerCallContext context)
    {
        var id = VersionKey.CatalogIdOf(request.Name);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await Seen(db, context.GetCaller()).Where(row => row.CatalogId == id).ToListAsync(context.CancellationToken);
        return rows.Count > 0
            ? new GetCatalogResponse { Catalog = await SummarizeAsync(db, Meant(rows), context.CancellationToken) }
            : throw Errors.NotFound(request.Name, "ListCatalogs tells which there are.");
    }

    /// <summary>Returns a page of the catalogs that the caller can name.</summary>
    public async Task<ListCatalogsResponse> ListAsync(ListCatalogsRequest request, ServerCallContext context)
    {
        var after = request.PageToken.Length > 0 ? Paging.Decode(request.PageToken, 1)[0] : "";
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await Seen(db, context.GetCaller()).ToListAsync(context.CancellationToken);
        var rest = rows.GroupBy(row => row.CatalogId, StringComparer.Ordinal)
            .OrderBy(named => named.Key, StringComparer.Ordinal)
            .SkipWhile(named => string.CompareOrdinal(named.Key, after) <= 0)
            .Select(Meant)
            .ToList();
        var response = new ListCatalogsResponse
        {
            NextPageToken = rest.Count > size ? Paging.Encode(rest[size - 1].CatalogId) : "",
        };
        foreach (var row in rest.Take(size))
        {
            response.Catalogs.Add(await SummarizeAsync(db, row, context.CancellationToken));
        }

        return response;
    }

    private static IQueryable<CatalogRow> Seen(CatalogDb db, Caller caller) =>
        db.Catalogs.AsNoTracking().Where(row => row.Owner == caller.Tenant || row.Owner == Owners.Shared);

    /// <summary>Of a tenant's catalog and a shared one of the same name the one that answers: the tenant's, once it has an active
    /// version.</summary>
    private static CatalogRow Meant(IEnumerable<CatalogRow> rows) =>
        rows.OrderBy(row => row.ActiveVersionId is null).ThenBy(row => row.Owner == Owners.Shared).First();

    private static async Task<CatalogSummary> SummarizeAsync(CatalogDb db, CatalogRow row, CancellationToken cancellationToken)
    {
        var active = await db.FindActiveAsync(new VersionKey(row.Owner, row.CatalogId, ""), cancellationToken);
        return new CatalogSummary
        {
            Name = ResourceName.Catalog(row.CatalogId),
            Owner = row.Owner,
            ActiveVersion = active?.Read(),
        };
    }
}
