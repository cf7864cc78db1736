using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Requirements of a role that somebody is not known to meet.</summary>
internal static class OpenRequirements
{
    /// <summary>
    /// Certifications first, then education, then level. Whoever holds the present role is taken to have the education that most
    /// people in it have, so that only what goes beyond it is open.
    /// </summary>
    public static IEnumerable<Gate> Find(MatchIndex index, MoveStart start, RoleId role)
    {
        var target = index.Roles[role];
        var isPresumed = start.PresumeEducation(index) >= MoveStart.RequiredEducation(target);
        return Gates
            .Of(start.Known, target)
            .Where(gate => !(isPresumed && gate is { Kind: GateKind.Education, Status: GateStatus.Unverified }))
            .OrderByDescending(gate => gate.Kind == GateKind.Certification)
            .ThenByDescending(gate => gate.Kind == GateKind.Education);
    }
}
