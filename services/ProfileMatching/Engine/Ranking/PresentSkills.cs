namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>Skills that the present work takes, so that whoever does it is taken to have them, said or not.</summary>
internal sealed class PresentSkills
{
    private readonly Dictionary<int, float> _levels = [];

    /// <param name="index">The catalog version.</param>
    /// <param name="present">The present role; -1: unknown.</param>
    public PresentSkills(MatchIndex index, int present)
    {
        if (present < 0)
        {
            return;
        }

        foreach (var demand in index.Demands(present))
        {
            // Of the tools that a source lists nobody uses all.
            if (demand.Essential || !index.IsTool[demand.Skill])
            {
                _levels[demand.Skill] = Math.Max(demand.Level, _levels.GetValueOrDefault(demand.Skill));
            }
        }
    }

    /// <summary>What the role takes that a title of the person surely means.</summary>
    public static PresentSkills ForPerson(PersonView person)
    {
        var present = person.Evidence.Present;
        return new PresentSkills(person.Index, present >= 0 && Support.ForRole(person, present).IsHeld ? present : -1);
    }

    /// <summary>Whether the present work takes a skill at the level demanded.</summary>
    public bool Cover(Demand demand) => _levels.GetValueOrDefault(demand.Skill) >= demand.Level;
}
