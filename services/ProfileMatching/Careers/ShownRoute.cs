using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Careers.Routes;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Learning;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Describes a route as an answer shows it.</summary>
internal static class ShownRoute
{
    private const int MissingShown = 10;

    private static double HoursPerPoint => MoveParameters.Shipped.HoursPerProficiencyPoint;

    /// <summary>The steps in order, with the effort of each and of all.</summary>
    public static Matching.V1.Route Describe(
        PersonView person,
        MoveStart start,
        RouteNode last,
        LearningShelf shelf,
        PathPay paid
    )
    {
        var effort = new LearningEffort(shelf.Hours, HoursPerPoint);
        var route = new Matching.V1.Route { LeastReadiness = Math.Round(last.LeastReadiness, 4) };
        foreach (var step in last.Steps)
        {
            route.Steps.Add(DescribeStep(person, start, step, shelf, paid));
            effort.Add(step.Lacks);
        }

        route.Effort = effort.ToEffort();
        return route;
    }

    private static RouteStep DescribeStep(PersonView person, MoveStart start, RouteNode step, LearningShelf shelf, PathPay paid)
    {
        var index = person.Index;
        var role = index.Roles[step.Reached];
        var before = step.Before!;
        using var there = new PersonView(index, before.There);
        return new RouteStep
        {
            Role = role.Name,
            Title = role.Title,
            Seniority = role.Seniority,
            Kind = Steps.Between(index, before.Role, before.There.Seniority, step.Reached),
            Readiness = Math.Round(step.Readiness, 4),
            Missing =
            {
                SkillsToLearn.Describe(
                    person,
                    there,
                    step.Reached,
                    SkillsToLearn.OwnFirst(index, step.Reached, step.Lacks).Take(MissingShown),
                    shelf
                ),
            },
            Effort = new LearningEffort(HoursNow, HoursPerPoint).Add(step.Lacks).ToEffort(),
            Pay = paid.Of(step.Reached),
            PayChange = paid.Change(before.Role, step.Reached),
            Gates = { OpenRequirements.Find(index, start, step.Reached) },
        };

        // A course that an earlier step took is not taken again, so that the steps add up to the route.
        double? HoursNow(SkillId skill) =>
            shelf.Hours(skill) is { } hours
                ? before.Learned(skill)
                    ? 0
                    : hours
                : null;
    }
}
