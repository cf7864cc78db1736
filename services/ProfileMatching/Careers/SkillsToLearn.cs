using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Learning;
using CareerRecs.Matching.Recommendations;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Careers;

/// <summary>Skills to learn for a role as an answer shows them.</summary>
internal static class SkillsToLearn
{
    /// <summary>The heaviest of what is to learn.</summary>
    /// <param name="person">The person as known now, whose fit each skill would change.</param>
    /// <param name="there">What is there when the role's turn comes.</param>
    /// <param name="role">The role.</param>
    /// <param name="lacks">What is to learn.</param>
    /// <param name="most">How many to show.</param>
    /// <param name="shelf">What the tenant lists to learn from.</param>
    public static IEnumerable<MissingSkill> Of(PersonView person, PersonView there, int role, IEnumerable<Lack> lacks, int most, LearningShelf shelf)
    {
        var index = person.Index;
        foreach (var (demand, _) in lacks.Take(most))
        {
            var skill = index.Snapshot.Skills[demand.Skill];
            var asked = index.Snapshot.Roles[role].Skills[demand.Asked];
            var missing = new MissingSkill
            {
                Skill = skill.Name,
                Title = skill.Title,
                Importance = asked.Importance,
                Proficiency = there.Held(demand.Skill),
                Essential = demand.Essential,
                FitIfAcquiredMilliPoints = MissingSkills.FitWith(person, role, demand.Met()),
                Resources = { shelf.Of(demand.Skill) },
            };
            if (asked.HasProficiency) missing.RequiredProficiency = asked.Proficiency;
            yield return missing;
        }
    }
}
