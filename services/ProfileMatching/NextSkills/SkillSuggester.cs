using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.NextSkills;

/// <summary>
/// Which skills to acquire next: each is tried on every role of interest that asks for it, by ranking again with it. Left out are
/// skills that nearly every role rates, those that are least the roles' own, what the person said in other words, and what the
/// present work takes.
/// </summary>
internal static class SkillSuggester
{
    private const int MostGains = 10;

    /// <summary>Skills suggested, of several roles, that only one of them asks for.</summary>
    private const int MostOfOneRole = 2;

    /// <summary>Tools suggested: sources list dozens that stand for one another.</summary>
    private const int MostTools = 5;

    /// <summary>How much a skill must be a role's own, over the one that is most, to be tried.</summary>
    private const double LeastShareOfOwn = 0.5;

    /// <summary>The skills that bring anything, those that lift most roles to a good fit first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="roles">Roles of interest.</param>
    /// <param name="present">The present role, whose work the person is taken to know; null: unknown, or one of interest.</param>
    /// <param name="most">Most skills.</param>
    public static List<SuggestedSkill> Suggest(PersonView person, IReadOnlyCollection<RoleId> roles, RoleId? present, int most)
    {
        var index = person.Index;
        var good = index.Parameters.GoodFrom;
        var known = new PresentSkills(index, present);
        var fits = roles.Distinct().ToDictionary(role => role, role => FitFunction.Evaluate(person, role).MilliPoints);
        var asked = new Dictionary<SkillId, HeldSkill>();
        var askedBy = new Dictionary<SkillId, HashSet<RoleId>>();
        foreach (var role in fits.Keys)
        {
            foreach (var demand in FindTried(person, role, known))
            {
                if (!askedBy.TryGetValue(demand.Skill, out var askers))
                {
                    askedBy.Add(demand.Skill, askers = []);
                }

                askers.Add(role);
                if (demand.Level > asked.GetValueOrDefault(demand.Skill).Proficiency)
                {
                    asked[demand.Skill] = demand.Met();
                }
            }
        }

        var suggested = asked
            .Values.Select(acquired =>
                Try(person, acquired, askedBy[acquired.Skill].ToDictionary(role => role, role => fits[role]), good)
            )
            .Where(s => s.TotalGainMilliPoints > 0)
            .OrderByDescending(s => s.Gains.Count(g => g.LiftsToGood))
            .ThenByDescending(s => s.TotalGainMilliPoints)
            .ThenBy(s => s.Skill, StringComparer.Ordinal)
            .DistinctBy(s => OwnSkills.ToSingular(s.Title));
        var (ofOneRole, tools) = (0, 0);
        return
        [
            .. suggested
                .Where(s =>
                    fits.Count <= MostOfOneRole || askedBy[index.SkillIds[s.Skill]].Count > 1 || ofOneRole++ < MostOfOneRole
                )
                .Where(s => !index.IsTool[index.SkillIds[s.Skill]] || tools++ < MostTools)
                .Take(most)
                .Select(Shortened),
        ];
    }

    private static List<Demand> FindTried(PersonView person, RoleId role, PresentSkills known)
    {
        var index = person.Index;
        var missing = OwnSkills
            .FindLacking(person, role)
            .FindAll(demand => !OwnSkills.IsGeneric(index, demand) && !known.Cover(demand))
            .ConvertAll(demand => (Demand: demand, Own: OwnSkills.Measure(index, role, demand)));
        var least = missing.Select(m => m.Own).DefaultIfEmpty().Max() * LeastShareOfOwn;
        return [.. missing.Where(m => m.Demand.Essential || m.Own >= least).Select(m => m.Demand)];
    }

    private static SuggestedSkill Try(PersonView person, HeldSkill acquired, Dictionary<RoleId, int> fits, int good)
    {
        var index = person.Index;
        var skill = index.Skills[acquired.Skill];
        var suggested = new SuggestedSkill
        {
            Skill = skill.Name,
            Title = skill.Title,
            Proficiency = fits.Keys.Any(role => StatesLevel(index, role, acquired.Skill)) ? acquired.Proficiency : 0,
            HeldProficiency = person.Held(acquired.Skill),
        };
        foreach (var posting in index.Postings(acquired.Skill))
        {
            if (!fits.TryGetValue(posting.Role, out var fit))
            {
                continue;
            }

            var then = person.EvaluateWith(acquired, posting.Role).MilliPoints;
            if (then > fit)
            {
                suggested.TotalGainMilliPoints += then - fit;
                suggested.Gains.Add(
                    new SkillGain
                    {
                        Role = index.Roles[posting.Role].Name,
                        Title = index.Roles[posting.Role].Title,
                        FitMilliPoints = fit,
                        FitIfAcquiredMilliPoints = then,
                        LiftsToGood = fit < good && then >= good,
                    }
                );
            }
        }

        return suggested;
    }

    private static bool StatesLevel(MatchIndex index, RoleId role, SkillId skill) =>
        index.Roles[role].Skills.Any(s => s.Skill == index.Skills[skill].Name && s.HasProficiency);

    private static SuggestedSkill Shortened(SuggestedSkill skill)
    {
        var gains = skill
            .Gains.OrderByDescending(g => g.FitIfAcquiredMilliPoints - g.FitMilliPoints)
            .ThenBy(g => g.Role, StringComparer.Ordinal)
            .Take(MostGains)
            .ToList();
        skill.Gains.Clear();
        skill.Gains.Add(gains);
        return skill;
    }
}
