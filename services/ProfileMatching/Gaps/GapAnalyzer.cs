using CareerRecs.Matching.Ranking;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Gaps;

/// <summary>What is missing for one role, essentials first, and which other roles each skill would lift to a good fit.</summary>
internal static class GapAnalyzer
{
    private const int MostLifted = 10;
    private const int SkillsLookedAt = 12;

    /// <summary>The gaps of the role; the first dozen also say which roles they would lift over the threshold of a good fit.</summary>
    public static List<MissingSkill> Analyze(PersonView person, int role)
    {
        var gaps = MissingSkills.Of(person, role, int.MaxValue).OrderByDescending(g => g.Essential).ToList();
        var threshold = (int)(person.Index.Parameters.Good * 1000);
        foreach (var gap in gaps.Take(SkillsLookedAt))
        {
            var skill = person.Index.SkillIds[gap.Skill];
            var acquired = new HeldSkill(skill, (float)Math.Max(gap.RequiredProficiency, 1), IsStated: true);
            gap.LiftsRoles.Add(Lifted(person, acquired, role, threshold));
        }

        return gaps;
    }

    private static IEnumerable<string> Lifted(PersonView person, HeldSkill acquired, int except, int threshold)
    {
        using var better = new PersonView(person.Index, person.Evidence.With(acquired), person);
        var lifted = new List<(int Role, int Fit)>();
        foreach (var posting in person.Index.Postings(acquired.Skill))
        {
            if (posting.Role == except || Gates.RuleOut(person.Evidence, person.Index.Snapshot.Roles[posting.Role])) continue;
            if (FitFunction.Evaluate(person, posting.Role).MilliPoints >= threshold) continue;
            var fit = FitFunction.Evaluate(better, posting.Role).MilliPoints;
            if (fit >= threshold) lifted.Add((posting.Role, fit));
        }

        return lifted.OrderByDescending(l => l.Fit).ThenBy(l => l.Role).Take(MostLifted).Select(l => person.Index.Snapshot.Roles[l.Role].Name);
    }
}
