using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

public sealed class StoredProfileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_created_profile_can_be_read_back_and_its_event_is_in_the_outbox()
    {
        await using var host = await ProfileHost.StartAsync();

        var created = await host.CreateAsync(
            new Profile
            {
                Skills = { new ProfileSkill { Text = "Python" } },
                YearsExperience = 4,
                Revision = 77,
                Name = "profiles/mine",
            }
        );

        Assert.Matches("^profiles/[0-9a-f]{32}$", created.Name);
        Assert.Equal(1, created.Revision);
        Assert.NotEmpty(created.Etag);
        Assert.Equal(created.CreateTime, created.UpdateTime);
        Assert.Null(created.ExpireTime);
        Assert.Equal(created, await host.GetAsync(created.Name));
        Assert.Equal(["ProfileChanged 1"], await host.EventsOfAsync(created.Name));
    }

    [Fact]
    public async Task A_profile_is_seen_by_its_own_tenant_alone()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile(), "one");
        var other = ProfileHost.As("other");

        Assert.Equal(
            StatusCode.NotFound,
            await ProfileCalls.CodeOf(
                host.Profiles.GetProfileAsync(new GetProfileRequest { Name = created.Name }, other, cancellationToken: Token)
            )
        );
        Assert.Equal(
            StatusCode.NotFound,
            await ProfileCalls.CodeOf(
                host.Profiles.ExportProfileAsync(
                    new ExportProfileRequest { Name = created.Name },
                    other,
                    cancellationToken: Token
                )
            )
        );
        Assert.Equal(
            StatusCode.NotFound,
            await ProfileCalls.CodeOf(
                host.Profiles.DeleteProfileAsync(
                    new DeleteProfileRequest { Name = created.Name },
                    other,
                    cancellationToken: Token
                )
            )
        );
        Assert.Equal(
            StatusCode.NotFound,
            await ProfileCalls.CodeOf(
                host.Profiles.UpdateProfileAsync(new UpdateProfileRequest { Profile = created }, other, cancellationToken: Token)
            )
        );
        Assert.Empty(
            (await host.Profiles.ListProfilesAsync(new ListProfilesRequest(), other, cancellationToken: Token)).Profiles
        );
    }

    [Fact]
    public async Task The_same_request_id_gives_the_first_answer_for_a_day()
    {
        await using var host = await ProfileHost.StartAsync();
        var first = await host.CreateAsync(new Profile { YearsExperience = 1 }, requestId: "r");

        Assert.Equal(first, await host.CreateAsync(new Profile { YearsExperience = 1 }, requestId: "r"));
        Assert.Equal(
            StatusCode.InvalidArgument,
            await ProfileCalls.CodeOf(host.CreateAsync(new Profile { YearsExperience = 2 }, requestId: "r"))
        );

        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(first.Name, (await host.CreateAsync(new Profile { YearsExperience = 1 }, requestId: "r")).Name);
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_makes_one_profile()
    {
        await using var host = await ProfileHost.StartAsync();

        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.CreateAsync(new Profile(), requestId: "r")));

        Assert.Single(created.Select(p => p.Name).Distinct());
        Assert.Single((await host.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Token)).Profiles);
    }

    [Fact]
    public async Task A_document_is_read_and_its_text_kept_only_where_asked()
    {
        await using var host = await ProfileHost.StartAsync();
        var kept = await CreateFromTextAsync(host, "Python since 2015", storeText: true);
        var dropped = await CreateFromTextAsync(host, "Python since 2015", storeText: false);

        Assert.Equal(9, kept.YearsExperience);
        Assert.Equal(
            "Python since 2015",
            (
                await host.Profiles.ExportProfileAsync(new ExportProfileRequest { Name = kept.Name }, cancellationToken: Token)
            ).DocumentText
        );
        Assert.Empty(
            (
                await host.Profiles.ExportProfileAsync(new ExportProfileRequest { Name = dropped.Name }, cancellationToken: Token)
            ).DocumentText
        );
    }

    [Fact]
    public async Task A_mask_changes_what_it_names_and_nothing_else()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(
            new Profile
            {
                YearsExperience = 4,
                Seniority = Seniority.Mid,
                Interests = { "law" },
            }
        );
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var updated = await ProfileCalls.UpdateAsync(
            host,
            new Profile { Name = created.Name, Seniority = Seniority.Senior },
            "seniority",
            "years_experience"
        );

        Assert.Equal(Seniority.Senior, updated.Seniority);
        Assert.False(updated.HasYearsExperience);
        Assert.Equal(["law"], updated.Interests);
        Assert.Equal(2, updated.Revision);
        Assert.NotEqual(created.Etag, updated.Etag);
        Assert.Equal(created.CreateTime, updated.CreateTime);
        Assert.Equal(TimeSpan.FromMinutes(1), updated.UpdateTime.ToDateTimeOffset() - created.UpdateTime.ToDateTimeOffset());
        Assert.Equal(["ProfileChanged 1", "ProfileChanged 2"], await host.EventsOfAsync(created.Name));
        Assert.Equal(updated, await host.GetAsync(created.Name));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_none()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { YearsExperience = 4 });

        Assert.Equal(created, await ProfileCalls.UpdateAsync(host, created));
        Assert.Equal(["ProfileChanged 1"], await host.EventsOfAsync(created.Name));
    }

    [Fact]
    public async Task A_stale_etag_is_aborted_and_changes_nothing()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { YearsExperience = 1 });
        await ProfileCalls.UpdateAsync(
            host,
            new Profile
            {
                Name = created.Name,
                YearsExperience = 2,
                Etag = created.Etag,
            }
        );

        Assert.Equal(
            StatusCode.Aborted,
            await ProfileCalls.CodeOf(
                ProfileCalls.UpdateAsync(
                    host,
                    new Profile
                    {
                        Name = created.Name,
                        YearsExperience = 3,
                        Etag = created.Etag,
                    }
                )
            )
        );
        Assert.Equal(
            StatusCode.Aborted,
            await ProfileCalls.CodeOf(
                host.Profiles.DeleteProfileAsync(
                    new DeleteProfileRequest { Name = created.Name, Etag = created.Etag },
                    cancellationToken: Token
                )
            )
        );
        Assert.Equal(2, (await host.GetAsync(created.Name)).YearsExperience);
    }

    [Fact]
    public async Task Changes_without_etag_that_meet_all_get_through()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile());

        await Task.WhenAll(
            ProfileCalls.UpdateAsync(host, new Profile { Name = created.Name, YearsExperience = 1 }, "years_experience"),
            ProfileCalls.UpdateAsync(host, new Profile { Name = created.Name, Seniority = Seniority.Lead }, "seniority"),
            ProfileCalls.UpdateAsync(
                host,
                new Profile { Name = created.Name, ConsentPurpose = "career-advice" },
                "consent_purpose"
            )
        );

        var read = await host.GetAsync(created.Name);
        Assert.Equal(
            (1, Seniority.Lead, "career-advice", 4),
            (read.YearsExperience, read.Seniority, read.ConsentPurpose, read.Revision)
        );
        Assert.Equal(
            ["ProfileChanged 1", "ProfileChanged 2", "ProfileChanged 3", "ProfileChanged 4"],
            await host.EventsOfAsync(created.Name)
        );
    }

    [Fact]
    public async Task Pages_give_every_profile_once_ordered_by_name()
    {
        await using var host = await ProfileHost.StartAsync();
        foreach (var id in new[] { "b", "A", "a", "C", "_" })
        {
            await host.CreateAsync(new Profile { ExternalId = $"hr-{id}" }, id);
        }

        var names = new List<string>();
        var request = new ListProfilesRequest { PageSize = 2 };
        do
        {
            var page = await host.Profiles.ListProfilesAsync(request, cancellationToken: Token);
            names.AddRange(page.Profiles.Select(p => p.Name));
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        Assert.Equal(["profiles/A", "profiles/C", "profiles/_", "profiles/a", "profiles/b"], names);
        var one = await host.Profiles.ListProfilesAsync(
            new ListProfilesRequest { ExternalId = "hr-a" },
            cancellationToken: Token
        );
        Assert.Equal("profiles/a", Assert.Single(one.Profiles).Name);
        Assert.Equal(
            StatusCode.InvalidArgument,
            await ProfileCalls.CodeOf(
                host.Profiles.ListProfilesAsync(new ListProfilesRequest { PageToken = "?" }, cancellationToken: Token)
            )
        );
    }

    private static async Task<Profile> CreateFromTextAsync(ProfileHost host, string text, bool storeText)
    {
        var document = new Document
        {
            Content = ByteString.CopyFromUtf8(text),
            StoreText = storeText,
            Stated = new Profile { YearsExperience = 9 },
        };
        var answer = await host.Profiles.CreateProfileAsync(
            new CreateProfileRequest { Subject = new Subject { Document = document } },
            cancellationToken: Token
        );
        return answer.Profile;
    }
}
