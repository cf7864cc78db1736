using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>Skills that the present work takes, so that whoever does it is taken to have them, said or not.</summary>
internal sealed class PresentSkills
{
    private readonly Dictionary<SkillId, float> _levels = [];

    /// <param name="index">The catalog version.</param>
    /// <param name="present">The present role; null: unknown.</param>
    public PresentSkills(MatchIndex index, RoleId? present)
    {
        if (present is not { } role)
        {
            return;
        }

        foreach (var demand in index.Demands(role))
        {
            // Of the tools that a source lists nobody uses all.
            if (demand.Essential || !index.IsTool[demand.Skill])
            {
                _levels[demand.Skill] = Math.Max(demand.Level, _levels.GetValueOrDefault(demand.Skill));
            }
        }
    }

    /// <summary>What the role takes that a title of the person surely means.</summary>
    public static PresentSkills ForPerson(PersonView person) =>
        new(person.Index, person.Evidence.Present is { } present && Support.ForRole(person, present).IsHeld ? present : null);

    /// <summary>Whether the present work takes a skill at the level demanded.</summary>
    public bool Cover(Demand demand) => _levels.GetValueOrDefault(demand.Skill) >= demand.Level;
}
