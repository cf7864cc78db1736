using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Paths;
using CareerRecs.Cli.Rendering.Roles;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class PathTextTests
{
    [Fact]
    public void Moves_keep_their_layout() => Golden.Holds("moves.txt", page => MovesText.Render(page, PathAnswers.Moves()));

    [Fact]
    public void Routes_keep_their_layout() =>
        Golden.Holds("route.txt", page => RoutesText.Render(page, PathAnswers.Routes(), "Machine Learning Engineer"));

    [Fact]
    public void Hours_of_each_route_are_explained_where_they_rest_on_different_things()
    {
        var routes = PathAnswers.Routes();
        routes.Routes.Add(
            new Matching.V1.Route
            {
                Effort = new Effort { Hours = 80, Explanation = "1 skill at 40 h a point of proficiency" },
            }
        );
        var page = new Page(width: 500);
        RoutesText.Render(page, routes, "Machine Learning Engineer");
        Assert.Contains(
            "Hours: route 1: 1 course of your list (20 h), 7 skills at 40 h a point of "
                + "proficiency; route 2: 1 skill at 40 h a point of proficiency. For comparing",
            page.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Hours_that_rest_on_a_convention_alone_are_not_shown()
    {
        var routes = PathAnswers.Routes();
        routes.Routes[0].Effort.Basis = EffortBasis.Proficiency;
        var page = new Page();
        RoutesText.Render(page, routes, "Machine Learning Engineer");
        Assert.DoesNotContain("Hours:", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("to learn: Machine learning", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_side_by_side_keep_their_layout() =>
        Golden.Holds("compare.txt", page => CompareText.Render(page, PathAnswers.Comparison()));

    [Fact]
    public void Where_there_is_no_route_it_says_why()
    {
        var page = new Page();
        var response = new PlanRouteResponse
        {
            FromTitle = "Cashier",
            Message = "No feasible way in 4 steps. The nearest role that can be reached is Nurse.",
            Requirements =
            {
                new Gate
                {
                    Kind = GateKind.Certification,
                    Status = GateStatus.Unverified,
                    Requirement = "Medical licence",
                },
            },
        };
        RoutesText.Render(page, response, "Surgeon");
        Assert.Contains(
            "Formal requirements of Surgeon\n  - Medical licence\n\nNo route to Surgeon\n  No "
                + "feasible way in 4 steps. The nearest role that can be reached is Nurse.",
            page.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Too_little_to_go_on_asks_for_what_would_tell_most()
    {
        var page = new Page();
        MovesText.Render(
            page,
            new SuggestMovesResponse
            {
                Understanding = new Understanding(),
                InsufficientEvidence = new InsufficientEvidence { WouldTellMost = { "SQL" } },
            }
        );
        Assert.Contains("Most useful to add, if you have them: SQL.", page.ToString(), StringComparison.Ordinal);
    }
}
