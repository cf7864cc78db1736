using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Careers.Routes;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>
/// States in sentences what a route needs before its first step, and why there is none and what would change that.
/// </summary>
internal static class RouteMessages
{
    private const int MostEssentials = 5;

    /// <summary>
    /// Licences and degrees that the target requires and that the start is not known to have, certifications first.
    /// </summary>
    public static IEnumerable<Gate> FindRequirements(MatchIndex index, MoveStart start, RoleId target) =>
        OpenRequirements.Find(index, start, target).Where(g => g.Kind is GateKind.Certification or GateKind.Education);

    /// <summary>What to have before the first step; empty if the target requires no licence or degree.</summary>
    public static string ToFirstStep(IReadOnlyCollection<Gate> requirements) =>
        requirements.Count == 0 ? "" : $"Before the first step: {string.Join("; ", requirements.Select(r => r.Requirement))}.";

    /// <summary>Why there is no route, and what would open one.</summary>
    /// <param name="there">The person, with what the present role takes.</param>
    /// <param name="start">Where the route starts.</param>
    /// <param name="target">The role to reach.</param>
    /// <param name="plan">The search without a result.</param>
    /// <param name="steps">Most steps searched.</param>
    public static string ToReason(PersonView there, MoveStart start, RoleId target, RoutePlan plan, int steps)
    {
        var roles = there.Index.Roles;
        if (start.Present.Contains(target))
        {
            return start.IsPresumed
                ? "No job named is surely another, and this is the role that fits best: there is nothing on the way to it."
                : "Already there.";
        }

        var gates = Gates.Of(start.There, roles[target]).Where(g => g.Status == GateStatus.Failed).ToList();
        var sentences = gates.Find(g => g.Kind == GateKind.Education) is { } degree
            ? [$"{Capitalized(degree.Requirement)}; known is {degree.Stated}. No work experience makes up for that here."]
            : new List<string>
            {
                string.Create(CultureInfo.InvariantCulture, $"No feasible way in {steps} {(steps == 1 ? "step" : "steps")}."),
            };
        if (plan.Nearest is { } nearest)
        {
            sentences.Add($"The nearest role that can be reached is {roles[nearest].Title}.");
        }

        sentences.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Floor(Readiness.Of(there, target) * 100):0} % of what it requires is there."
            )
        );
        var present = start.Role is { } held ? roles[held] : null;
        if (Levels.Between(present, start.There.Seniority, roles[target]) is { } levels && Math.Abs(levels) > 1)
        {
            var level = roles[target].Seniority == Seniority.Unspecified ? "" : $" ({Gates.Word(roles[target].Seniority)})";
            sentences.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It is {Math.Abs(levels)} levels {(levels > 0 ? "up" : "down")}{level}; one step takes one."
                )
            );
        }

        var essentials = Readiness
            .Lacks(there, target)
            .Where(l => !OwnSkills.IsGeneric(there.Index, l.Demand))
            .Take(MostEssentials)
            .Select(l => there.Index.Skills[l.Demand.Skill].Title)
            .ToList();
        if (essentials.Count > 0)
        {
            sentences.Add($"To learn first: {string.Join(", ", essentials)}.");
        }

        return string.Join(' ', sentences);
    }

    private static string Capitalized(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
