using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Engine.Moves;

/// <summary>
/// Decides which moves are near enough to name. A source's own word, a related role or a step of the ladder, is enough; all others must be near
/// the present role in meaning and ask for some of what is there. Without a known present role the person's own words decide.
/// </summary>
internal sealed class MoveLimits
{
    private readonly MatchIndex _index;
    private readonly MoveStart _start;
    private readonly PersonView _there;
    private readonly MoveParameters _parameters;
    private readonly float[] _nearness;

    /// <param name="start">Where the moves start.</param>
    /// <param name="there">The person, with what the present role takes.</param>
    /// <param name="parameters">The thresholds.</param>
    public MoveLimits(MoveStart start, PersonView there, MoveParameters parameters)
    {
        (_index, _start, _there, _parameters) = (there.Index, start, there, parameters);
        _nearness = new float[_index.RoleCount];
        foreach (var present in start.Present)
        {
            var cosines = _index.Meaning.RoleCosines(present);
            for (var role = 0; role < cosines.Length; role++)
            {
                _nearness[role] = Math.Max(_nearness[role], cosines[role]);
            }
        }
    }

    /// <summary>Whether an answer may name the move.</summary>
    /// <param name="role">The role to move to.</param>
    /// <param name="kind">Kind of the step to it.</param>
    public bool Allow(int role, StepKind kind)
    {
        if (_start.Role < 0 || IsNamedBySource(role))
        {
            return true;
        }

        var least = kind is StepKind.CareerChange ? _parameters.LeastNearnessOfCareerChange : _parameters.LeastNearness;
        // A role that states no skills cannot be measured.
        return _nearness[role] >= least
            && (_index.TotalWeight[role] <= 0 || Readiness.Of(_there, role) >= _parameters.LeastReadinessShown);
    }

    private bool IsNamedBySource(int role) => _start.Present.Any(present =>
        FitFunction.SameLadder(_index, present, role) || Relates(present, role) || Relates(role, present));

    private bool Relates(int role, int other)
    {
        var name = _index.Snapshot.Roles[other].Name;
        return _index.Snapshot.Roles[role].RelatedRoles.Any(related => related.Role == name);
    }
}
