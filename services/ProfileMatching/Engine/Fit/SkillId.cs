namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>
/// Position of a skill in one version of a catalog. Never stored or sent: another version may have another skill there.
/// </summary>
public readonly record struct SkillId(int Index) : IComparable<SkillId>
{
    /// <inheritdoc/>
    public int CompareTo(SkillId other) => Index.CompareTo(other.Index);

    /// <summary>Whether the catalog lists the first before the second.</summary>
    public static bool operator <(SkillId a, SkillId b) => a.Index < b.Index;

    /// <summary>Whether the catalog lists the first before the second, or they are one.</summary>
    public static bool operator <=(SkillId a, SkillId b) => a.Index <= b.Index;

    /// <summary>Whether the catalog lists the first after the second.</summary>
    public static bool operator >(SkillId a, SkillId b) => a.Index > b.Index;

    /// <summary>Whether the catalog lists the first after the second, or they are one.</summary>
    public static bool operator >=(SkillId a, SkillId b) => a.Index >= b.Index;
}
