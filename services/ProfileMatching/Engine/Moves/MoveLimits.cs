using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>
/// Decides which moves are near enough to name, and to make as a step of a route. A source's own word, a primary related role or
/// a step of the ladder, is enough. All others must be near the present role in meaning and ask for some of what is there, and of
/// another ladder only the step at the person's own level is near. Without a known present role every role is.
/// </summary>
internal sealed class MoveLimits
{
    private readonly MatchIndex _index;
    private readonly IReadOnlyList<int> _present;
    private readonly MoveParameters _parameters;
    private readonly float[] _nearness;
    private readonly Seniority _level;

    /// <summary>Levels from the person to the nearest step of each ladder.</summary>
    private readonly Dictionary<int, int> _nearestSteps = [];

    /// <param name="index">The catalog version.</param>
    /// <param name="present">Roles that the present title means. Empty: unknown.</param>
    /// <param name="stated">Seniority of the person, which goes before that of the present role; unspecified where
    /// unknown.</param>
    /// <param name="parameters">The thresholds.</param>
    public MoveLimits(MatchIndex index, IReadOnlyList<int> present, Seniority stated, MoveParameters parameters)
    {
        (_index, _present, _parameters) = (index, present, parameters);
        _level = stated != Seniority.Unspecified || present.Count == 0 ? stated : index.Seniorities[present[0]];
        _nearness = new float[index.RoleCount];
        foreach (var cosines in present.Select(index.Meaning.RoleCosines))
        {
            for (var role = 0; role < cosines.Length; role++)
            {
                _nearness[role] = Math.Max(_nearness[role], cosines[role]);
            }
        }

        for (var role = 0; role < index.RoleCount; role++)
        {
            if (LevelsTo(role) is { } levels)
            {
                var ladder = index.Ladders[role];
                _nearestSteps[ladder] = Math.Min(levels, _nearestSteps.GetValueOrDefault(ladder, int.MaxValue));
            }
        }
    }

    /// <summary>Whether a move is near enough.</summary>
    /// <param name="there">The person, with what the present role takes.</param>
    /// <param name="role">The role to move to.</param>
    public bool Allow(PersonView there, int role)
    {
        // Of a role that states no skills nobody can say what it takes.
        if (_index.TotalWeight[role] <= 0)
        {
            return false;
        }

        if (_present.Count == 0 || _present.Any(present => FitFunction.SameLadder(_index, present, role)))
        {
            return true;
        }

        // Managers come to head an organisation; nobody else gets there in one step.
        if (OccupationCodes.HeadsOrganisation(_index.Snapshot.Roles[role]) && !_present.Any(IsManager))
        {
            return false;
        }

        if (LevelsTo(role) is { } levels && levels > _nearestSteps[_index.Ladders[role]])
        {
            return false;
        }

        var least = _present.Min(present => LeastNearness(present, role));
        return (_nearness[role] >= least || IsNamedBySource(role)) && Readiness.Of(there, role) >= _parameters.LeastReadiness;
    }

    /// <summary>
    /// Levels, up or down, from the person to a step of a ladder; null for a role of no ladder, and where a level is unknown.
    /// </summary>
    private int? LevelsTo(int role) =>
        _index.Ladders[role] >= 0 && _level != Seniority.Unspecified && _index.Seniorities[role] != Seniority.Unspecified
            ? Math.Abs(_index.Seniorities[role] - _level)
            : null;

    /// <summary>Whoever knows a trade can learn to lead it, though the two have little work in common.</summary>
    private double LeastNearness(int present, int role) =>
        OccupationCodes.Leads(_index.Snapshot.Roles[present], _index.Snapshot.Roles[role]) ? _parameters.LeastNearnessOfLead
        : _index.Families.Shared(present, role) > 0 ? _parameters.LeastNearness
        : _parameters.LeastNearnessOfCareerChange;

    private bool IsManager(int role) =>
        OccupationCodes.FindSoc(_index.Snapshot.Roles[role])?.StartsWith("11-", StringComparison.Ordinal)
        ?? OccupationCodes.FindIsco(_index.Snapshot.Roles[role])?.StartsWith('1')
        ?? true;

    private bool IsNamedBySource(int role) => _present.Any(present => Names(present, role));

    private bool Names(int role, int other)
    {
        var name = _index.Snapshot.Roles[other].Name;
        return _index
            .Snapshot.Roles[role]
            .RelatedRoles.Any(r => r.Role == name && r.Relation != RelatedRole.Types.Relation.Supplemental);
    }
}
