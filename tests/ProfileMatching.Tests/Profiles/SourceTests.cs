using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

/// <summary>Person, HR system and document tell of the same profile; none loses what another stated.</summary>
public sealed class SourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_without_a_mask_changes_only_what_it_states()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(
            new Profile
            {
                ExternalId = "hr-1",
                Skills = { Skill("Python") },
                ConsentPurpose = "career-advice",
                Retention = Duration.FromTimeSpan(TimeSpan.FromDays(30)),
            }
        );

        var updated = await UpdateAsync(host, new Profile { Name = created.Name, YearsExperience = 4 });

        Assert.Equal(4, updated.YearsExperience);
        Assert.Equal("hr-1", updated.ExternalId);
        Assert.Equal("Python", Assert.Single(updated.Skills).Text);
        Assert.Equal("career-advice", updated.ConsentPurpose);
        Assert.NotNull(updated.ExpireTime);
    }

    [Fact]
    public async Task A_feed_replaces_what_the_feed_stated_and_nothing_else()
    {
        await using var host = await ProfileHost.StartAsync();
        var name = (await UpsertAsync(host, Row("Python", "Java"))).Profile;
        await UpdateAsync(
            host,
            new Profile
            {
                Name = name,
                Skills = { Skill("Python"), Skill("Java"), Skill("Rust") },
                ConsentPurpose = "career-advice",
                Retention = Duration.FromTimeSpan(TimeSpan.FromDays(30)),
            }
        );

        var result = await UpsertAsync(host, Row("Go"));

        Assert.Equal(UpsertOutcome.Updated, result.Outcome);
        var read = await host.GetAsync(name);
        Assert.Equal(["Rust", "Go"], read.Skills.Select(s => s.Text));
        Assert.Equal("career-advice", read.ConsentPurpose);
        Assert.Equal(TimeSpan.FromDays(30), read.Retention.ToTimeSpan());
        Assert.Equal(["skills[0]"], read.Origins.Single(o => o.Source == FactSource.Person).Facts);
        Assert.Equal(["skills[1]"], read.Origins.Single(o => o.Source == FactSource.Hr).Facts);
    }

    [Fact]
    public async Task A_feed_with_a_mask_states_only_the_fields_that_it_names()
    {
        await using var host = await ProfileHost.StartAsync();
        await UpsertAsync(host, Row("Python"));

        var years = new Profile { ExternalId = "hr-1", YearsExperience = 7 };
        var result = await UpsertAsync(host, years, "years_experience");

        var read = await host.GetAsync(result.Profile);
        Assert.Equal(7, read.YearsExperience);
        Assert.Equal("Python", Assert.Single(read.Skills).Text);
    }

    [Fact]
    public async Task A_row_with_a_stale_etag_fails_alone_and_says_so_as_a_call_would()
    {
        await using var host = await ProfileHost.StartAsync();
        await UpsertAsync(host, Row("Python"));
        var stale = Row("Go");
        stale.Etag = "00000099";

        var answer = await host.Profiles.UpsertProfilesAsync(
            new UpsertProfilesRequest
            {
                Profiles =
                {
                    stale,
                    new Profile { ExternalId = "hr-2" },
                    new Profile(),
                },
            },
            cancellationToken: Token
        );

        Assert.Equal([UpsertOutcome.Failed, UpsertOutcome.Created, UpsertOutcome.Failed], answer.Results.Select(r => r.Outcome));
        Assert.Equal(
            [(int)Code.Aborted, (int)Code.InvalidArgument],
            answer.Results.Where(r => r.Status is not null).Select(r => r.Status.Code)
        );
        Assert.All(answer.Results.Where(r => r.Status is not null), r => Assert.Equal(r.Error, r.Status.Message));
    }

    [Fact]
    public async Task A_new_document_takes_the_place_of_the_former_one()
    {
        await using var host = await ProfileHost.StartAsync();
        var name = (await UpsertAsync(host, Row("Go"))).Profile;
        await SetDocumentAsync(host, name, "Skills\nPython, Java");

        var set = await SetDocumentAsync(host, "profiles/-/externalIds/hr-1", "Skills\nPython, SQL");

        Assert.Equal(["Go", "Python", "SQL"], set.Skills.Select(s => s.Text));
        var export = await host.Profiles.ExportProfileAsync(new ExportProfileRequest { Name = name }, cancellationToken: Token);
        Assert.Equal("Skills\nPython, SQL", export.DocumentText);
        Assert.Equal([FactSource.Hr, FactSource.Document], export.Layers.Select(l => l.Source));
    }

    [Fact]
    public async Task A_profile_goes_by_its_external_id_wherever_a_name_goes()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { ExternalId = "plant 7/0815%" });
        const string alias = "profiles/-/externalIds/plant 7%2F0815%25";

        Assert.Equal(created, await host.GetAsync(alias));
        Assert.Equal(created.Name, (await UpdateAsync(host, new Profile { Name = alias, Seniority = Seniority.Mid })).Name);
        await host.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = alias }, cancellationToken: Token);
        Assert.Equal(StatusCode.NotFound, await ProfileCalls.CodeOf(host.GetAsync(alias)));
    }

    [Theory]
    [InlineData("a%2541", "a%41")]
    [InlineData("a%41", "a%41")]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    public void Only_the_two_escapes_of_the_contract_are_undone(string segment, string externalId) =>
        Assert.Equal(externalId, ProfileName.Parse($"profiles/-/externalIds/{segment}").ExternalId);

    [Fact]
    public async Task Several_profiles_are_read_at_once_or_the_missing_one_is_named()
    {
        await using var host = await ProfileHost.StartAsync();
        var one = await host.CreateAsync(new Profile { ExternalId = "a" });
        var two = await host.CreateAsync(new Profile());
        var request = new BatchGetProfilesRequest { Names = { two.Name, "profiles/-/externalIds/a" } };

        var found = await host.Profiles.BatchGetProfilesAsync(request, cancellationToken: Token);

        Assert.Equal([two, one], found.Profiles);
        request.Names.Add("profiles/nobody");
        var missing = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Profiles.BatchGetProfilesAsync(request, cancellationToken: Token)
        );
        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
        Assert.Contains("profiles/nobody", missing.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_profiles_are_erased_and_one_that_is_not_there_stops_no_other()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile());

        var answer = await host.Profiles.BatchDeleteProfilesAsync(
            new BatchDeleteProfilesRequest { Names = { "profiles/nobody", created.Name } },
            cancellationToken: Token
        );

        Assert.Equal((int)Code.NotFound, answer.Results[0].Status.Code);
        Assert.NotNull(answer.Results[1].ErasureCompleteTime);
        Assert.Equal(StatusCode.NotFound, await ProfileCalls.CodeOf(host.GetAsync(created.Name)));
    }

    [Fact]
    public async Task Only_profiles_that_changed_since_are_listed()
    {
        await using var host = await ProfileHost.StartAsync();
        await host.CreateAsync(new Profile { ExternalId = "old" });
        var since = Timestamp.FromDateTimeOffset(host.Clock.GetUtcNow());
        // Within a millisecond, as two writes can be.
        host.Clock.Advance(TimeSpan.FromMicroseconds(1));
        var fresh = await host.CreateAsync(new Profile { ExternalId = "new" });

        var page = await host.Profiles.ListProfilesAsync(
            new ListProfilesRequest { UpdatedAfter = since },
            cancellationToken: Token
        );

        Assert.Equal([fresh], page.Profiles);
    }

    private static ProfileSkill Skill(string text) => new() { Text = text };

    private static Profile Row(params string[] skills) => new() { ExternalId = "hr-1", Skills = { skills.Select(Skill) } };

    private static async Task<UpsertResult> UpsertAsync(ProfileHost host, Profile row, params string[] mask)
    {
        var request = new UpsertProfilesRequest
        {
            Profiles = { row },
            UpdateMask = new FieldMask { Paths = { mask } },
        };
        return Assert.Single((await host.Profiles.UpsertProfilesAsync(request, cancellationToken: Token)).Results);
    }

    private static Task<Profile> UpdateAsync(ProfileHost host, Profile profile) => ProfileCalls.UpdateAsync(host, profile);

    private static async Task<Profile> SetDocumentAsync(ProfileHost host, string name, string text)
    {
        var document = new Document { Content = ByteString.CopyFromUtf8(text), StoreText = true };
        var request = new SetProfileDocumentRequest { Name = name, Document = document };
        return (await host.Profiles.SetProfileDocumentAsync(request, cancellationToken: Token)).Profile;
    }
}
