using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Occupations;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Careers.Routes;

/// <summary>
/// The roles that a route may pass: nearer to its target than its start is, of the line of work of either, without a degree that
/// neither asks for, and not the head of an organisation. Others may teach something too, but nobody supervises janitors to
/// become a financial manager.
/// </summary>
internal sealed class Waypoints
{
    private const int Most = 300;

    private readonly MatchIndex _index;
    private readonly RoleId? _start;
    private readonly RoleId _target;
    private readonly double _leastNearness;
    private readonly float[] _toTarget;

    /// <param name="index">The catalog version.</param>
    /// <param name="start">The role that is left; null: unknown.</param>
    /// <param name="target">The role to reach.</param>
    /// <param name="education">Education that the start is known or taken to have; unspecified: unknown.</param>
    /// <param name="leastNearness">Cosine with the target from which a role may be nearer by its level.</param>
    public Waypoints(MatchIndex index, RoleId? start, RoleId target, EducationLevel education, double leastNearness)
    {
        (_index, _start, _target, _leastNearness) = (index, start, target, leastNearness);
        _toTarget = index.Meaning.RoleCosines(target);
        var most = MostEducation(education);
        var toStart = start is { } left ? index.Meaning.RoleCosines(left) : null;
        Roles =
        [
            .. index
                .Roles.Ids.Where(role => role != target && role != start && IsNearer(role, start) && IsOfLine(role))
                .Where(role => !OccupationCodes.HeadsOrganisation(index.Roles[role]))
                .Where(role => MoveStart.RequiredEducation(index.Roles[role]) <= most)
                .OrderByDescending(role => _toTarget[role.Index] + (toStart?[role.Index] ?? 0))
                .ThenBy(role => role)
                .Take(Most),
        ];
    }

    /// <summary>The roles, those first that lie best between start and target.</summary>
    public IReadOnlyList<RoleId> Roles { get; }

    /// <summary>Cosine of a role with the target.</summary>
    public float Nearness(RoleId role) => _toTarget[role.Index];

    /// <summary>
    /// Whether a step from one role to another comes nearer to the target: in meaning, or in level where that is more than a step
    /// away and the role is near in meaning anyway.
    /// </summary>
    public bool IsNearer(RoleId role, RoleId? from) =>
        from is not { } left
        || Nearness(role) > Nearness(left)
        || (Nearness(role) >= _leastNearness && LevelsToTarget(left) > 1 && LevelsToTarget(role) < LevelsToTarget(left));

    /// <summary>The nearest of some roles to the target, in level first and then in meaning; null if there are none.</summary>
    public RoleId? FindNearest(IEnumerable<RoleId> roles) =>
        roles
            .OrderBy(LevelsToTarget)
            .ThenByDescending(Nearness)
            .ThenBy(role => role)
            .Select(role => (RoleId?)role)
            .FirstOrDefault();

    private EducationLevel MostEducation(EducationLevel known)
    {
        var required = MoveStart.RequiredEducation(_index.Roles[_target]);
        return known == EducationLevel.Unspecified && _start is null ? EducationLevel.Doctorate
            : known > required ? known
            : required;
    }

    /// <summary>Levels between a role and the target, up or down; null where nothing tells.</summary>
    public int? LevelsToTarget(RoleId role) =>
        Levels.Between(_index.Roles[role], Seniority.Unspecified, _index.Roles[_target]) is { } levels ? Math.Abs(levels) : null;

    /// <summary>Told by public codes alone: families of a catalog without them are too narrow for it.</summary>
    private bool IsOfLine(RoleId role) =>
        _start is not { } start
        || _index.Families.Of(role)[1] < 0
        || _index.Families.Of(_target)[1] < 0
        || _index.Families.Shared(role, _target) > 0
        || _index.Families.Shared(role, start) > 0;
}
