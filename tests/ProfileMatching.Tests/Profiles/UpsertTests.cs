using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

public sealed class UpsertTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_row_says_what_became_of_it()
    {
        await using var host = await ProfileHost.StartAsync();
        await UpsertAsync(host, Row("same", 1), Row("changed", 1));

        var results = await UpsertAsync(
            host,
            Row("new", 1),
            Row("same", 1),
            Row("changed", 2),
            Row("", 1),
            Row("same", 3),
            new Profile
            {
                ExternalId = "brief",
                Retention = new Duration { Seconds = 5 },
            }
        );

        Assert.Equal(
            [
                UpsertOutcome.Created,
                UpsertOutcome.Unchanged,
                UpsertOutcome.Updated,
                UpsertOutcome.Failed,
                UpsertOutcome.Failed,
                UpsertOutcome.Failed,
            ],
            results.Select(r => r.Outcome)
        );
        Assert.StartsWith("profiles[3].external_id:", results[3].Error, StringComparison.Ordinal);
        Assert.StartsWith("profiles[4].external_id:", results[4].Error, StringComparison.Ordinal);
        Assert.StartsWith("profiles[5].retention:", results[5].Error, StringComparison.Ordinal);
        Assert.Equal(2, (await host.GetAsync(results[2].Profile)).YearsExperience);
        Assert.Equal(["ProfileChanged 1", "ProfileChanged 2"], await host.EventsOfAsync(results[2].Profile));
        Assert.Equal(["ProfileChanged 1"], await host.EventsOfAsync(results[1].Profile));
    }

    [Fact]
    public async Task A_row_beyond_the_limits_of_the_contract_fails_alone()
    {
        await using var host = await ProfileHost.StartAsync();

        var answer = await host.Service<ProfileUpsert>()
            .UpsertAsync(Caller.Local, new UpsertProfilesRequest { Profiles = { Row("good", 1), Row("bad", 1000) } }, Token);

        Assert.Equal([UpsertOutcome.Created, UpsertOutcome.Failed], answer.Results.Select(r => r.Outcome));
        Assert.StartsWith(
            "profiles[1].years_experience: must be from 0 to 70",
            answer.Results[1].Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_with_a_character_that_no_database_takes_or_an_impossible_date_fails_alone()
    {
        await using var host = await ProfileHost.StartAsync();
        var dated = Row("dated", 1);
        dated.Jobs.Add(
            new HeldJob
            {
                Title = "x",
                Start = new Google.Type.Date
                {
                    Year = -1,
                    Month = 99,
                    Day = 99,
                },
            }
        );

        var results = await UpsertAsync(host, Row("good", 1), Row("a\0b", 1), dated);

        Assert.Equal([UpsertOutcome.Created, UpsertOutcome.Failed, UpsertOutcome.Failed], results.Select(r => r.Outcome));
        Assert.StartsWith(
            "profiles[1].external_id: must not contain the character U+0000",
            results[1].Error,
            StringComparison.Ordinal
        );
        Assert.StartsWith("profiles[2].jobs[0].start: must be a date", results[2].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_rows_are_stored_and_a_repeat_changes_nothing()
    {
        await using var host = await ProfileHost.StartAsync();
        var rows = Enumerable.Range(0, 1000).Select(i => Row($"hr-{i}", i % 40)).ToArray();

        var first = await UpsertAsync(host, rows);
        var second = await UpsertAsync(host, rows);

        Assert.All(first, r => Assert.Equal(UpsertOutcome.Created, r.Outcome));
        Assert.All(second, r => Assert.Equal(UpsertOutcome.Unchanged, r.Outcome));
        Assert.Equal(first.Select(r => r.Profile), second.Select(r => r.Profile));
    }

    [Fact]
    public async Task The_same_rows_sent_twice_at_once_make_each_profile_once()
    {
        await using var host = await ProfileHost.StartAsync();
        var rows = Enumerable.Range(0, 50).Select(i => Row($"hr-{i}", 1)).ToArray();

        var answers = await Task.WhenAll(UpsertAsync(host, rows), UpsertAsync(host, rows), UpsertAsync(host, rows));

        Assert.All(answers.SelectMany(a => a), r => Assert.NotEqual(UpsertOutcome.Failed, r.Outcome));
        Assert.Equal(50, answers.SelectMany(a => a).Select(r => r.Profile).Distinct().Count());
    }

    [Fact]
    public async Task What_a_person_corrected_survives_a_later_feed()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(
            new Profile
            {
                ExternalId = "hr-1",
                Skills =
                {
                    new ProfileSkill
                    {
                        Text = "Java",
                        Proficiency = Proficiency.None,
                        Source = SkillSource.Corrected,
                    },
                    new ProfileSkill { Text = "Go", Source = SkillSource.Corrected },
                },
            }
        );

        await UpsertAsync(
            host,
            new Profile
            {
                ExternalId = "hr-1",
                Skills =
                {
                    new ProfileSkill
                    {
                        Text = "java",
                        Proficiency = Proficiency.Expert,
                        Source = SkillSource.Extracted,
                    },
                    new ProfileSkill { Text = "SQL", Source = SkillSource.Extracted },
                },
            }
        );

        var read = await host.GetAsync(created.Name);
        Assert.Equal(["Java", "Go", "SQL"], read.Skills.Select(s => s.Text));
        Assert.Equal(Proficiency.None, read.Skills[0].Proficiency);
    }

    private static Profile Row(string externalId, double years) => new() { ExternalId = externalId, YearsExperience = years };

    private static async Task<IReadOnlyList<UpsertResult>> UpsertAsync(ProfileHost host, params Profile[] rows) =>
        (
            await host.Profiles.UpsertProfilesAsync(new UpsertProfilesRequest { Profiles = { rows } }, cancellationToken: Token)
        ).Results;
}
