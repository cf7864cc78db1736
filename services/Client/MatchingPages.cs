using CareerRecs.Matching.V1;

namespace CareerRecs.Client;

/// <summary>Items of the lists of ProfileMatching, page after page.</summary>
public static class MatchingPages
{
    /// <summary>Stored profiles of the tenant.</summary>
    public static IAsyncEnumerable<Profile> EnumerateProfilesAsync(
        this ProfileService.ProfileServiceClient client,
        ListProfilesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListProfilesAsync(page, cancellationToken: cancel),
            response => response.Profiles,
            cancellationToken
        );
    }

    /// <summary>Learning resources of the tenant's list.</summary>
    public static IAsyncEnumerable<ListedResource> EnumerateLearningResourcesAsync(
        this LearningService.LearningServiceClient client,
        ListLearningResourcesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListLearningResourcesAsync(page, cancellationToken: cancel),
            response => response.Resources,
            cancellationToken
        );
    }
}
