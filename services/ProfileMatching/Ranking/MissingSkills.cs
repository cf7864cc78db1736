using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Ranking;

/// <summary>
/// What a person lacks for a role, and the fit each skill would make. The gain is not estimated: the role is ranked again with the
/// skill at the required proficiency, so the promise holds to the thousandth.
/// </summary>
internal static class MissingSkills
{
    /// <summary>The skills missing or short, the one that would bring most first, up to <paramref name="most"/>.</summary>
    public static List<MissingSkill> Of(PersonView person, int role, int most)
    {
        var index = person.Index;
        var lacking = new List<(Demand Demand, double Gain)>();
        foreach (var demand in index.Demands(role))
        {
            var (direct, standIn) = FitFunction.Coverage(person, demand);
            var gain = demand.Weight * (1 - Math.Max(direct, direct + standIn));
            if (direct < 1 && gain > 0) lacking.Add((demand, gain));
        }

        // Of many, only those that can come first are ranked again.
        var candidates = lacking.OrderByDescending(s => s.Gain).ThenBy(s => s.Demand.Skill).Take(most == int.MaxValue ? lacking.Count : most);
        return
        [
            .. candidates.Select(c => Missing(person, role, c.Demand))
                .OrderByDescending(m => m.FitIfAcquiredMilliPoints).ThenBy(m => m.Skill, StringComparer.Ordinal),
        ];
    }

    /// <summary>The person's fit for a role with one skill more.</summary>
    public static int FitWith(PersonView person, int role, HeldSkill acquired) => person.EvaluateWith(acquired, role).MilliPoints;

    private static MissingSkill Missing(PersonView person, int role, Demand demand)
    {
        var skill = person.Index.Snapshot.Skills[demand.Skill];
        var asked = person.Index.Snapshot.Roles[role].Skills[demand.Asked];
        return new MissingSkill
        {
            Skill = skill.Name,
            Title = skill.Title,
            Importance = asked.Importance,
            RequiredProficiency = demand.Required,
            Proficiency = person.Held(demand.Skill),
            Essential = demand.Essential,
            FitIfAcquiredMilliPoints = FitWith(person, role, new HeldSkill(demand.Skill, Math.Max(demand.Required, 1), IsStated: true)),
        };
    }
}
