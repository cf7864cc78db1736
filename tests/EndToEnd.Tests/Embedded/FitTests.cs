using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>
/// What holds of every fit, whoever asks about whatever role; here on people drawn by chance, through the socket.
/// </summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class FitTests(EmbeddedFixture embedded)
{
    private const int MostRoles = 100;

    private static readonly Dictionary<double, Proficiency> s_words = new()
    {
        [2] = Proficiency.Basic,
        [4] = Proficiency.Working,
        [5.5] = Proficiency.Advanced,
        [7] = Proficiency.Expert,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Components_sum_to_the_fit_and_the_best_comes_first(int seed)
    {
        var answer = await AskAsync(PersonBy(seed));

        Assert.NotEmpty(answer.Recommendations);
        Assert.All(answer.Recommendations, r => Assert.Equal(r.Fit.MilliPoints, r.Fit.Components.Sum(c => c.MilliPoints)));
        Assert.All(answer.Recommendations, r => Assert.InRange(r.Fit.MilliPoints, 0, 100_000));
        // Of fits that show as the same points the shorter title comes first.
        var points = answer.Recommendations.Select(r => (r.Fit.MilliPoints + 500) / 1000).ToList();
        Assert.Equal(points.OrderDescending(), points);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Filters_candidates_and_page_do_not_change_the_fit_of_a_role(int seed)
    {
        var person = PersonBy(seed);
        var all = (await AskAsync(person)).Recommendations.ToDictionary(r => r.Role, r => r.Fit);
        var some = all.Keys.Where((_, i) => i % 3 == 0).ToList();
        var family = (await AskAsync(person)).Recommendations[0].Family;

        RecommendRolesRequest[] narrower =
        [
            new() { Filter = new RoleFilter { Families = { family } } },
            new() { Filter = new RoleFilter { NotFamilies = { family } } },
            new() { Filter = new RoleFilter { Seniorities = { Seniority.Mid, Seniority.Senior } } },
            new() { CandidateRoles = { some } },
            new() { MaxResults = 3, View = AnswerView.Full },
            new() { OnePerLadder = true },
        ];
        foreach (var request in narrower)
        {
            request.Subject = person;
            if (request.MaxResults == 0)
            {
                request.MaxResults = MostRoles;
            }
            var answer = await embedded.RecommendAsync(request);
            // The catalog has more roles than an answer; a narrower one reaches some that the first did not.
            var known = answer.Recommendations.Where(r => all.ContainsKey(r.Role)).ToList();
            Assert.NotEmpty(known);
            Assert.All(known, r => Assert.Equal(all[r.Role], r.Fit));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_a_skill_would_bring_is_what_asking_again_with_it_gives(int seed)
    {
        var person = PersonBy(seed);
        var role = "";
        List<MissingSkill> askable = [];
        foreach (var recommended in (await AskAsync(person)).Recommendations)
        {
            role = recommended.Role;
            var gap = await embedded.Client.Matching.AnalyzeGapAsync(
                new AnalyzeGapRequest { Subject = person, Role = role },
                cancellationToken: Cancel
            );

            // Only levels that a person has a word for can be asked for exactly; not every role asks for one.
            askable = [.. gap.Gaps.Where(g => g.Proficiency == 0 && s_words.ContainsKey(g.RequiredProficiency)).Take(5)];
            if (askable.Count > 0)
            {
                break;
            }
        }

        Assert.NotEmpty(askable);
        foreach (var missing in askable)
        {
            var better = person.Clone();
            better.InlineProfile.Skills.Add(
                new ProfileSkill { Text = missing.Title, Proficiency = s_words[missing.RequiredProficiency] }
            );
            var again = await embedded.Client.Matching.ExplainMatchAsync(
                new ExplainMatchRequest { Subject = better, Role = role },
                cancellationToken: Cancel
            );
            Assert.Equal(missing.Skill, again.Understanding.Skills[^1].Resolution.Skill);
            Assert.Equal(missing.FitIfAcquiredMilliPoints, again.Match.Fit.MilliPoints);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_skill_that_a_role_asks_for_never_lowers_its_fit(int seed)
    {
        var person = PersonBy(seed);
        foreach (var recommended in (await AskAsync(person)).Recommendations.Take(3))
        {
            var gap = await embedded.Client.Matching.AnalyzeGapAsync(
                new AnalyzeGapRequest { Subject = person, Role = recommended.Role },
                cancellationToken: Cancel
            );
            var before = recommended.Fit.MilliPoints;
            var better = person.Clone();
            foreach (var missing in gap.Gaps.Take(6))
            {
                better.InlineProfile.Skills.Add(new ProfileSkill { Text = missing.Title, Proficiency = Proficiency.Expert });
                var again = await embedded.Client.Matching.ExplainMatchAsync(
                    new ExplainMatchRequest { Subject = better, Role = recommended.Role },
                    cancellationToken: Cancel
                );
                Assert.True(
                    again.Match.Fit.MilliPoints >= before,
                    $"{missing.Title} lowered {recommended.Title} from {before} to {again.Match.Fit.MilliPoints}"
                );
                before = again.Match.Fit.MilliPoints;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_order_in_which_skills_are_said_does_not_matter(int seed)
    {
        var person = PersonBy(seed);
        var reversed = new Subject { InlineProfile = new Profile { YearsExperience = person.InlineProfile.YearsExperience } };
        reversed.InlineProfile.Skills.Add(person.InlineProfile.Skills.Reverse());

        Assert.Equal((await AskAsync(person)).Recommendations, (await AskAsync(reversed)).Recommendations);
    }

    [Fact]
    public async Task Equal_questions_have_equal_answers_and_ids_and_other_questions_others()
    {
        var first = await AskAsync(PersonBy(1));

        Assert.Equal(first, await AskAsync(PersonBy(1)));
        Assert.NotEqual(first.RecommendationId, (await AskAsync(PersonBy(2))).RecommendationId);
    }

    private Task<RecommendRolesResponse> AskAsync(Subject person) =>
        embedded.RecommendAsync(
            new RecommendRolesRequest
            {
                Subject = person,
                MaxResults = MostRoles,
                IncludeGated = true,
            }
        );

    private Subject PersonBy(int seed)
    {
        var random = new Random(seed);
        var titles = embedded.Skills.ToArray();
        random.Shuffle(titles);
        return People.Inline(titles.Take(random.Next(6, 20)));
    }
}
