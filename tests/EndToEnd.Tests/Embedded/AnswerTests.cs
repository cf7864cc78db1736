using System.Text;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.EndToEnd.Tests.Embedded;

[Collection(nameof(EmbeddedCollection))]
public sealed class AnswerTests(EmbeddedFixture embedded)
{
    private const string MachineLearningEngineer = "catalogs/builtin/roles/machine-learning-engineer";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roles_come_with_reasons_versions_and_pay()
    {
        var request = new RecommendRolesRequest
        {
            Subject = People.Engineer,
            IncludePay = true,
            Location = "San Francisco, CA",
        };

        // On a busy machine the first answer may not wait long enough for pay; then it says so, and the next one has it.
        var answer = await Eventually.GetAsync(
            "pay in the answer",
            () => embedded.RecommendAsync(request),
            a => a.PayStatus != PayStatus.SalaryUnavailable
        );

        Assert.Equal(PayStatus.Included, answer.PayStatus);
        Assert.Equal(10, answer.Recommendations.Count);
        Assert.InRange(answer.SearchedRoleCount, 30, 1000);
        Assert.Equal(
            ["Python", "PyTorch", "SQL", "Docker", "Statistics"],
            answer.Understanding.Skills.Select(s => s.Resolution.Title)
        );
        Assert.StartsWith("catalogs/builtin/versions/", answer.Versions.CatalogVersion, StringComparison.Ordinal);
        Assert.StartsWith("salaryModels/", answer.Versions.SalaryModel, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Versions.EngineVersion);
        Assert.NotEmpty(answer.RecommendationId);
        Assert.Contains(answer.Recommendations, r => r.Role == MachineLearningEngineer);
        Assert.Contains(answer.Recommendations, r => r.Pay?.Estimate?.Percentiles.P50.CurrencyCode == "USD");
        Assert.All(answer.Recommendations, r => Assert.NotEmpty(r.Matched));
    }

    [Fact]
    public async Task A_place_without_evidence_costs_the_pay_and_not_the_answer()
    {
        var request = new RecommendRolesRequest
        {
            Subject = People.Engineer,
            IncludePay = true,
            Location = "Atlantis",
        };

        var answer = await Eventually.GetAsync(
            "an answer of the salary service",
            () => embedded.RecommendAsync(request),
            a => a.PayStatus != PayStatus.SalaryUnavailable
        );

        Assert.Equal(PayStatus.NoEvidence, answer.PayStatus);
        Assert.Contains("Atlantis", answer.PayMessage, StringComparison.Ordinal);
        Assert.Equal(10, answer.Recommendations.Count);
        Assert.All(answer.Recommendations, r => Assert.Null(r.Pay));
    }

    [Fact]
    public async Task One_skill_alone_is_not_enough_to_go_on()
    {
        var answer = await embedded.RecommendAsync(
            new RecommendRolesRequest
            {
                Subject = new Subject { InlineProfile = new Profile { Skills = { new ProfileSkill { Text = "Python" } } } },
            }
        );

        Assert.Empty(answer.Recommendations);
        Assert.NotEmpty(answer.InsufficientEvidence.Message);
        Assert.NotEmpty(answer.InsufficientEvidence.WouldTellMost);
    }

    [Fact]
    public async Task A_word_that_means_nothing_is_said_and_not_dropped()
    {
        var answer = await embedded.RecommendAsync(
            new RecommendRolesRequest { Subject = People.Inline("Pythn", "SQL", "Docker", "Zymurgology") }
        );

        Assert.Equal("Python", answer.Understanding.Skills[0].Resolution.Title);
        Assert.Equal("Zymurgology", Assert.Single(answer.Understanding.Unresolved).Text);
    }

    [Fact]
    public async Task An_explanation_tells_of_the_same_fit_in_full()
    {
        var answer = await embedded.RecommendAsync(new RecommendRolesRequest { Subject = People.Engineer });
        var best = answer.Recommendations[0];

        var explained = await embedded.Client.Matching.ExplainMatchAsync(
            new ExplainMatchRequest { Subject = People.Engineer, Role = best.Role },
            cancellationToken: Cancel
        );

        Assert.Equal(best.Fit, explained.Match.Fit);
        Assert.Equal(answer.Versions.CatalogVersion, explained.Versions.CatalogVersion);
        Assert.True(explained.Match.Missing.Count > best.Missing.Count, "an explanation names all that is missing");
        Assert.All(explained.Match.Fit.Components, c => Assert.NotEmpty(c.Evidence));
    }

    [Fact]
    public async Task A_gap_names_essentials_first_and_what_each_would_bring()
    {
        var gap = await embedded.Client.Matching.AnalyzeGapAsync(
            new AnalyzeGapRequest { Subject = People.Engineer, Role = MachineLearningEngineer },
            cancellationToken: Cancel
        );

        Assert.NotEmpty(gap.Gaps);
        Assert.Equal(gap.Gaps.OrderByDescending(g => g.Essential), gap.Gaps);
        Assert.All(
            gap.Gaps,
            g => Assert.True(g.FitIfAcquiredMilliPoints >= gap.Match.Fit.MilliPoints, $"{g.Title} would lower the fit")
        );
    }

    [Fact]
    public async Task Similar_roles_share_skills()
    {
        var similar = await embedded.Client.Matching.SimilarRolesAsync(
            new SimilarRolesRequest { Role = MachineLearningEngineer, MaxResults = 5 },
            cancellationToken: Cancel
        );

        Assert.Equal(5, similar.Roles.Count);
        Assert.Equal(similar.Roles.OrderByDescending(r => r.Similarity), similar.Roles);
        Assert.DoesNotContain(similar.Roles, r => r.Role == MachineLearningEngineer);
        Assert.All(similar.Roles, r => Assert.NotEmpty(r.SharedSkills));
    }

    [Fact]
    public async Task Skills_in_a_text_are_named_with_where_they_stand()
    {
        const string Text =
            "Data Scientist, 2019 - 2024\nBuilt models in Python and PyTorch on data from SQL; shipped them with Docker.";
        var extracted = await embedded.Client.Matching.ExtractSkillsAsync(
            new ExtractSkillsRequest { Document = new Document { Content = ByteString.CopyFrom(Text, Encoding.UTF8) } },
            cancellationToken: Cancel
        );

        var skills = extracted.Understanding.Skills;
        Assert.Superset(
            new HashSet<string> { "Python", "PyTorch", "SQL", "Docker" },
            skills.Select(s => s.Resolution.Title).ToHashSet()
        );
        Assert.All(skills.Where(s => s.HasStart), s => Assert.Equal(s.Resolution.Text, Text[s.Start..s.End], ignoreCase: true));
        Assert.Contains(extracted.Understanding.Jobs, j => j.Title == "Data Scientist");
    }
}
