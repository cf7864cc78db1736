using CareerRecs.Matching.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Embedded;

[Collection(nameof(EmbeddedCollection))]
public sealed class StoredProfileTests(EmbeddedFixture embedded)
{
    private ProfileService.ProfileServiceClient Profiles => embedded.Client.Profiles;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_profile_is_answered_like_the_same_one_sent_along_until_it_is_erased()
    {
        var made = (
            await Profiles.CreateProfileAsync(new CreateProfileRequest { Subject = People.Engineer }, cancellationToken: Cancel)
        ).Profile;
        var question = new RecommendRolesRequest { Subject = People.Stored(made.Name) };

        var stored = await embedded.RecommendAsync(question);
        var sent = await embedded.RecommendAsync(new RecommendRolesRequest { Subject = People.Engineer });
        Assert.Equal(sent.Recommendations, stored.Recommendations);

        var erased = await Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = made.Name }, cancellationToken: Cancel);
        Assert.NotNull(erased.ErasureCompleteTime);
        await Refused.WithAsync(
            StatusCode.NotFound,
            () => embedded.Client.Matching.RecommendRolesAsync(question, cancellationToken: Cancel)
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () => Profiles.ExportProfileAsync(new ExportProfileRequest { Name = made.Name }, cancellationToken: Cancel)
        );
    }

    [Fact]
    public async Task An_external_id_that_is_used_again_answers_for_the_new_person()
    {
        const string alias = "profiles/-/externalIds/used-again";
        var question = new RecommendRolesRequest { Subject = People.Stored(alias) };
        var first = await CreateAsync("Python");
        var before = await embedded.RecommendAsync(question);
        await Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = alias }, cancellationToken: Cancel);

        var second = await CreateAsync("Figma");

        Assert.Equal(first.Revision, second.Revision);
        Assert.NotEqual(before.Recommendations[0].Role, (await embedded.RecommendAsync(question)).Recommendations[0].Role);

        async Task<Profile> CreateAsync(string skill)
        {
            var profile = new Profile { ExternalId = "used-again", Skills = { new ProfileSkill { Text = skill } } };
            profile.Skills.Add(new ProfileSkill { Text = "SQL" });
            var request = new CreateProfileRequest { Subject = new Subject { InlineProfile = profile } };
            return (await Profiles.CreateProfileAsync(request, cancellationToken: Cancel)).Profile;
        }
    }

    [Fact]
    public async Task A_person_under_two_names_is_one_of_a_population()
    {
        var profile = new Profile { ExternalId = "counted-once", Skills = { new ProfileSkill { Text = "Python" } } };
        var request = new CreateProfileRequest { Subject = new Subject { InlineProfile = profile } };
        var made = (await Profiles.CreateProfileAsync(request, cancellationToken: Cancel)).Profile;
        var people = Enumerable.Range(0, 3).Select(People.Number).ToList();

        await Refused.WithAsync(
            StatusCode.InvalidArgument,
            () =>
                embedded.Client.CareerPaths.AnalyzePopulationAsync(
                    new AnalyzePopulationRequest
                    {
                        Subjects = { people, People.Stored(made.Name), People.Stored("profiles/-/externalIds/counted-once") },
                    },
                    cancellationToken: Cancel
                )
        );
    }

    [Fact]
    public async Task A_change_shows_in_the_next_answer_and_a_stale_one_is_refused()
    {
        var made = (
            await Profiles.CreateProfileAsync(new CreateProfileRequest { Subject = People.Engineer }, cancellationToken: Cancel)
        ).Profile;
        var question = new RecommendRolesRequest { Subject = People.Stored(made.Name) };
        var before = await embedded.RecommendAsync(question);

        var change = new UpdateProfileRequest
        {
            Profile = new Profile
            {
                Name = made.Name,
                Etag = made.Etag,
                Skills =
                {
                    made.Skills,
                    new ProfileSkill { Text = "Kubernetes" },
                },
            },
            UpdateMask = new FieldMask { Paths = { "skills" } },
        };
        var changed = (await Profiles.UpdateProfileAsync(change, cancellationToken: Cancel)).Profile;

        Assert.True(changed.Revision > made.Revision, "a change raises the revision");
        Assert.Equal(4, changed.YearsExperience);
        Assert.NotEqual(before.RecommendationId, (await embedded.RecommendAsync(question)).RecommendationId);
        change.Profile.Skills.Clear();
        await Refused.WithAsync(StatusCode.Aborted, () => Profiles.UpdateProfileAsync(change, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Upserting_by_external_id_answers_for_each_row()
    {
        var good = People.Profile("SQL", "Excel");
        good.ExternalId = "hr-1";
        var rows = new UpsertProfilesRequest { Profiles = { good, new Profile() } };

        var first = await Profiles.UpsertProfilesAsync(rows, cancellationToken: Cancel);
        var second = await Profiles.UpsertProfilesAsync(rows, cancellationToken: Cancel);

        Assert.Equal([UpsertOutcome.Created, UpsertOutcome.Failed], first.Results.Select(r => r.Outcome));
        Assert.Equal([UpsertOutcome.Unchanged, UpsertOutcome.Failed], second.Results.Select(r => r.Outcome));
        Assert.Contains("external_id", first.Results[1].Error, StringComparison.Ordinal);
        var listed = await Profiles.ListProfilesAsync(new ListProfilesRequest { ExternalId = "hr-1" }, cancellationToken: Cancel);
        Assert.Equal(first.Results[0].Profile, Assert.Single(listed.Profiles).Name);
    }
}
