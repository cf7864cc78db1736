using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Storage;
using Grpc.Core;

namespace CareerRecs.Catalog.Roles;

/// <summary>Answers about titles: search, and what a title means.</summary>
internal sealed class TitleAnswers(ServedCatalogs catalogs)
{
    private const int DefaultHits = 10;
    private const int MaxHits = 100;
    private const int DefaultMeanings = 3;

    /// <summary>Returns a page of the roles that match the query, with facets.</summary>
    public async Task<SearchRolesResponse> SearchAsync(SearchRolesRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await catalogs.FindAsync(context, request.Catalog, page.Version);
        var hits = new FacetedHits(request, version.Snapshot.TitleLexicon.Search(request.Query));
        var (items, next) = page.Take(request, version, hits.Passing, Paging.Size(request.PageSize, DefaultHits, MaxHits));
        return new SearchRolesResponse
        {
            Matches = { items },
            NextPageToken = next,
            CatalogVersion = version.Name,
            Facets = { hits.Facets },
        };
    }

    /// <summary>Returns the roles that a title may mean, and the level that it states.</summary>
    public async Task<ResolveTitleResponse> ResolveAsync(ResolveTitleRequest request, ServerCallContext context)
    {
        var version = await catalogs.FindAsync(context, request.Catalog, request.CatalogVersion);
        var reading = version.Snapshot.TitleLexicon.Read(
            request.Title,
            request.MaxResults > 0 ? request.MaxResults : DefaultMeanings
        );
        return new ResolveTitleResponse
        {
            Matches = { reading.Matches },
            StatedSeniority = reading.Seniority,
            StatedTrack = reading.Track,
            CoreTitle = reading.CoreTitle,
            CatalogVersion = version.Name,
        };
    }
}
