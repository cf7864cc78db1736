using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Careers.Routes;

/// <summary>
/// What is still to learn for the target, and which roles teach some of it. Looked up by skill of the target alone, so that a
/// search may ask it of every role of a catalog at every step. What a related skill of a role would stand in for is not foreseen.
/// </summary>
internal sealed class RouteTarget
{
    private readonly Demand[] _wanted;
    private readonly double[] _hoursAtFull;
    private readonly Dictionary<RoleId, float[]> _taught = [];

    /// <summary>Compiles the target against what is there at the start.</summary>
    public RouteTarget(MatchIndex index, PersonView start, RoleId target, Func<Lack, double> hours)
    {
        var lacks = Readiness.Lacks(start, target);
        _wanted = [.. lacks.Select(l => l.Demand)];
        // By the whole skill; a part of it takes that part of the hours.
        _hoursAtFull = [.. _wanted.Select(d => hours(new Lack(d, d.Level)))];
        for (var w = 0; w < _wanted.Length; w++)
        {
            foreach (var posting in index.Postings(_wanted[w].Skill))
            {
                if (!_taught.TryGetValue(posting.Role, out var taught))
                {
                    _taught.Add(posting.Role, taught = new float[_wanted.Length]);
                }

                taught[w] = Math.Min(1, posting.Level / _wanted[w].Level);
            }
        }
    }

    /// <summary>Roles that teach any of it.</summary>
    public IEnumerable<RoleId> Teachers => _taught.Keys;

    /// <summary>How far what is wanted is there, skill by skill, 0-1.</summary>
    public float[] Covered(PersonView there) =>
        [.. _wanted.Select(d => FitFunction.Coverage(there, d)).Select(c => (float)Math.Min(1, c.Direct + c.StandIn))];

    /// <summary>Hours that are left of it.</summary>
    public double Left(float[] covered)
    {
        double left = 0;
        for (var w = 0; w < _wanted.Length; w++)
        {
            left += _hoursAtFull[w] * (1 - covered[w]);
        }

        return left;
    }

    /// <summary>Hours that would be left after a role more.</summary>
    public double LeftAfter(float[] covered, RoleId role)
    {
        if (!_taught.TryGetValue(role, out var taught))
        {
            return Left(covered);
        }

        double left = 0;
        for (var w = 0; w < _wanted.Length; w++)
        {
            left += _hoursAtFull[w] * (1 - Math.Max(covered[w], taught[w]));
        }

        return left;
    }
}
