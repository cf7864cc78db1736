using CareerRecs.Matching.V1;
using CareerRecs.Testing.Rest;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Rest;

/// <summary>Random REST requests about profiles.</summary>
public sealed class RestMutationTests
{
    [Fact]
    public async Task Mutations_of_every_route_s_requests_are_answered_or_refused_with_a_reason()
    {
        await using var rest = await RestProfiles.StartAsync();

        await RestMutations.AssertAnsweredAsync(rest.Client, ProfileService.Descriptor, TestContext.Current.CancellationToken);
    }
}
