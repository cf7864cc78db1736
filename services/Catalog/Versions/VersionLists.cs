using System.Globalization;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Versions;

/// <summary>Lists of versions and of what was done to them, newest first.</summary>
internal sealed class VersionLists(IDbContextFactory<CatalogDb> databases)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 100;
    private const string AllCatalogs = "-";

    /// <summary>Returns a page of the versions of a catalog, or of all catalogs that the caller sees.</summary>
    public async Task<ListVersionsResponse> ListAsync(ListVersionsRequest request, ServerCallContext context)
    {
        var (caller, list) = (context.GetCaller(), $"versions of {request.Catalog}");
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

        var before = Before(request.PageToken, list);
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        var page = await rows.Where(row => row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(size + 1)
            .ToListAsync(context.CancellationToken);
        return new ListVersionsResponse
        {
            Versions = { page.Take(size).Select(row => row.Read()) },
            NextPageToken = page.Count > size ? After(page[size - 1].Id, list) : "",
        };
    }

    /// <summary>Returns a page of the audit entries of a catalog.</summary>
    public async Task<ListAuditEntriesResponse> ListAuditEntriesAsync(ListAuditEntriesRequest request, ServerCallContext context)
    {
        var list = $"audit of {request.Catalog}";
        var catalogId = VersionKey.CatalogIdOf(request.Catalog);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var owner = await db.OwnerSeenByAsync(context.GetCaller(), catalogId, context.CancellationToken);
        var before = Before(request.PageToken, list);
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
            NextPageToken = page.Count > size ? After(page[size - 1].Id, list) : "",
        };
    }

    private static long Before(string token, string list) =>
        Paging.DecodeLast(list, token) is { } last ? Paging.Number(last) : long.MaxValue;

    private static string After(long id, string list) => Paging.EncodeLast(list, id.ToString(CultureInfo.InvariantCulture));
}
