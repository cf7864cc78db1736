using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Types.V1;

namespace CareerRecs.Matching.Engine.Practice;

/// <summary>
/// A person's skills, years and track summed up by a practice model. Sums are whole numbers: the order of what is added does not
/// matter.
/// </summary>
internal sealed class PersonPractice
{
    /// <summary>Hundredths a unit.</summary>
    private const double Unit = 100;

    private readonly PracticeIndex _index;
    private readonly int[] _sums;
    private readonly int[] _withoutSkills;
    private int _known;

    public PersonPractice(PracticeIndex index, PersonEvidence person, IEnumerable<HeldSkill> skills)
    {
        _index = index;
        _sums = new int[index.SeatCount];
        var steps = index.Model.YearSteps;
        for (var seat = 0; seat < _sums.Length; seat++)
        {
            var line = index.Line(seat);
            var years = 0d;
            for (var step = 0; step < steps.Count; step++)
            {
                years += line.Years[step] * Math.Min(1, (person.Years ?? 0) / steps[step]);
            }
            _sums[seat] =
                line.Base
                + (int)Math.Round(years)
                + person.Track switch
                {
                    Track.PeopleManager => line.Manager,
                    Track.IndividualContributor => line.Contributor,
                    _ => 0,
                };
        }

        _withoutSkills = [.. _sums];
        foreach (var skill in skills)
        {
            Add(skill.Skill);
        }
    }

    /// <summary>One skill more.</summary>
    public void Add(int skill) => Change(skill, 1);

    /// <summary>One skill less.</summary>
    public void Remove(int skill) => Change(skill, -1);

    /// <summary>
    /// How much more the skills speak for a role than an empty profile does, on a logarithmic scale; 0 where they speak against
    /// it, or the model knows none of them.
    /// </summary>
    public double Lift(int role)
    {
        var (first, count) = _index.SeatsOf(role);
        if (count == 0 || _known == 0)
        {
            return 0;
        }

        var scale = _index.Model.Scale;
        double sum = 0,
            without = 0;
        for (var seat = first; seat < first + count; seat++)
        {
            sum += Math.Exp((_sums[seat] / Unit) + scale.Shift);
            without += Math.Exp((_withoutSkills[seat] / Unit) + scale.Shift);
        }

        return Math.Max(0, scale.Weight * Math.Min(1, _known / scale.WholeList) * (Math.Log(1 + sum) - Math.Log(1 + without)));
    }

    /// <summary>
    /// The person's skills that speak for the role, the heaviest first; where none does, those that the model knows.
    /// </summary>
    public IEnumerable<int> Heaviest(int role, IEnumerable<HeldSkill> skills)
    {
        var (first, count) = _index.SeatsOf(role);
        var known = new List<(int Skill, int Weight)>();
        foreach (var (skill, _, _, _) in skills)
        {
            if (_index.Weights(skill) is { } weights)
            {
                known.Add((skill, Enumerable.Range(first, count).Max(seat => weights[seat])));
            }
        }

        var any = known.Exists(s => s.Weight > 0);
        return known.Where(s => s.Weight > 0 || !any).OrderByDescending(s => s.Weight).ThenBy(s => s.Skill).Select(s => s.Skill);
    }

    private void Change(int skill, int sign)
    {
        if (_index.Weights(skill) is not { } weights)
        {
            return;
        }
        _known += sign;
        for (var seat = 0; seat < weights.Length; seat++)
        {
            _sums[seat] += sign * weights[seat];
        }
    }
}
