using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>Skills to acquire next, for a person and over people, and where they can be learned.</summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class NextSkillTests(EmbeddedFixture embedded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CareerPathService.CareerPathServiceClient Paths => embedded.Client.CareerPaths;

    [Fact]
    public async Task What_a_suggested_skill_brings_is_what_ranking_again_with_it_gives()
    {
        var answer = await Paths.SuggestSkillsAsync(
            new SuggestSkillsRequest { Subject = People.Engineer, MaxResults = 50 },
            cancellationToken: Cancel
        );

        Assert.InRange(answer.Roles.Count, 3, 10);
        Assert.Contains(answer.Attributions, a => a.Contains("Stack Overflow", StringComparison.Ordinal));
        Assert.Equal(answer.Skills.OrderByDescending(s => s.Gains.Count(g => g.LiftsToGood)), answer.Skills);
        // Only a level that a person has a word for can be asked for exactly.
        var suggested = answer.Skills.First(s => s.Proficiency == 4 && s.HeldProficiency == 0);
        var better = People.Engineer;
        better.InlineProfile.Skills.Add(new ProfileSkill { Text = suggested.Title, Proficiency = Types.V1.Proficiency.Working });
        foreach (var gain in suggested.Gains)
        {
            var again = await embedded.Client.Matching.ExplainMatchAsync(
                new ExplainMatchRequest { Subject = better, Role = gain.Role },
                cancellationToken: Cancel
            );
            Assert.Equal(gain.FitIfAcquiredMilliPoints, again.Match.Fit.MilliPoints);
            Assert.True(gain.FitMilliPoints < gain.FitIfAcquiredMilliPoints);
        }
    }

    [Fact]
    public async Task Skills_are_suggested_for_the_roles_that_interest_the_person()
    {
        var answer = await Paths.SuggestSkillsAsync(
            new SuggestSkillsRequest { Subject = People.Engineer, Roles = { "catalogs/builtin/roles/data-engineer" } },
            cancellationToken: Cancel
        );

        Assert.All(answer.Skills.SelectMany(s => s.Gains), g => Assert.Equal("catalogs/builtin/roles/data-engineer", g.Role));
        var refused = await Assert.ThrowsAnyAsync<RpcException>(async () =>
            await Paths.SuggestSkillsAsync(
                new SuggestSkillsRequest { Subject = People.Engineer, Roles = { "catalogs/builtin/roles/astronaut" } },
                cancellationToken: Cancel
            )
        );
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Fact]
    public async Task A_population_tells_nothing_that_fewer_than_five_people_stand_behind()
    {
        var people = Enumerable.Range(0, 12).Select(People.Number).ToList();
        var answer = await Paths.AnalyzePopulationAsync(
            new AnalyzePopulationRequest
            {
                Subjects =
                {
                    people,
                    new Subject { InlineProfile = new Profile() },
                },
            },
            cancellationToken: Cancel
        );

        Assert.Equal(12, answer.AnalyzedCount);
        Assert.Equal(1, answer.InsufficientCount);
        Assert.NotEmpty(answer.Skills);
        Assert.All(answer.Skills, s => Assert.True(s.PeopleCount >= 5 && s.OpenedCount >= s.PeopleCount));
        Assert.All(answer.Skills.SelectMany(s => s.Roles), r => Assert.True(r.PeopleCount >= 5));
        people.Reverse();
        Assert.Equal(
            answer.Skills,
            (
                await Paths.AnalyzePopulationAsync(
                    new AnalyzePopulationRequest { Subjects = { people } },
                    cancellationToken: Cancel
                )
            ).Skills
        );
        foreach (var few in new[] { people.Take(4), Enumerable.Repeat(people[0], 5), people.Take(4).Append(people[0].Clone()) })
        {
            var refused = await Assert.ThrowsAnyAsync<RpcException>(async () =>
                await Paths.AnalyzePopulationAsync(new AnalyzePopulationRequest { Subjects = { few } }, cancellationToken: Cancel)
            );
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        }

        Assert.Equal(
            12,
            (
                await Paths.AnalyzePopulationAsync(
                    new AnalyzePopulationRequest { Subjects = { people, people } },
                    cancellationToken: Cancel
                )
            ).AnalyzedCount
        );
    }

    [Fact]
    public async Task Listed_resources_stand_beside_the_skills_that_they_teach()
    {
        var learning = embedded.Client.Learning;
        var listed = await learning.ReplaceLearningResourcesAsync(
            new ReplaceLearningResourcesRequest
            {
                Resources =
                {
                    new ListedResource
                    {
                        Skill = "kubernetes",
                        Title = "Long course",
                        Hours = 40,
                        Cost = "49 USD",
                        Uri = "https://learn.example/long",
                    },
                    new ListedResource
                    {
                        Skill = "K8s",
                        Title = "Short course",
                        Hours = 6,
                    },
                    new ListedResource { Skill = "Basket weaving", Title = "Not of this catalog" },
                    new ListedResource { Skill = "Basket weaving", Title = "Not of this catalog" },
                },
            },
            cancellationToken: Cancel
        );
        Assert.Equal(3, listed.ResourceCount);

        var gap = await embedded.Client.Matching.AnalyzeGapAsync(
            new AnalyzeGapRequest
            {
                Subject = People.Inline("Python", "Linux", "Git"),
                Role = "catalogs/builtin/roles/mlops-engineer",
            },
            cancellationToken: Cancel
        );
        Assert.Equal(
            ["Short course", "Long course"],
            Assert.Single(gap.Gaps, g => g.Title == "Kubernetes").Resources.Select(r => r.Title)
        );

        var stale = await Assert.ThrowsAnyAsync<RpcException>(async () =>
            await learning.ReplaceLearningResourcesAsync(
                new ReplaceLearningResourcesRequest { Etag = "00000000" },
                cancellationToken: Cancel
            )
        );
        Assert.Equal(StatusCode.Aborted, stale.StatusCode);
        var wrong = await Assert.ThrowsAnyAsync<RpcException>(async () =>
            await learning.ReplaceLearningResourcesAsync(
                new ReplaceLearningResourcesRequest
                {
                    Resources =
                    {
                        new ListedResource
                        {
                            Skill = "Git",
                            Title = "x",
                            Uri = "javascript:alert(1)",
                        },
                    },
                },
                cancellationToken: Cancel
            )
        );
        Assert.Contains("resources[0].uri", wrong.Status.Detail, StringComparison.Ordinal);
        var page = await learning.ListLearningResourcesAsync(
            new ListLearningResourcesRequest { PageSize = 2 },
            cancellationToken: Cancel
        );
        Assert.Equal(["Basket weaving", "K8s"], page.Resources.Select(r => r.Skill));
        var rest = await learning.ListLearningResourcesAsync(
            new ListLearningResourcesRequest { PageSize = 2, PageToken = page.NextPageToken },
            cancellationToken: Cancel
        );
        Assert.Equal(["kubernetes"], rest.Resources.Select(r => r.Skill));
        await learning.ReplaceLearningResourcesAsync(
            new ReplaceLearningResourcesRequest { Etag = page.Etag },
            cancellationToken: Cancel
        );
    }

    [Fact]
    public async Task The_model_card_states_the_thresholds_that_answers_use()
    {
        var card = await embedded.Client.Matching.GetModelCardAsync(new GetModelCardRequest(), cancellationToken: Cancel);
        var answer = await embedded.RecommendAsync(new RecommendRolesRequest { Subject = People.Engineer, MaxResults = 100 });

        Assert.Equal(answer.Versions.EngineVersion, card.EngineVersion);
        var least = card.Thresholds.ToDictionary(t => t.Band, t => t.LeastMilliPoints);
        foreach (var fit in answer.Recommendations.Select(r => r.Fit))
        {
            var band = least
                .Where(t => fit.MilliPoints >= t.Value)
                .OrderByDescending(t => t.Value)
                .Select(t => t.Key)
                .FirstOrDefault(FitBand.Stretch);
            Assert.Equal(band, fit.Band);
        }

        Assert.NotEmpty(card.Limits);
        Assert.True(card.LeastEvidence > 0);
    }
}
