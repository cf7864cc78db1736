using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>What a text says beside a skill of how long, how lately and how well.</summary>
/// <param name="Years">Years of use; null for not said.</param>
/// <param name="LastUsedYear">Year of the last use; 0 for not said.</param>
/// <param name="Proficiency">How well, in a word.</param>
internal readonly record struct SkillTimes(double? Years, int LastUsedYear, Proficiency Proficiency)
{
    /// <summary>The more of both.</summary>
    public SkillTimes Or(SkillTimes other) =>
        new(
            Years is { } a && other.Years is { } b ? Math.Max(a, b) : Years ?? other.Years,
            Math.Max(LastUsedYear, other.LastUsedYear),
            Proficiency == Proficiency.Unspecified ? other.Proficiency : Proficiency
        );
}
