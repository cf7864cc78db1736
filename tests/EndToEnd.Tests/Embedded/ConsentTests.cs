using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>Questions of a tenant that requires consent, with answers that are cached.</summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class ConsentTests(EmbeddedFixture embedded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cached_answer_is_refused_to_a_call_for_another_purpose()
    {
        var stated = new Profile
        {
            Purposes = { "internal-mobility" },
            Skills =
            {
                new ProfileSkill { Text = "Python" },
                new ProfileSkill { Text = "SQL" },
            },
        };
        var created = await embedded.Client.Profiles.CreateProfileAsync(
            new CreateProfileRequest { Subject = new Subject { InlineProfile = stated } },
            cancellationToken: Cancel
        );
        var question = new RecommendRolesRequest { Subject = new Subject { Profile = created.Profile.Name } };
        await RequireConsentAsync(true);
        try
        {
            using var mobility = new CareerRecsClient(
                new CareerRecsClientOptions { Address = embedded.Address, Purpose = "internal-mobility" }
            );
            var answer = await mobility.Matching.RecommendRolesAsync(question, cancellationToken: Cancel);
            var refused = await Assert.ThrowsAsync<CareerRecsException>(() => embedded.RecommendAsync(question));

            Assert.NotEmpty(answer.Recommendations);
            Assert.Equal(ErrorReason.ConsentMissing, refused.Reason);
        }
        finally
        {
            await RequireConsentAsync(false);
        }

        Assert.NotEmpty((await embedded.RecommendAsync(question)).Recommendations);
    }

    private async Task RequireConsentAsync(bool isRequired) =>
        await embedded.Client.Profiles.UpdateTenantSettingsAsync(
            new UpdateTenantSettingsRequest { TenantSettings = new TenantSettings { ConsentRequired = isRequired } },
            cancellationToken: Cancel
        );
}
