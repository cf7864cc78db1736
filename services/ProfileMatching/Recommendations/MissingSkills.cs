using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Recommendations;

/// <summary>
/// What a person lacks for a role, and the fit each skill would make. The gain is not estimated: the role is ranked again with
/// the skill at the required proficiency, so the promise holds to the thousandth.
/// </summary>
internal static class MissingSkills
{
    private static readonly Comparer<(int Fit, string Skill)> FewestPointsFirst = Comparer<(int Fit, string Skill)>.Create(
        (a, b) => a.Fit != b.Fit ? a.Fit.CompareTo(b.Fit) : string.CompareOrdinal(b.Skill, a.Skill)
    );

    /// <summary>
    /// The skills missing or short, the one that would bring most first, up to <paramref name="most"/>. Skills that every role
    /// rates come after the role's own, last those that the present work takes.
    /// </summary>
    public static List<MissingSkill> Of(PersonView person, RoleId role, int most)
    {
        var now = FitFunction.Evaluate(person, role).MilliPoints;
        var missing = new List<MissingSkill>();
        foreach (var group in Divide(person, OwnSkills.FindLacking(person, role)).TakeWhile(_ => missing.Count < most))
        {
            var described = Foremost(person, role, group.Demands, most - missing.Count)
                .ConvertAll(demand => Describe(person, role, demand, now));
            described.ForEach(m => m.KnownByWork = group.IsKnown);
            missing.AddRange(
                described.OrderByDescending(m => m.FitIfAcquiredMilliPoints).ThenBy(m => m.Skill, StringComparer.Ordinal)
            );
        }

        return missing;
    }

    /// <summary>The role's own skills, those that every role rates, then the two kinds of what the present work takes.</summary>
    private static IEnumerable<(bool IsKnown, List<Demand> Demands)> Divide(PersonView person, List<Demand> lacking)
    {
        var groups = new (bool IsKnown, List<Demand> Demands)[] { (false, []), (false, []), (true, []), (true, []) };
        foreach (var demand in lacking)
        {
            var group = (person.Present.Cover(demand) ? 2 : 0) + (OwnSkills.IsGeneric(person.Index, demand) ? 1 : 0);
            groups[group].Demands.Add(demand);
        }

        return groups.Where(group => group.Demands.Count > 0);
    }

    /// <summary>Those that would bring most, found without ranking the role again for each of hundreds.</summary>
    private static List<Demand> Foremost(PersonView person, RoleId role, List<Demand> lacking, int most)
    {
        if (lacking.Count <= most)
        {
            return lacking;
        }

        var gains = new SkillGains(person, role);
        var foremost = new PriorityQueue<Demand, (int Fit, string Skill)>(most + 1, FewestPointsFirst);
        foreach (var demand in lacking)
        {
            foremost.Enqueue(demand, (gains.With(demand).MilliPoints, person.Index.Skills[demand.Skill].Name));
            if (foremost.Count > most)
            {
                foremost.Dequeue();
            }
        }

        return [.. foremost.UnorderedItems.Select(item => item.Element)];
    }

    /// <summary>A skill that is missing or short, and the fit it would make.</summary>
    /// <param name="person">The person.</param>
    /// <param name="role">The role.</param>
    /// <param name="demand">The skill as the role asks for it.</param>
    /// <param name="now">The person's fit for the role.</param>
    public static MissingSkill Describe(PersonView person, RoleId role, Demand demand, int now)
    {
        var skill = person.Index.Skills[demand.Skill];
        var asked = person.Index.Roles[role].Skills[demand.Asked];
        var missing = new MissingSkill
        {
            Skill = skill.Name,
            Title = skill.Title,
            Importance = asked.Importance,
            Proficiency = person.Held(demand.Skill),
            Essential = demand.Essential,
            FitIfAcquiredMilliPoints = person.EvaluateWith(demand.Met(), role).MilliPoints,
        };
        missing.GainPoints = ToPoints(missing.FitIfAcquiredMilliPoints) - ToPoints(now);
        if (asked.HasProficiency)
        {
            missing.RequiredProficiency = asked.Proficiency;
        }

        return missing;

        static int ToPoints(int milliPoints) => (milliPoints + 500) / 1000;
    }
}
