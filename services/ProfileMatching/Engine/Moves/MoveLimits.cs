using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Occupations;
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
    private readonly IReadOnlyList<RoleId> _present;
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
    public MoveLimits(MatchIndex index, IReadOnlyList<RoleId> present, Seniority stated, MoveParameters parameters)
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

        foreach (var role in index.Roles.Ids)
        {
            if (index.Ladders[role] is { } ladder && LevelsTo(role) is { } levels)
            {
                _nearestSteps[ladder] = Math.Min(levels, _nearestSteps.GetValueOrDefault(ladder, int.MaxValue));
            }
        }
    }

    /// <summary>Whether a move is near enough.</summary>
    /// <param name="there">The person, with what the present role takes.</param>
    /// <param name="role">The role to move to.</param>
    public bool Allow(PersonView there, RoleId role)
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
        if (OccupationCodes.HeadsOrganisation(_index.Roles[role]) && !_present.Any(IsManager))
        {
            return false;
        }

        if (_index.Ladders[role] is { } ladder && LevelsTo(role) is { } levels && levels > _nearestSteps[ladder])
        {
            return false;
        }

        var least = _present.Min(present => LeastNearness(present, role));
        return (_nearness[role.Index] >= least || IsNamedBySource(role))
            && Readiness.Of(there, role) >= _parameters.LeastReadiness;
    }

    /// <summary>Levels, up or down, from the person to a role; null if either level is unknown.</summary>
    private int? LevelsTo(RoleId role) =>
        _level != Seniority.Unspecified && _index.Seniorities[role] != Seniority.Unspecified
            ? Math.Abs(_index.Seniorities[role] - _level)
            : null;

    /// <summary>Whoever knows a trade can learn to lead it, though the two have little work in common.</summary>
    private double LeastNearness(RoleId present, RoleId role) =>
        OccupationCodes.Leads(_index.Roles[present], _index.Roles[role]) ? _parameters.LeastNearnessOfLead
        : _index.Families.Shared(present, role) > 0 ? _parameters.LeastNearness
        : _parameters.LeastNearnessOfCareerChange;

    private bool IsManager(RoleId role) => OccupationCodes.Manages(_index.Roles[role]) ?? true;

    private bool IsNamedBySource(RoleId role) => _present.Any(present => Names(present, role));

    private bool Names(RoleId role, RoleId other)
    {
        var name = _index.Roles[other].Name;
        return _index.Roles[role].RelatedRoles.Any(r => r.Role == name && r.Relation != RelatedRole.Types.Relation.Supplemental);
    }
}
