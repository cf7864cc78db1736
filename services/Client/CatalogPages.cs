using CareerRecs.Catalog.V1;

namespace CareerRecs.Client;

/// <summary>Items of the lists of Catalog, page after page.</summary>
public static class CatalogPages
{
    /// <summary>Roles of a catalog. All pages are of the version that the first one was read from.</summary>
    public static IAsyncEnumerable<Role> EnumerateRolesAsync(
        this CatalogService.CatalogServiceClient client,
        ListRolesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListRolesAsync(page, cancellationToken: cancel),
            response => response.Roles,
            cancellationToken
        );
    }

    /// <summary>Roles whose titles match a text, the best first. All pages are of one version.</summary>
    public static IAsyncEnumerable<TitleMatch> EnumerateRoleMatchesAsync(
        this CatalogService.CatalogServiceClient client,
        SearchRolesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.SearchRolesAsync(page, cancellationToken: cancel),
            response => response.Matches,
            cancellationToken
        );
    }

    /// <summary>Skills of a catalog. All pages are of one version.</summary>
    public static IAsyncEnumerable<Skill> EnumerateSkillsAsync(
        this CatalogService.CatalogServiceClient client,
        ListSkillsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListSkillsAsync(page, cancellationToken: cancel),
            response => response.Skills,
            cancellationToken
        );
    }

    /// <summary>Fields of a catalog. All pages are of one version.</summary>
    public static IAsyncEnumerable<Field> EnumerateFieldsAsync(
        this CatalogService.CatalogServiceClient client,
        ListFieldsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListFieldsAsync(page, cancellationToken: cancel),
            response => response.Fields,
            cancellationToken
        );
    }

    /// <summary>Catalogs that the caller may read.</summary>
    public static IAsyncEnumerable<CatalogSummary> EnumerateCatalogsAsync(
        this VersionService.VersionServiceClient client,
        ListCatalogsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListCatalogsAsync(page, cancellationToken: cancel),
            response => response.Catalogs,
            cancellationToken
        );
    }

    /// <summary>Versions of a catalog.</summary>
    public static IAsyncEnumerable<CatalogVersion> EnumerateVersionsAsync(
        this VersionService.VersionServiceClient client,
        ListVersionsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListVersionsAsync(page, cancellationToken: cancel),
            response => response.Versions,
            cancellationToken
        );
    }

    /// <summary>Changes to the versions of a catalog.</summary>
    public static IAsyncEnumerable<AuditEntry> EnumerateAuditEntriesAsync(
        this VersionService.VersionServiceClient client,
        ListAuditEntriesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListAuditEntriesAsync(page, cancellationToken: cancel),
            response => response.Entries,
            cancellationToken
        );
    }
}
