using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.Recommendations;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Describes skills to learn for a role as an answer shows them.</summary>
internal static class SkillsToLearn
{
    /// <summary>Orders skills by how typical they are of the role. A source without weights would list them by name.</summary>
    public static IEnumerable<Lack> OwnFirst(MatchIndex index, RoleId role, IEnumerable<Lack> lacks) =>
        lacks.OrderByDescending(lack => OwnSkills.Measure(index, role, lack.Demand));

    /// <summary>The skills with where they can be learned.</summary>
    /// <param name="person">The person as known now, whose fit each skill would change.</param>
    /// <param name="there">What is there when the role's turn comes.</param>
    /// <param name="role">The role.</param>
    /// <param name="lacks">What is to learn.</param>
    /// <param name="shelf">What the tenant lists to learn from.</param>
    public static IEnumerable<MissingSkill> Describe(
        PersonView person,
        PersonView there,
        RoleId role,
        IEnumerable<Lack> lacks,
        LearningShelf shelf
    )
    {
        var now = FitFunction.Evaluate(person, role).MilliPoints;
        return lacks.Select(lack =>
        {
            var missing = MissingSkills.Describe(person, role, lack.Demand, now);
            missing.Proficiency = there.Held(lack.Demand.Skill);
            missing.Resources.Add(shelf.Of(lack.Demand.Skill));
            return missing;
        });
    }
}
