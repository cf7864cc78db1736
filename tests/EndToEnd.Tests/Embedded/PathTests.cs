using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Embedded;

[Collection(nameof(EmbeddedCollection))]
public sealed class PathTests(EmbeddedFixture embedded)
{
    private const string DataScientist = "catalogs/builtin/roles/data-scientist";
    private const string MachineLearningEngineer = "catalogs/builtin/roles/machine-learning-engineer";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moves_from_a_role_say_how_ready_its_holder_is_and_what_there_is_to_learn()
    {
        var answer = await embedded.Client.CareerPaths.SuggestMovesAsync(
            new SuggestMovesRequest { From = new StartingPoint { Role = DataScientist } },
            cancellationToken: Cancel
        );

        Assert.Equal((DataScientist, "Data Scientist"), (answer.FromRole, answer.FromTitle));
        Assert.Equal(10, answer.Moves.Count);
        Assert.DoesNotContain(answer.Moves, m => m.Role == DataScientist);
        Assert.Equal(answer.Moves.Select(m => m.Score).OrderDescending(), answer.Moves.Select(m => m.Score));
        Assert.All(
            answer.Moves,
            m =>
                Assert.True(
                    m.Fit is null && m.Readiness is >= 0 and <= 1 && m.Kind is not (StepKind.StepDown or StepKind.Unspecified)
                )
        );
        Assert.All(answer.Moves, m => Assert.Equal(m.Missing.Count > 0, m.Effort.Hours > 0));
    }

    [Fact]
    public async Task Moves_of_a_person_tell_the_fit_that_recommendations_tell()
    {
        var subject = new Subject { InlineProfile = People.Engineer.InlineProfile.Clone() };
        subject.InlineProfile.Jobs.Add(new HeldJob { Title = "Data Scientist" });
        var answer = await embedded.Client.CareerPaths.SuggestMovesAsync(
            new SuggestMovesRequest { From = new StartingPoint { Subject = subject } },
            cancellationToken: Cancel
        );
        var explained = await embedded.Client.Matching.ExplainMatchAsync(
            new ExplainMatchRequest { Subject = subject, Role = answer.Moves[0].Role },
            cancellationToken: Cancel
        );

        Assert.Equal(DataScientist, answer.FromRole);
        Assert.Equal(explained.Match.Fit, answer.Moves[0].Fit);
        Assert.Equal(explained.Versions.EngineVersion, answer.Versions.EngineVersion);
    }

    [Fact]
    public async Task Moves_of_a_person_without_a_job_start_from_the_role_that_fits_best()
    {
        var recommended = await embedded.Client.Matching.RecommendRolesAsync(
            new RecommendRolesRequest { Subject = People.Engineer },
            cancellationToken: Cancel
        );
        var answer = await embedded.Client.CareerPaths.SuggestMovesAsync(
            new SuggestMovesRequest { From = new StartingPoint { Subject = People.Engineer } },
            cancellationToken: Cancel
        );

        var best = recommended.Recommendations[0];
        Assert.Equal(FitBand.Strong, best.Fit.Band);
        Assert.Equal((best.Role, true), (answer.FromRole, answer.FromPresumed));
        Assert.DoesNotContain(answer.Moves, m => m.Role == best.Role);
    }

    [Fact]
    public async Task Moves_of_a_person_whom_no_role_fits_well_are_the_recommended_roles_in_their_order()
    {
        string[] skills = ["SQL", "Figma", "Kubernetes", "Public speaking"];
        var profile = new Profile { Skills = { skills.Select(skill => new ProfileSkill { Text = skill }) } };
        var subject = new Subject { InlineProfile = profile };
        var recommended = await embedded.Client.Matching.RecommendRolesAsync(
            new RecommendRolesRequest { Subject = subject },
            cancellationToken: Cancel
        );
        var answer = await embedded.Client.CareerPaths.SuggestMovesAsync(
            new SuggestMovesRequest { From = new StartingPoint { Subject = subject } },
            cancellationToken: Cancel
        );

        Assert.NotEqual(FitBand.Strong, recommended.Recommendations[0].Fit.Band);
        Assert.Equal(("", false), (answer.FromRole, answer.FromPresumed));
        Assert.Equal(recommended.Recommendations[0].Role, answer.Moves[0].Role);
        Assert.All(answer.Moves, m => Assert.Equal(m.Fit.MilliPoints / 100_000d, m.Score, 4));
    }

    [Fact]
    public async Task A_route_ends_at_its_target_and_its_effort_is_that_of_its_steps()
    {
        var request = new PlanRouteRequest
        {
            From = new StartingPoint { Role = "catalogs/builtin/roles/data-analyst" },
            ToRole = MachineLearningEngineer,
            MaxRoutes = 5,
        };
        var answer = await embedded.Client.CareerPaths.PlanRouteAsync(request, cancellationToken: Cancel);

        Assert.NotEmpty(answer.Routes);
        foreach (var route in answer.Routes)
        {
            Assert.Equal(MachineLearningEngineer, route.Steps[^1].Role);
            Assert.Equal(route.Steps.Sum(s => s.Effort.Hours), route.Effort.Hours, 0);
            Assert.Equal(route.Steps.Min(s => s.Readiness), route.LeastReadiness);
        }

        request.NotThrough.Add(
            answer.Routes.SelectMany(r => r.Steps).Select(s => s.Role).Where(r => r != MachineLearningEngineer).Distinct()
        );
        var others = await embedded.Client.CareerPaths.PlanRouteAsync(request, cancellationToken: Cancel);
        Assert.Empty(others.Routes.SelectMany(r => r.Steps).Select(s => s.Role).Intersect(request.NotThrough));
    }

    [Fact]
    public async Task Whoever_is_there_already_needs_no_route()
    {
        var answer = await embedded.Client.CareerPaths.PlanRouteAsync(
            new PlanRouteRequest
            {
                From = new StartingPoint { Role = DataScientist },
                ToRole = DataScientist,
            },
            cancellationToken: Cancel
        );

        Assert.Equal(("Already there.", 0), (answer.Message, answer.Routes.Count));
    }

    [Fact]
    public async Task Too_little_to_go_on_is_said()
    {
        var nobody = new StartingPoint
        {
            Subject = new Subject { InlineProfile = new Profile { Skills = { new ProfileSkill { Text = "Python" } } } },
        };

        Assert.NotNull(
            (
                await embedded.Client.CareerPaths.SuggestMovesAsync(
                    new SuggestMovesRequest { From = nobody },
                    cancellationToken: Cancel
                )
            ).InsufficientEvidence
        );
        Assert.NotNull(
            (
                await embedded.Client.CareerPaths.PlanRouteAsync(
                    new PlanRouteRequest { From = nobody, ToRole = DataScientist },
                    cancellationToken: Cancel
                )
            ).InsufficientEvidence
        );
    }

    [Fact]
    public async Task Two_roles_are_compared_both_ways()
    {
        var answer = await embedded.Client.CareerPaths.CompareRolesAsync(
            new CompareRolesRequest { Role = DataScientist, OtherRole = MachineLearningEngineer },
            cancellationToken: Cancel
        );
        var turned = await embedded.Client.CareerPaths.CompareRolesAsync(
            new CompareRolesRequest { Role = MachineLearningEngineer, OtherRole = DataScientist },
            cancellationToken: Cancel
        );

        Assert.Equal(
            (answer.Similarity, answer.Readiness, answer.OtherReadiness),
            (turned.Similarity, turned.OtherReadiness, turned.Readiness)
        );
        Assert.Contains(answer.Skills, s => s.HasImportance && s.HasOtherImportance);
        Assert.All(answer.Skills, s => Assert.True(s.HasImportance || s.HasOtherImportance));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_by_field()
    {
        var unknown = await Assert.ThrowsAnyAsync<RpcException>(async () =>
            await embedded.Client.CareerPaths.SuggestMovesAsync(
                new SuggestMovesRequest { From = new StartingPoint { Role = "catalogs/builtin/roles/astronaut" } },
                cancellationToken: Cancel
            )
        );
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);

        var elsewhere = await Assert.ThrowsAnyAsync<RpcException>(async () =>
            await embedded.Client.CareerPaths.CompareRolesAsync(
                new CompareRolesRequest { Role = DataScientist, OtherRole = "catalogs/onet/roles/15-2051.00" },
                cancellationToken: Cancel
            )
        );
        Assert.Equal(StatusCode.InvalidArgument, elsewhere.StatusCode);
        Assert.Contains("other_role", elsewhere.Status.Detail, StringComparison.Ordinal);

        var target = await Assert.ThrowsAnyAsync<RpcException>(async () =>
            await embedded.Client.CareerPaths.PlanRouteAsync(
                new PlanRouteRequest
                {
                    From = new StartingPoint { Role = "catalogs/builtin/roles/data-analyst" },
                    ToRole = DataScientist,
                    NotThrough = { DataScientist },
                },
                cancellationToken: Cancel
            )
        );
        Assert.Equal(StatusCode.InvalidArgument, target.StatusCode);
    }
}
