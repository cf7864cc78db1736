using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Moves;
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
    private readonly int _start;
    private readonly int _target;
    private readonly double _leastNearness;
    private readonly float[] _toTarget;

    /// <param name="index">The catalog version.</param>
    /// <param name="start">The role that is left; -1: unknown.</param>
    /// <param name="target">The role to reach.</param>
    /// <param name="education">Education that the start is known or taken to have; unspecified: unknown.</param>
    /// <param name="leastNearness">Cosine with the target from which a role may be nearer by its level.</param>
    public Waypoints(MatchIndex index, int start, int target, EducationLevel education, double leastNearness)
    {
        (_index, _start, _target, _leastNearness) = (index, start, target, leastNearness);
        _toTarget = index.Meaning.RoleCosines(target);
        var most = MostEducation(education);
        var toStart = start < 0 ? null : index.Meaning.RoleCosines(start);
        Roles =
        [
            .. Enumerable
                .Range(0, index.RoleCount)
                .Where(role => role != target && role != start && IsNearer(role, start) && IsOfLine(role))
                .Where(role => !OccupationCodes.HeadsOrganisation(index.Snapshot.Roles[role]))
                .Where(role => MoveStart.RequiredEducation(index.Snapshot.Roles[role]) <= most)
                .OrderByDescending(role => _toTarget[role] + (toStart?[role] ?? 0))
                .ThenBy(role => role)
                .Take(Most),
        ];
    }

    /// <summary>The roles, those first that lie best between start and target.</summary>
    public IReadOnlyList<int> Roles { get; }

    /// <summary>Cosine of a role with the target.</summary>
    public float Nearness(int role) => _toTarget[role];

    /// <summary>
    /// Whether a step from one role to another comes nearer to the target: in meaning, or in level where that is more than a step
    /// away and the role is near in meaning anyway.
    /// </summary>
    public bool IsNearer(int role, int from) =>
        from < 0
        || _toTarget[role] > _toTarget[from]
        || (_toTarget[role] >= _leastNearness && LevelsToTarget(from) > 1 && LevelsToTarget(role) < LevelsToTarget(from));

    private EducationLevel MostEducation(EducationLevel known)
    {
        var required = MoveStart.RequiredEducation(_index.Snapshot.Roles[_target]);
        return known == EducationLevel.Unspecified && _start < 0 ? EducationLevel.Doctorate
            : known > required ? known
            : required;
    }

    /// <summary>Levels between a role and the target, up or down; null where nothing tells.</summary>
    public int? LevelsToTarget(int role) =>
        Levels.Between(_index.Snapshot.Roles[role], Seniority.Unspecified, _index.Snapshot.Roles[_target]) is { } levels
            ? Math.Abs(levels)
            : null;

    /// <summary>Told by public codes alone: families of a catalog without them are too narrow for it.</summary>
    private bool IsOfLine(int role) =>
        _start < 0
        || _index.Families.Of(role)[1] < 0
        || _index.Families.Of(_target)[1] < 0
        || _index.Families.Shared(role, _target) > 0
        || _index.Families.Shared(role, _start) > 0;
}
