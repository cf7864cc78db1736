using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Careers.Routes;

/// <summary>Ways to a role, or where the search got to without one.</summary>
/// <param name="Routes">The last node of each route: those of fewest steps first, of as many the one whose hardest step is
/// easiest, then the one of least effort.</param>
/// <param name="Nearest">Where there is no route: the role reached that is nearest to the target; null: none was.</param>
internal sealed record RoutePlan(IReadOnlyList<RouteNode> Routes, RoleId? Nearest);

/// <summary>
/// Searches ways to a role over feasible moves, layer by layer: of the ways of one length the best go on, by the effort so far
/// and what the target would still take. Every step comes nearer to the target in meaning. Work is bounded by the roles looked at
/// and the ways kept; the result depends on nothing else than the question.
/// </summary>
internal sealed class RoutePlanner(
    MatchIndex index,
    MoveParameters parameters,
    Func<SkillId, double?> listedHours,
    CancellationToken cancellationToken
)
{
    private const int KeptWays = 40;
    private const int KeptByFirstStep = 5;

    /// <summary>Levels that one step may go up or down.</summary>
    private const int LevelsAStep = 1;

    /// <summary>The routes from a start to a target.</summary>
    /// <param name="start">Where they start.</param>
    /// <param name="target">The role to reach.</param>
    /// <param name="mostRoutes">Most routes.</param>
    /// <param name="mostSteps">Most steps of a route.</param>
    /// <param name="counts">Whether a route may pass a role.</param>
    public RoutePlan Plan(MoveStart start, RoleId target, int mostRoutes, int mostSteps, Func<RoleId, bool> counts)
    {
        using var atStart = new PersonView(index, start.There);
        using var known = new PersonView(index, start.Known);
        var wanted = new RouteTarget(index, atStart, target, HoursOf);
        var education = start.PresumeEducation(index);
        var waypoints = new Waypoints(index, start.Role, target, education, parameters.LeastNearness);
        var through = waypoints.Roles.Where(role => !start.Present.Contains(role) && counts(role)).ToList();
        var root = new RouteNode(null, start.Role, start.There, 1, [], 0, wanted.Left(wanted.Covered(atStart)));
        var goesDown = LevelsTo(root, target) < 0;
        var found = new List<RouteNode>();
        var reached = new List<RoleId>();
        List<RouteNode> layer = [root];
        for (var step = 1; step <= mostSteps && layer.Count > 0; step++)
        {
            var next = new List<RouteNode>();
            foreach (var node in layer)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var there = new PersonView(index, node.There);
                var present = node.Before is null ? start.Present : [node.Reached];
                var limits = new MoveLimits(index, present, node.There.Seniority, parameters);
                var stepsDown = node.Before is not null && !goesDown && LevelsTo(node, target) < 0;
                if (!stepsDown && TryStep(node, IsNear, there, target) is { } arrived)
                {
                    found.Add(arrived);
                }

                if (step < mostSteps)
                {
                    var covered = wanted.Covered(there);
                    next.AddRange(
                        through
                            .Where(role =>
                                !node.Passed(role)
                                && waypoints.IsNearer(role, node.Role)
                                && (goesDown || !(LevelsTo(node, role) < 0))
                            )
                            .Select(role => TryStep(node, IsNear, there, role))
                            .OfType<RouteNode>()
                            .Select(way => way with { Left = wanted.LeftAfter(covered, way.Reached) })
                    );
                }

                // Without a known present role the first step must fit at least possibly: nothing else tells what is near.
                bool IsNear(RoleId role) =>
                    present.Count > 0
                        ? limits.Allow(there, role)
                        : Readiness.Of(there, role) >= parameters.LeastReadiness
                            && index.Parameters.Band(FitFunction.Evaluate(known, role).MilliPoints) > FitBand.Stretch;
            }

            layer = Keep(next);
            reached.AddRange(layer.Select(n => n.Reached));
        }

        var ordered = found
            .OrderBy(r => r.Steps.Count)
            .ThenByDescending(r => Math.Round(r.LeastReadiness, 1))
            .ThenBy(r => r.Hours)
            .ThenBy(Path, StringComparer.Ordinal);
        return new RoutePlan(Alternatives.Choose(ordered, mostRoutes), waypoints.FindNearest(reached));
    }

    /// <summary>A step to a role; null where it is not feasible from there.</summary>
    private RouteNode? TryStep(RouteNode node, Func<RoleId, bool> isNear, PersonView there, RoleId role)
    {
        if (
            Gates.RuleOut(node.There, index.Roles[role])
            || (LevelsTo(node, role) is { } levels && Math.Abs(levels) > LevelsAStep)
            || !isNear(role)
        )
        {
            return null;
        }

        var lacks = Readiness.Lacks(there, role);
        var hours = node.Hours + lacks.Sum(lack => HoursAfter(node, lack));
        return new RouteNode(node, role, node.There, Readiness.Of(there, role), lacks, hours, 0);
    }

    private int? LevelsTo(RouteNode node, RoleId role) =>
        Levels.Between(node.Role is { } held ? index.Roles[held] : null, node.There.Seniority, index.Roles[role]);

    /// <summary>
    /// The best ways of a layer, of those over the same roles in another order the better, and not all by the same first step:
    /// routes must be real alternatives. Only these are taught what their last step teaches.
    /// </summary>
    private List<RouteNode> Keep(List<RouteNode> layer)
    {
        var kept = new List<RouteNode>(KeptWays);
        var byFirst = new Dictionary<RoleId, int>();
        var same = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in layer.OrderBy(n => n.Hours + n.Left).ThenBy(n => n.Reached))
        {
            if (kept.Count == KeptWays)
            {
                break;
            }

            var ofFirst = byFirst.GetValueOrDefault(node.First);
            if (ofFirst < KeptByFirstStep && same.Add(string.Join(' ', node.Steps.Select(s => s.Reached.Index).Order())))
            {
                byFirst[node.First] = ofFirst + 1;
                kept.Add(node with { There = Taught(node) });
            }
        }

        return kept;
    }

    private PersonEvidence Taught(RouteNode node)
    {
        var seniority = index.Roles[node.Reached].Seniority;
        var taught = MoveStart.WithWork(index, node.There, node.Reached, learned: true);
        return seniority == Seniority.Unspecified ? taught : taught with { Seniority = seniority };
    }

    /// <summary>Hours of a skill on this way: the course that an earlier step took is not taken again.</summary>
    private double HoursAfter(RouteNode node, Lack lack) =>
        listedHours(lack.Demand.Skill) is not null && node.Learned(lack.Demand.Skill) ? 0 : HoursOf(lack);

    private double HoursOf(Lack lack) => listedHours(lack.Demand.Skill) ?? lack.Points * parameters.HoursPerProficiencyPoint;

    private string Path(RouteNode node) => string.Join(' ', node.Steps.Select(s => index.Roles[s.Reached].Name));
}
