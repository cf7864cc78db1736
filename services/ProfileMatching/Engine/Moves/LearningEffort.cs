using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>
/// Hours that learning takes: those of the shortest resource that the tenant lists for a skill, else the missing points of
/// proficiency at a number of hours a point. The latter is a convention to compare ways by, measured on nobody.
/// </summary>
/// <param name="listed">Hours of the tenant's shortest resource for a skill; null where none is listed.</param>
/// <param name="hoursPerPoint">Hours that a point of proficiency counts.</param>
internal sealed class LearningEffort(Func<SkillId, double?> listed, double hoursPerPoint)
{
    private readonly HashSet<SkillId> _courses = [];
    private readonly HashSet<SkillId> _skills = [];
    private double _courseHours;
    private double _points;

    /// <summary>Hours so far.</summary>
    public double Hours => _courseHours + (_points * hoursPerPoint);

    /// <summary>Adds skills to learn. A course that is taken for one step is not taken again for the next.</summary>
    public LearningEffort Add(IEnumerable<Lack> lacks)
    {
        foreach (var lack in lacks)
        {
            if (listed(lack.Demand.Skill) is { } hours)
            {
                if (_courses.Add(lack.Demand.Skill))
                {
                    _courseHours += hours;
                }

                continue;
            }

            _skills.Add(lack.Demand.Skill);
            _points += lack.Points;
        }

        return this;
    }

    /// <summary>The effort as an answer.</summary>
    public Effort ToEffort()
    {
        var parts = new List<string>(2);
        if (_courses.Count > 0)
        {
            parts.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Count(_courses.Count, "course")} of your list ({_courseHours:0.#} h)"
                )
            );
        }

        if (_skills.Count > 0)
        {
            parts.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Count(_skills.Count, "skill")} at {hoursPerPoint:0.#} h a point of proficiency"
                )
            );
        }

        return new Effort
        {
            Hours = Math.Round(Hours, 1),
            Basis = (_courses.Count > 0, _skills.Count > 0) switch
            {
                (true, true) => EffortBasis.Mixed,
                (true, false) => EffortBasis.Resources,
                (false, true) => EffortBasis.Proficiency,
                _ => EffortBasis.Unspecified,
            },
            Explanation = parts.Count > 0 ? string.Join(", ", parts) : "nothing to learn",
        };
    }

    private static string Count(int number, string one) => number == 1 ? $"1 {one}" : $"{number} {one}s";
}
