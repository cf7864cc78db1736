using System.Globalization;
using CareerRecs.Matching.Careers.Routes;
using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Matching.Careers;

/// <summary>States in words what a route needs before its first step, and why there is none and what would change that.</summary>
internal static class RouteMessages
{
    private const int MostEssentials = 5;

    /// <summary>Licences and degrees that the target requires, certifications first.</summary>
    public static List<Gate> FindRequirements(PersonEvidence person, Catalog.V1.Role target) =>
        [.. Gates.Of(person, target).Where(g => g.Kind is GateKind.Certification or GateKind.Education).OrderByDescending(g => g.Kind == GateKind.Certification)];

    /// <summary>What to have before the first step; empty if the target requires no licence or degree.</summary>
    public static string ToFirstStep(IReadOnlyCollection<Gate> requirements) =>
        requirements.Count == 0 ? "" : $"before the first step: {string.Join("; ", requirements.Select(Decapitalized))}";

    /// <summary>Why there is no route, and what would open one.</summary>
    /// <param name="there">The person, with what the present role takes.</param>
    /// <param name="start">Where the route starts.</param>
    /// <param name="target">The role to reach.</param>
    /// <param name="plan">The search without a result.</param>
    /// <param name="steps">Most steps searched.</param>
    public static string ToReason(PersonView there, MoveStart start, int target, RoutePlan plan, int steps)
    {
        if (start.Present.Contains(target))
        {
            return "already there";
        }

        var roles = there.Index.Snapshot.Roles;
        var parts = new List<string>();
        var degree = Gates.Of(start.There, roles[target]).FirstOrDefault(g => g.Kind == GateKind.Education && g.Status == GateStatus.Failed);
        if (degree is not null)
        {
            parts.Add($"it asks for more education than is known: {degree.Requirement}, known is {degree.Stated}; no work experience makes up for that here");
        }
        else
        {
            var none = string.Create(CultureInfo.InvariantCulture, $"no feasible way in {steps} {(steps == 1 ? "step" : "steps")}");
            parts.Add(plan.Nearest >= 0 ? $"{none}; the nearest role that can be reached is {roles[plan.Nearest].Title}" : none);
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Readiness.Of(there, target) * 100):0} % of what it requires is there"));
        var present = start.Role < 0 ? null : roles[start.Role];
        if (Levels.Between(present, start.There.Seniority, roles[target]) is { } levels && Math.Abs(levels) > 1)
        {
            var level = roles[target].Seniority == Seniority.Unspecified ? "" : $" ({Gates.Word(roles[target].Seniority)})";
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"it is {Math.Abs(levels)} levels {(levels > 0 ? "up" : "down")}{level}, one step takes one"));
        }

        var essentials = Readiness.Lacks(there, target).Where(l => !OwnSkills.IsGeneric(there.Index, l.Demand)).Take(MostEssentials)
            .Select(l => there.Index.Snapshot.Skills[l.Demand.Skill].Title).ToList();
        if (essentials.Count > 0)
        {
            parts.Add($"to learn first: {string.Join(", ", essentials)}");
        }

        return string.Join("; ", parts);
    }

    private static string Decapitalized(Gate gate) => gate.Requirement is [var first, ..] && gate.Kind == GateKind.Education
        ? char.ToLowerInvariant(first) + gate.Requirement[1..]
        : gate.Requirement;
}
