using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class OutageTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    [Fact]
    public async Task With_catalog_killed_matching_goes_on_also_in_replicas_that_start_anew()
    {
        var question = new RecommendRolesRequest { Subject = People.Number(50) };
        var replicas = await ReplicasAsync("outage");
        var known = await AskAsync(replicas[0], question);
        await AskAsync(replicas[1], question);
        await Cluster.Catalog.KillAsync(Cancel);

        question.MaxResults = 7;
        foreach (var replica in replicas)
        {
            Assert.Equal(known.Recommendations.Take(7), (await AskAsync(replica, question)).Recommendations);
        }

        // One with the disk it had, one with a new disk, which takes the version from its database.
        await Cluster.MatchingA.StopAsync(Cancel);
        await Cluster.MatchingA.StartAsync(Cancel);
        await Cluster.MatchingB.KillAsync(Cancel);
        Directory.Delete(Cluster.MatchingB.Folder, recursive: true);
        await Cluster.MatchingB.StartAsync(Cancel);
        question.MaxResults = 6;
        foreach (var replica in await ReplicasAsync("outage"))
        {
            var answer = await AskAsync(replica, question);
            Assert.Equal(known.Recommendations.Take(6), answer.Recommendations);
            Assert.Equal(known.Versions, answer.Versions);
            var unknown = new RecommendRolesRequest { Subject = People.Engineer, Catalog = "catalogs/nowhere" };
            await Refused.WithAsync(
                StatusCode.Unavailable,
                () => replica.Matching.RecommendRolesAsync(unknown, cancellationToken: Cancel)
            );
        }

        await Cluster.Catalog.StartAsync(Cancel);
        await CatalogIsReachedAsync();
    }

    [Fact]
    public async Task With_salary_down_roles_come_without_pay_and_say_so()
    {
        // A place that nobody asked about: what roles pay elsewhere may be remembered.
        var question = new RecommendRolesRequest
        {
            Subject = People.Engineer,
            IncludePay = true,
            Location = "Denver, CO",
        };
        var replicas = await ReplicasAsync("outage");
        await Cluster.Salary.StopAsync(Cancel);

        var without = await Task.WhenAll(replicas.Select(replica => AskAsync(replica, question)));
        Assert.All(
            without,
            answer =>
            {
                Assert.Equal(PayStatus.SalaryUnavailable, answer.PayStatus);
                Assert.NotEmpty(answer.PayMessage);
                Assert.Equal(10, answer.Recommendations.Count);
                Assert.All(answer.Recommendations, r => Assert.Null(r.Pay));
            }
        );

        await Cluster.Salary.StartAsync(Cancel);
        foreach (var replica in replicas)
        {
            var answer = await Eventually.GetAsync(
                "pay is back",
                () => AskAsync(replica, question),
                a => a.PayStatus == PayStatus.Included
            );
            Assert.Equal(without[0].Recommendations.Select(r => r.Fit), answer.Recommendations.Select(r => r.Fit));
        }
    }

    [Fact]
    public async Task A_replica_that_started_without_salary_gives_equal_answers_equal_ids()
    {
        var question = new RecommendRolesRequest
        {
            Subject = People.Number(60),
            IncludePay = true,
            Location = "Austin, TX",
        };
        await Cluster.Salary.StopAsync(Cancel);
        await Cluster.MatchingA.StopAsync(Cancel);
        await Cluster.MatchingA.StartAsync(Cancel);
        await Cluster.Salary.StartAsync(Cancel);
        var replicas = await ReplicasAsync("outage");

        var first = await Eventually.GetAsync(
            "pay is back",
            () => AskAsync(replicas[0], question),
            a => a.PayStatus == PayStatus.Included
        );

        Assert.Equal(first, await AskAsync(replicas[0], question));
        Assert.Equal(
            first,
            await Eventually.GetAsync(
                "pay is back",
                () => AskAsync(replicas[1], question),
                a => a.PayStatus == PayStatus.Included
            )
        );
    }

    [Fact]
    public async Task With_postgres_hung_every_profile_sent_along_is_answered()
    {
        var replicas = await ReplicasAsync("outage", ProfileScopes);
        foreach (var replica in replicas)
        {
            await AskAsync(replica, new RecommendRolesRequest { Subject = People.Number(80) });
        }

        await Cluster.Servers.Postgres.PauseAsync();
        try
        {
            for (var i = 0; i < 40; i++)
            {
                var replica = replicas[i % 2];
                var subject = People.Number(81 + i);
                Assert.NotEmpty((await AskAsync(replica, new RecommendRolesRequest { Subject = subject })).Recommendations);
                var gap = new AnalyzeGapRequest { Subject = subject, Role = "catalogs/builtin/roles/data-scientist" };
                Assert.NotNull(await replica.Matching.AnalyzeGapAsync(gap, cancellationToken: Cancel));
            }
        }
        finally
        {
            await Cluster.Servers.Postgres.ResumeAsync();
        }

        foreach (var replica in replicas)
        {
            await Eventually.GetAsync(
                "profiles are listed again",
                async () => await replica.Profiles.ListProfilesAsync(new ListProfilesRequest(), cancellationToken: Cancel),
                _ => true
            );
        }
    }

    [Fact]
    public async Task With_postgres_down_profiles_sent_along_are_answered_and_stored_ones_wait()
    {
        var replicas = await ReplicasAsync("outage", ProfileScopes);
        var stored = (
            await replicas[0]
                .Profiles.CreateProfileAsync(new CreateProfileRequest { Subject = People.Engineer }, cancellationToken: Cancel)
        ).Profile;
        await Cluster.Servers.Postgres.StopAsync();

        foreach (var replica in replicas)
        {
            Assert.NotEmpty((await AskAsync(replica, new RecommendRolesRequest { Subject = People.Number(70) })).Recommendations);
            await Refused.WithAsync(
                StatusCode.Unavailable,
                () =>
                    replica.Matching.RecommendRolesAsync(
                        new RecommendRolesRequest { Subject = People.Stored(stored.Name) },
                        cancellationToken: Cancel
                    )
            );
            await Refused.WithAsync(
                StatusCode.Unavailable,
                () =>
                    replica.Profiles.CreateProfileAsync(
                        new CreateProfileRequest { Subject = People.Engineer, ProfileId = "half" },
                        cancellationToken: Cancel
                    )
            );
        }

        await Cluster.Servers.Postgres.StartAsync(Cancel);
        foreach (var replica in replicas)
        {
            await Eventually.GetAsync(
                "the stored profile is back",
                async () =>
                    (
                        await replica.Profiles.GetProfileAsync(
                            new GetProfileRequest { Name = stored.Name },
                            cancellationToken: Cancel
                        )
                    ).Profile,
                profile => profile.Equals(stored)
            );
            await Refused.WithAsync(
                StatusCode.NotFound,
                () =>
                    replica.Profiles.GetProfileAsync(new GetProfileRequest { Name = "profiles/half" }, cancellationToken: Cancel)
            );
        }
    }
}
