using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;

namespace CareerRecs.Matching.Careers.Routes;

/// <summary>Ways to a role, or where the search got to without one.</summary>
/// <param name="Routes">The last node of each route: those of fewest steps first, of as many the one of least effort.</param>
/// <param name="Nearest">Where there is no route: the role reached that leaves least to learn; -1: none was.</param>
internal sealed record RoutePlan(IReadOnlyList<RouteNode> Routes, int Nearest);

/// <summary>
/// Searches ways to a role over feasible moves, layer by layer: of the ways of one length the best go on, by the effort so far and what
/// the target would still take. Every step must bring the target clearly nearer. Work is bounded by the roles looked at and the ways kept, the
/// result depends on nothing else than the question.
/// </summary>
internal sealed class RoutePlanner(MatchIndex index, MoveParameters parameters, Func<int, double?> listedHours, CancellationToken cancellationToken)
{
    private const int MostTeachers = 200;
    private const int MostReachable = 100;
    private const int KeptWays = 40;
    private const int KeptByFirstStep = 5;

    /// <summary>Share of what is left to learn for the target that may be left after a step: one that teaches less is no way there.</summary>
    private const double MostLeftAfterAStep = 0.9;

    /// <summary>Levels that one step may go up or down.</summary>
    private const int LevelsAStep = 1;

    /// <summary>The routes from a start to a target that pass the roles that count alone.</summary>
    public RoutePlan Plan(MoveStart start, int target, int mostRoutes, int mostSteps, Func<int, bool> counts)
    {
        using var atStart = new PersonView(index, start.There);
        var wanted = new RouteTarget(index, atStart, target, HoursOf);
        var root = new RouteNode(null, start.Role, start.There, 1, [], 0, wanted.Left(wanted.Covered(atStart)));
        var through = Through(atStart, wanted, role => role != target && !start.Present.Contains(role) && counts(role) && IsOnTheWay(role, start.Role, target));
        var found = new List<RouteNode>();
        var nearest = root;
        List<RouteNode> layer = [root];
        for (var step = 1; step <= mostSteps && layer.Count > 0; step++)
        {
            var next = new List<RouteNode>();
            foreach (var node in layer)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var there = new PersonView(index, node.There);
                if (TryStep(node, there, target) is { } arrived) found.Add(arrived);
                if (step == mostSteps) continue;
                var covered = wanted.Covered(there);
                foreach (var role in through)
                {
                    var left = wanted.LeftAfter(covered, role);
                    if (left <= node.Left * MostLeftAfterAStep && left < node.Left && !node.Passed(role) && TryStep(node, there, role) is { } reached) next.Add(reached with { Left = left });
                }
            }

            layer = Keep(next);
            nearest = layer.Append(nearest).MinBy(n => n.Left)!;
        }

        return new RoutePlan(Alternatives.Choose(found.OrderBy(r => r.Steps.Count).ThenBy(r => r.Hours).ThenBy(Path, StringComparer.Ordinal), mostRoutes), nearest.Before is null ? -1 : nearest.Role);
    }

    /// <summary>
    /// Whether a role is near in meaning to where the way begins or to where it leads, and belongs to the line of work of either where public
    /// codes tell it. Others may teach something too, but nobody supervises janitors to become a financial manager.
    /// </summary>
    private bool IsOnTheWay(int role, int from, int target) => IsOfLine(role, from, target)
        && (IsNear(role, target) || from < 0 || IsNear(role, from));

    private bool IsNear(int role, int other) => index.Meaning.RoleCosine(role, other) >= parameters.LeastNearnessOfCareerChange;

    /// <summary>Told by public codes alone: families of a catalog without them are too narrow for it.</summary>
    private bool IsOfLine(int role, int from, int target) =>
        index.Families.Of(role)[1] < 0 || index.Families.Of(target)[1] < 0 || from < 0
        || index.Families.Shared(role, target) > 0 || index.Families.Shared(role, from) > 0;

    /// <summary>The roles worth passing through: those that teach most of what is wanted, and those of them that can be reached at once.</summary>
    private List<int> Through(PersonView atStart, RouteTarget wanted, Func<int, bool> counts)
    {
        var covered = wanted.Covered(atStart);
        var teachers = wanted.Teachers.Where(counts).OrderBy(role => wanted.LeftAfter(covered, role)).ThenBy(role => role).ToList();
        var reachable = teachers.Skip(MostTeachers).Where(role => Readiness.Of(atStart, role) >= parameters.LeastReadiness).Take(MostReachable);
        return [.. teachers.Take(MostTeachers), .. reachable];
    }

    /// <summary>A step to a role; null where it is not feasible from there.</summary>
    private RouteNode? TryStep(RouteNode node, PersonView there, int role)
    {
        var roles = index.Snapshot.Roles;
        var to = roles[role];
        if (Gates.RuleOut(node.There, to)) return null;
        if (Levels.Between(node.Role < 0 ? null : roles[node.Role], node.There.Seniority, to) is { } levels && Math.Abs(levels) > LevelsAStep) return null;
        var readiness = Readiness.Of(there, role);
        if (readiness < parameters.LeastReadiness) return null;
        var lacks = Readiness.Lacks(there, role);
        return new RouteNode(node, role, node.There, readiness, lacks, node.Hours + lacks.Sum(lack => HoursAfter(node, lack)), 0);
    }

    /// <summary>
    /// The best ways of a layer, of those over the same roles in another order the better, and not all by the same first step: routes
    /// must be real alternatives. Only these are taught what their last step teaches.
    /// </summary>
    private List<RouteNode> Keep(List<RouteNode> layer)
    {
        var kept = new List<RouteNode>(KeptWays);
        var byFirst = new Dictionary<int, int>();
        var same = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in layer.OrderBy(n => n.Hours + n.Left).ThenBy(n => n.Role))
        {
            if (kept.Count == KeptWays) break;
            if (byFirst.GetValueOrDefault(node.First) == KeptByFirstStep) continue;
            if (!same.Add(string.Join(' ', node.Steps.Select(s => s.Role).Order()))) continue;
            byFirst[node.First] = byFirst.GetValueOrDefault(node.First) + 1;
            kept.Add(node with { There = Taught(node) });
        }

        return kept;
    }

    private PersonEvidence Taught(RouteNode node)
    {
        var seniority = index.Snapshot.Roles[node.Role].Seniority;
        var taught = MoveStart.WithWork(index, node.There, node.Role, learned: true);
        return seniority == Types.V1.Seniority.Unspecified ? taught : taught with { Seniority = seniority };
    }

    /// <summary>Hours of a skill on this way: the course that an earlier step took is not taken again.</summary>
    private double HoursAfter(RouteNode node, Lack lack) =>
        listedHours(lack.Demand.Skill) is not null && node.Learned(lack.Demand.Skill) ? 0 : HoursOf(lack);

    private double HoursOf(Lack lack) => listedHours(lack.Demand.Skill) ?? lack.Points * parameters.HoursPerProficiencyPoint;

    private string Path(RouteNode node) => string.Join(' ', node.Steps.Select(s => index.Snapshot.Roles[s.Role].Name));
}
