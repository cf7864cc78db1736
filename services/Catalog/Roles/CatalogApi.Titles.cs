using CareerRecs.Catalog.Roles;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Storage;
using Grpc.Core;

namespace CareerRecs.Catalog;

public sealed partial class CatalogApi
{
    private const int DefaultHits = 10;
    private const int MaxHits = 100;
    private const int DefaultMeanings = 3;

    /// <inheritdoc />
    public override async Task<SearchRolesResponse> SearchRoles(SearchRolesRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await FindAsync(context, request.Catalog, page.Version);
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

    /// <inheritdoc />
    public override async Task<ResolveTitleResponse> ResolveTitle(ResolveTitleRequest request, ServerCallContext context)
    {
        var version = await FindAsync(context, request.Catalog, request.CatalogVersion);
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
