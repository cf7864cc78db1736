using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.NextSkills;

/// <summary>
/// Which skills to acquire next: each is tried on every role of interest that asks for it, by ranking again with it. Left out are skills that
/// nearly every role rates and what the person said in other words.
/// </summary>
internal static class SkillSuggester
{
    private const int MostGains = 10;

    /// <summary>Skills suggested, of several roles, that only one of them asks for.</summary>
    private const int MostOfOneRole = 2;

    /// <summary>The skills that bring anything, those that lift most roles to a good fit first.</summary>
    public static List<SuggestedSkill> Suggest(PersonView person, IReadOnlyCollection<int> roles, int most)
    {
        var index = person.Index;
        var good = index.Parameters.GoodFrom;
        var fits = roles.Distinct().ToDictionary(role => role, role => FitFunction.Evaluate(person, role).MilliPoints);
        var asked = new Dictionary<int, HeldSkill>();
        var askedBy = new Dictionary<int, int>();
        foreach (var role in fits.Keys)
        {
            foreach (var demand in OwnSkills.FindLacking(person, role).Where(d => !OwnSkills.IsGeneric(index, d)))
            {
                askedBy[demand.Skill] = askedBy.GetValueOrDefault(demand.Skill) + 1;
                if (demand.Level > asked.GetValueOrDefault(demand.Skill).Proficiency)
                {
                    asked[demand.Skill] = demand.Met();
                }
            }
        }

        var suggested = asked.Values.Select(acquired => Try(person, acquired, fits, good)).Where(s => s.TotalGainMilliPoints > 0)
            .OrderByDescending(s => s.Gains.Count(g => g.LiftsToGood)).ThenByDescending(s => s.TotalGainMilliPoints).ThenBy(s => s.Skill, StringComparer.Ordinal)
            .DistinctBy(s => OwnSkills.ToSingular(s.Title));
        var ofOneRole = 0;
        return
        [
            .. suggested.Where(s => fits.Count <= MostOfOneRole || askedBy[index.SkillIds[s.Skill]] > 1 || ofOneRole++ < MostOfOneRole)
                .Take(most).Select(Shortened),
        ];
    }

    private static SuggestedSkill Try(PersonView person, HeldSkill acquired, Dictionary<int, int> fits, int good)
    {
        var index = person.Index;
        var skill = index.Snapshot.Skills[acquired.Skill];
        var suggested = new SuggestedSkill { Skill = skill.Name, Title = skill.Title, Proficiency = acquired.Proficiency, HeldProficiency = person.Held(acquired.Skill) };
        foreach (var posting in index.Postings(acquired.Skill))
        {
            if (!fits.TryGetValue(posting.Role, out var fit)) continue;
            var then = person.EvaluateWith(acquired, posting.Role).MilliPoints;
            if (then <= fit) continue;
            suggested.TotalGainMilliPoints += then - fit;
            suggested.Gains.Add(new SkillGain
            {
                Role = index.Snapshot.Roles[posting.Role].Name,
                Title = index.Snapshot.Roles[posting.Role].Title,
                FitMilliPoints = fit,
                FitIfAcquiredMilliPoints = then,
                LiftsToGood = fit < good && then >= good,
            });
        }

        return suggested;
    }

    private static SuggestedSkill Shortened(SuggestedSkill skill)
    {
        var gains = skill.Gains.OrderByDescending(g => g.FitIfAcquiredMilliPoints - g.FitMilliPoints).ThenBy(g => g.Role, StringComparer.Ordinal).Take(MostGains).ToList();
        skill.Gains.Clear();
        skill.Gains.Add(gains);
        return skill;
    }
}
