using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;

namespace CareerRecs.ProfileMatching.Careers.Routes;

/// <summary>Where a route stands after some of its steps.</summary>
/// <param name="Before">Where it stood a step earlier; null at the start.</param>
/// <param name="Role">The role held; null at a start where it is unknown.</param>
/// <param name="There">What is there: what was there before and what the step taught.</param>
/// <param name="Readiness">Readiness for the role when its turn came.</param>
/// <param name="Lacks">What was to learn for it.</param>
/// <param name="Hours">Hours of learning up to here.</param>
/// <param name="Left">Hours of learning that the target would still take from here.</param>
internal sealed record RouteNode(
    RouteNode? Before,
    RoleId? Role,
    PersonEvidence There,
    double Readiness,
    IReadOnlyList<Lack> Lacks,
    double Hours,
    double Left
)
{
    /// <summary>The steps up to here, in order.</summary>
    public IReadOnlyList<RouteNode> Steps => Before is null ? [] : [.. Before.Steps, this];

    /// <summary>The role that the last step reached. There is none at the start.</summary>
    public RoleId Reached => Before is null ? throw new InvalidOperationException("The start is no step.") : Role!.Value;

    /// <summary>The role of the first step. There is none at the start.</summary>
    public RoleId First => Before?.Before is null ? Reached : Before.First;

    /// <inheritdoc/>
    public override string ToString() => string.Join(" > ", Steps.Select(step => step.Reached.Index));

    /// <summary>Readiness for the hardest step; 1 at the start.</summary>
    public double LeastReadiness => Before is null ? 1 : Math.Min(Before.LeastReadiness, Readiness);

    /// <summary>Whether the skill was to learn for any of the steps.</summary>
    public bool Learned(SkillId skill) => Lacks.Any(l => l.Demand.Skill == skill) || (Before?.Learned(skill) ?? false);

    /// <summary>Whether the way led through the role, or began there.</summary>
    public bool Passed(RoleId role) => Role == role || (Before?.Passed(role) ?? false);
}
