using System.Collections.Immutable;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>A value for each skill of one catalog version.</summary>
public readonly struct SkillTable<T>(ImmutableArray<T> values)
{
    /// <summary>Value for a skill.</summary>
    public T this[SkillId skill] => values[skill.Index];

    /// <summary>The skills, in the order of the catalog.</summary>
    public IEnumerable<SkillId> Ids => Enumerable.Range(0, values.Length).Select(index => new SkillId(index));
}
