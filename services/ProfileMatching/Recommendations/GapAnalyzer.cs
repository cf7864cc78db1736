using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Recommendations;

/// <summary>
/// What is missing for one role, and which other roles each skill would lift to a good fit. First come the essentials by how much
/// they are the role's own, then the rest by what each brings, then what nearly every role rates, last what the present work
/// takes; what is there at too low a level comes after what is missing.
/// </summary>
internal static class GapAnalyzer
{
    private const int MostLifted = 10;
    private const int SkillsLookedAt = 12;

    /// <summary>
    /// The gaps of the role; the first dozen also say which roles they would lift over the threshold of a good fit.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="role">The role.</param>
    /// <param name="missing">All that is missing for it.</param>
    public static List<MissingSkill> Analyze(PersonView person, RoleId role, IEnumerable<MissingSkill> missing)
    {
        var index = person.Index;
        var demands = new Dictionary<SkillId, Demand>();
        foreach (var demand in index.Demands(role))
        {
            demands[demand.Skill] = demand;
        }

        var gaps = missing
            .Select(g => (Gap: g.Clone(), Demand: demands[index.SkillIds[g.Skill]]))
            .OrderBy(g => g.Gap.KnownByWork)
            .ThenBy(g => OwnSkills.IsGeneric(index, g.Demand))
            .ThenByDescending(g => g.Gap.Essential)
            .ThenBy(g => g.Gap.Proficiency > 0) // What the person has, if at too low a level, comes after what is missing.
            .ThenByDescending(g => g.Gap.Essential ? OwnSkills.Measure(index, role, g.Demand) : g.Gap.FitIfAcquiredMilliPoints)
            .Select(g => g.Gap)
            .ToList();
        var fits = new Dictionary<RoleId, int>();
        foreach (var gap in gaps.Take(SkillsLookedAt))
        {
            gap.LiftsRoles.Add(Lifted(person, demands[index.SkillIds[gap.Skill]].Met(), role, fits));
        }

        return gaps;
    }

    /// <param name="person">The person.</param>
    /// <param name="acquired">The skill.</param>
    /// <param name="except">The role whose gap it is.</param>
    /// <param name="fits">Fits as they are, of the roles looked at so far: skills lift many of the same roles.</param>
    private static IEnumerable<string> Lifted(PersonView person, HeldSkill acquired, RoleId except, Dictionary<RoleId, int> fits)
    {
        var good = person.Index.Parameters.GoodFrom;
        var lifted = new List<(RoleId Role, int Fit)>();
        foreach (var posting in person.Index.Postings(acquired.Skill))
        {
            if (posting.Role == except || Shortlist.IsRuledOut(person.Evidence, person.Index.Roles[posting.Role]))
            {
                continue;
            }

            if (!fits.TryGetValue(posting.Role, out var now))
            {
                fits.Add(posting.Role, now = FitFunction.Evaluate(person, posting.Role).MilliPoints);
            }

            if (now < good && person.EvaluateWith(acquired, posting.Role).MilliPoints is var then && then >= good)
            {
                lifted.Add((posting.Role, then));
            }
        }

        return lifted
            .OrderByDescending(l => l.Fit)
            .ThenBy(l => l.Role)
            .Take(MostLifted)
            .Select(l => person.Index.Roles[l.Role].Name);
    }
}
