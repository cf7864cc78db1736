using CareerRecs.ProfileMatching.Careers.Routes;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Tests.Engine;

namespace CareerRecs.ProfileMatching.Tests.Careers;

public sealed class RoutePlannerTests
{
    private static RoutePlan Plan(
        string from,
        string to,
        double leastReadiness = 0.4,
        int steps = 4,
        Func<SkillId, double?>? hours = null,
        Func<RoleId, bool>? counts = null
    ) =>
        new RoutePlanner(
            MadeUpCatalog.Index,
            MoveParameters.Shipped with
            {
                LeastReadiness = leastReadiness,
            },
            hours ?? (_ => null),
            CancellationToken.None
        ).Plan(
            MoveStart.FromRole(MadeUpCatalog.Index, MadeUpCatalog.Role(from)),
            MadeUpCatalog.Role(to),
            5,
            steps,
            counts ?? (_ => true)
        );

    [Fact]
    public void The_next_step_of_a_ladder_is_one_move()
    {
        var route = Plan("ml-engineer", "senior-ml-engineer").Routes[0];

        Assert.Equal(MadeUpCatalog.Role("senior-ml-engineer"), Assert.Single(route.Steps).Reached);
        Assert.Contains(route.Steps[0].Lacks, l => l.Demand.Skill == MadeUpCatalog.Skill("kubernetes"));
    }

    [Fact]
    public void A_role_that_is_far_is_reached_through_one_between()
    {
        var route = Plan("analyst", "ml-engineer", leastReadiness: 0.2).Routes.First(r => r.Steps.Count > 1);

        Assert.Equal(MadeUpCatalog.Role("ml-engineer"), route.Steps[^1].Reached);
        Assert.True(route.Steps[^1].Hours >= route.Steps[0].Hours);
    }

    [Fact]
    public void Without_a_way_the_nearest_role_is_named()
    {
        var plan = Plan("analyst", "ml-director", leastReadiness: 0.3);

        Assert.Empty(plan.Routes);
    }

    [Fact]
    public void A_role_that_does_not_count_is_not_passed()
    {
        var shut = MadeUpCatalog.Role("data-scientist");

        Assert.All(
            Plan("analyst", "ml-engineer", 0.2, counts: role => role != shut).Routes,
            r => Assert.DoesNotContain(r.Steps, s => s.Reached == shut)
        );
    }

    [Fact]
    public void Hours_of_listed_resources_go_before_the_convention()
    {
        var convention = Plan("ml-engineer", "senior-ml-engineer").Routes[0];
        var listed = Plan(
            "ml-engineer",
            "senior-ml-engineer",
            hours: skill => skill == MadeUpCatalog.Skill("kubernetes") ? 12 : null
        ).Routes[0];

        Assert.Equal(convention.Hours - (5 * MoveParameters.Shipped.HoursPerProficiencyPoint) + 12, listed.Hours, 6);
    }

    [Fact]
    public void A_course_that_two_steps_need_is_taken_once()
    {
        var routes = Plan("analyst", "senior-ml-engineer", leastReadiness: 0.1, hours: _ => 20).Routes;

        Assert.Contains(
            routes,
            route => route.Steps.SelectMany(s => s.Lacks).GroupBy(l => l.Demand.Skill).Any(g => g.Count() > 1)
        );
        Assert.All(
            routes,
            route => Assert.Equal(20 * route.Steps.SelectMany(s => s.Lacks).DistinctBy(l => l.Demand.Skill).Count(), route.Hours)
        );
    }

    [Fact]
    public void A_search_that_nobody_waits_for_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var planner = new RoutePlanner(MadeUpCatalog.Index, MoveParameters.Shipped, _ => null, cancelled.Token);

        Assert.Throws<OperationCanceledException>(() =>
            planner.Plan(
                MoveStart.FromRole(MadeUpCatalog.Index, MadeUpCatalog.Role("analyst")),
                MadeUpCatalog.Role("designer"),
                5,
                4,
                _ => true
            )
        );
    }
}
