using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>A skill as one role asks for it, compiled.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Weight">Weight in the role: importance times rarity, more for an essential one.</param>
/// <param name="Required">Proficiency needed, 0-7.</param>
/// <param name="Essential">Whether the role cannot be done without it.</param>
/// <param name="Asked">Position in the role's own list of skills.</param>
/// <param name="Importance">Importance in the role, 0-1, less where the source warns not to rely on it.</param>
/// <param name="Vote">How much having it speaks for the role, 0-1.</param>
public readonly record struct Demand(
    SkillId Skill,
    float Weight,
    float Required,
    bool Essential,
    int Asked,
    float Importance,
    float Vote
)
{
    /// <summary>Proficiency that meets it, 1-7: a skill asked for at 0 is asked for all the same.</summary>
    public float Level => Math.Max(Required, 1);

    /// <summary>The skill of a person who has it as required.</summary>
    public HeldSkill Met() => new(Skill, Level, IsStated: true);
}

/// <summary>A role that asks for a skill, compiled; see <see cref="Demand"/>.</summary>
public readonly record struct Posting(RoleId Role, float Weight, float Required, float Vote)
{
    /// <summary>Proficiency that meets it, as <see cref="Demand.Level"/>.</summary>
    public float Level => Math.Max(Required, 1);
}

/// <summary>A skill that stands in for another in part.</summary>
public readonly record struct Neighbour(SkillId Skill, float Similarity);
