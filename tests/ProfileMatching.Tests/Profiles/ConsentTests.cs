using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Tests.Profiles.Rest;
using CareerRecs.ServiceDefaults.Auth;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

/// <summary>Settings of tenants, and questions about people who consented to some purposes and not to others.</summary>
public sealed class ConsentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CallPurpose.Default, true)]
    [InlineData("internal-mobility", true)]
    [InlineData("succession", false)]
    public async Task A_question_is_answered_for_the_purposes_that_the_person_consented_to(string purpose, bool isAnswered)
    {
        await using var host = await ProfileHost.StartAsync();
        var profile = await host.CreateAsync(
            new Profile { ConsentPurpose = CallPurpose.Default, Purposes = { "internal-mobility" } }
        );
        var caller = Caller.Local with { Purpose = purpose };
        await AskAsync(host, caller, profile.Name);
        await RequireAsync(host, true);

        if (isAnswered)
        {
            await AskAsync(host, caller, profile.Name);
            return;
        }

        var refused = await Assert.ThrowsAsync<RpcException>(() => AskAsync(host, caller, profile.Name));
        var info = refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal((StatusCode.FailedPrecondition, "CONSENT_MISSING"), (refused.StatusCode, info.Reason));
        Assert.Equal((profile.Name, purpose), (info.Metadata["resource"], info.Metadata["purpose"]));
    }

    [Fact]
    public async Task Without_consent_a_profile_is_still_read_changed_exported_and_erased()
    {
        await using var host = await ProfileHost.StartAsync();
        await RequireAsync(host, true);
        var profile = await host.CreateAsync(new Profile { ExternalId = "hr-1" });

        Assert.Equal(profile, await host.GetAsync(profile.Name));
        profile.Purposes.Add("career-advice");
        var changed = await ProfileCalls.UpdateAsync(host, profile, "purposes");
        Assert.Equal(["career-advice"], changed.Purposes);
        await AskAsync(host, Caller.Local, profile.Name);
        var export = await host.Profiles.ExportProfileAsync(
            new ExportProfileRequest { Name = profile.Name },
            cancellationToken: Token
        );
        Assert.Equal(["career-advice"], export.Profile.Purposes);
        await host.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = profile.Name }, cancellationToken: Token);
    }

    [Fact]
    public async Task A_feed_never_takes_consent_away_that_a_row_does_not_state()
    {
        await using var host = await ProfileHost.StartAsync();
        await host.CreateAsync(new Profile { ExternalId = "hr-1", Purposes = { "career-advice" } }, "ann");

        await host.Profiles.UpsertProfilesAsync(
            new UpsertProfilesRequest
            {
                Profiles =
                {
                    new Profile { ExternalId = "hr-1", YearsExperience = 3 },
                },
            },
            cancellationToken: Token
        );

        Assert.Equal(["career-advice"], (await host.GetAsync("profiles/ann")).Purposes);
    }

    [Fact]
    public async Task Settings_belong_to_one_tenant()
    {
        await using var host = await ProfileHost.StartAsync();
        var profile = await host.CreateAsync(new Profile());
        await host.Profiles.UpdateTenantSettingsAsync(
            new UpdateTenantSettingsRequest { TenantSettings = new TenantSettings { ConsentRequired = true } },
            ProfileHost.As("other"),
            cancellationToken: Token
        );

        await AskAsync(host, Caller.Local, profile.Name);
        var settings = await host.Profiles.GetTenantSettingsAsync(new GetTenantSettingsRequest(), cancellationToken: Token);
        Assert.Equal(new TenantSettings { ConsentRequired = false }, settings.TenantSettings);
    }

    [Fact]
    public async Task An_update_changes_what_the_mask_names_and_refuses_a_stale_etag()
    {
        await using var host = await ProfileHost.StartAsync();
        var first = await RequireAsync(host, true);
        var untouched = await host.Profiles.UpdateTenantSettingsAsync(
            new UpdateTenantSettingsRequest { TenantSettings = new TenantSettings { Etag = first.Etag } },
            cancellationToken: Token
        );
        var cleared = await host.Profiles.UpdateTenantSettingsAsync(
            new UpdateTenantSettingsRequest
            {
                TenantSettings = new TenantSettings(),
                UpdateMask = new FieldMask { Paths = { "*" } },
            },
            cancellationToken: Token
        );

        Assert.Equal(first, untouched.TenantSettings);
        Assert.Equal((false, "00000002"), (cleared.TenantSettings.ConsentRequired, cleared.TenantSettings.Etag));
        var stale = new TenantSettings { ConsentRequired = true, Etag = first.Etag };
        Assert.Equal(
            StatusCode.Aborted,
            await ProfileCalls.CodeOf(
                host.Profiles.UpdateTenantSettingsAsync(
                    new UpdateTenantSettingsRequest { TenantSettings = stale },
                    cancellationToken: Token
                )
            )
        );
    }

    [Fact]
    public async Task By_REST_the_body_is_the_settings_and_a_purpose_that_no_profile_can_name_is_refused()
    {
        await using var rest = await RestProfiles.StartAsync();

        var changed = await rest.SendAsync("PATCH", "/v1/tenantSettings", """{"consentRequired": true}""");
        var read = await rest.SendAsync("GET", "/v1/tenantSettings");
        var unnamed = await rest.SendAsync("GET", "/v1/tenantSettings", null, ("careerrecs-purpose", "Career advice"));

        Assert.Equal((200, 200), (changed.Status, read.Status));
        Assert.Contains(
            "\"consentRequired\":true",
            read.Text.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal((400, "INVALID_FIELDS"), (unnamed.Status, unnamed.Reason));
    }

    private static Task<StoredProfile> AskAsync(ProfileHost host, Caller caller, string name) =>
        host.Service<ProfileReader>().GetForQuestionAsync(caller, name, Token);

    private static async Task<TenantSettings> RequireAsync(ProfileHost host, bool isRequired) =>
        (
            await host.Profiles.UpdateTenantSettingsAsync(
                new UpdateTenantSettingsRequest { TenantSettings = new TenantSettings { ConsentRequired = isRequired } },
                cancellationToken: Token
            )
        ).TenantSettings;
}
