using CareerRecs.ProfileMatching.Careers.Routes;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Tests.Engine;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Careers;

[Properties(Arbitrary = [typeof(AnyPersonArbitrary)])]
public sealed class RouteProperties
{
    private const int MostRoutes = 5;
    private const int MostSteps = 4;

    private static readonly MatchIndex Index = MadeUpCatalog.Index;
    private static readonly MoveParameters Parameters = MoveParameters.Shipped;

    [Property]
    internal void A_route_passes_no_role_twice_and_ends_at_the_target(AnyPerson any)
    {
        foreach (var (start, target, route) in Routes(any))
        {
            var roles = route.Steps.Select(s => s.Reached).ToList();
            Assert.Equal(target, roles[^1]);
            Assert.Equal(roles.Count, roles.Distinct().Count());
            Assert.DoesNotContain(roles, role => role == start.Role);
            Assert.InRange(roles.Count, 1, MostSteps);
        }
    }

    [Property]
    internal void Every_step_is_feasible_when_its_turn_comes(AnyPerson any)
    {
        foreach (var (start, _, route) in Routes(any))
        {
            var (there, present) = (start.There, start.Present);
            foreach (var step in route.Steps)
            {
                var role = Index.Roles[step.Reached];
                using var view = new PersonView(Index, there);
                Assert.True(new MoveLimits(Index, present, there.Seniority, Parameters).Allow(view, step.Reached));
                Assert.Equal(Readiness.Of(view, step.Reached), step.Readiness);
                Assert.False(Gates.RuleOut(there, role));
                there = MoveStart.WithWork(Index, there, step.Reached, learned: true) with { Seniority = role.Seniority };
                present = [step.Reached];
            }
        }
    }

    [Property]
    internal void Every_step_but_the_last_comes_nearer_to_the_target(AnyPerson any)
    {
        foreach (var (start, target, route) in Routes(any).Where(r => r.Start.Role is not null))
        {
            var way = start.Present.Concat(route.Steps.SkipLast(1).Select(s => s.Reached));
            var nearness = way.Select(role => Index.Meaning.RoleCosine(role, target)).ToList();
            Assert.Equal(nearness.Order(), nearness);
        }
    }

    [Property]
    internal void A_longer_route_is_clearly_easier(AnyPerson any)
    {
        foreach (var routes in Routes(any).GroupBy(r => r.Target).Select(g => g.Select(r => r.Route).ToList()))
        {
            foreach (var longer in routes)
            {
                Assert.All(
                    routes.Where(r => r.Steps.Count < longer.Steps.Count),
                    shorter => Assert.True(longer.LeastReadiness > shorter.LeastReadiness)
                );
            }
        }
    }

    [Property]
    internal void Routes_come_by_steps_then_hardest_step_then_effort_and_are_real_alternatives(AnyPerson any)
    {
        var start = Start(any.Evidence);
        foreach (var target in Index.Roles.Ids)
        {
            var routes = Plan(start, target).Routes;
            var ordered = routes
                .OrderBy(r => r.Steps.Count)
                .ThenByDescending(r => Math.Round(r.LeastReadiness, 1))
                .ThenBy(r => r.Hours);
            Assert.Equal(ordered, routes);
            var through = routes.Select(r => r.Steps.SkipLast(1).Select(s => s.Reached).ToHashSet()).ToList();
            for (var i = 0; i < through.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.False(Alternatives.Alike(through[i], through[j]));
                }
            }
        }
    }

    [Property]
    internal void The_order_in_which_things_were_said_does_not_matter(AnyPerson any)
    {
        var reversed = any.Evidence with { Skills = [.. any.Evidence.Skills.Reverse()] };
        foreach (var target in Index.Roles.Ids)
        {
            Assert.Equal(Paths(Plan(Start(any.Evidence), target)), Paths(Plan(Start(reversed), target)));
        }
    }

    private static IEnumerable<(MoveStart Start, RoleId Target, RouteNode Route)> Routes(AnyPerson any)
    {
        var start = Start(any.Evidence);
        foreach (var target in Index.Roles.Ids)
        {
            if (start.Role == target)
            {
                continue;
            }
            foreach (var route in Plan(start, target).Routes)
            {
                yield return (start, target, route);
            }
        }
    }

    private static MoveStart Start(PersonEvidence person)
    {
        var there = person with { Roles = [], Terms = new Dictionary<string, int>() };
        return person.Roles.Count == 0
            ? new MoveStart([], [], person, there)
            : new MoveStart(
                [person.Roles[0].Role],
                [],
                person,
                MoveStart.WithWork(Index, there, person.Roles[0].Role, learned: false)
            );
    }

    private static RoutePlan Plan(MoveStart start, RoleId target) =>
        new RoutePlanner(Index, Parameters, _ => null, CancellationToken.None).Plan(
            start,
            target,
            MostRoutes,
            MostSteps,
            _ => true
        );

    private static IEnumerable<string> Paths(RoutePlan plan) =>
        plan.Routes.Select(r => string.Join(' ', r.Steps.Select(s => s.Reached.Index)));
}
