using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Moves;

/// <summary>
/// Hours that learning takes: those of the shortest resource that the tenant lists for a skill, else the missing points of proficiency at
/// a number of hours a point. The latter is a convention to compare ways by, measured on nobody.
/// </summary>
/// <param name="listed">Hours of the tenant's shortest resource for a skill; null where none is listed.</param>
/// <param name="hoursPerPoint">Hours that a point of proficiency counts.</param>
internal sealed class LearningEffort(Func<int, double?> listed, double hoursPerPoint)
{
    private int _courses;
    private double _courseHours;
    private int _skills;
    private double _points;

    /// <summary>Hours so far.</summary>
    public double Hours => _courseHours + (_points * hoursPerPoint);

    /// <summary>Adds skills to learn.</summary>
    public LearningEffort Add(IEnumerable<Lack> lacks)
    {
        foreach (var lack in lacks)
        {
            if (listed(lack.Demand.Skill) is { } hours) (_courses, _courseHours) = (_courses + 1, _courseHours + hours);
            else (_skills, _points) = (_skills + 1, _points + lack.Points);
        }

        return this;
    }

    /// <summary>The effort as an answer.</summary>
    public Effort ToEffort()
    {
        var parts = new List<string>(2);
        if (_courses > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(_courses, "course")} of your list ({_courseHours:0.#} h)"));
        if (_skills > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(_skills, "skill")} at {hoursPerPoint:0.#} h a point of proficiency"));
        return new Effort
        {
            Hours = Math.Round(Hours, 1),
            Basis = (_courses > 0, _skills > 0) switch
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
