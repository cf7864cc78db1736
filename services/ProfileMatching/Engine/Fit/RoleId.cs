namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>
/// Position of a role in one version of a catalog. Never stored or sent: another version may have another role there.
/// </summary>
public readonly record struct RoleId(int Index) : IComparable<RoleId>
{
    /// <inheritdoc/>
    public int CompareTo(RoleId other) => Index.CompareTo(other.Index);

    /// <summary>Whether the catalog lists the first before the second.</summary>
    public static bool operator <(RoleId a, RoleId b) => a.Index < b.Index;

    /// <summary>Whether the catalog lists the first before the second, or they are one.</summary>
    public static bool operator <=(RoleId a, RoleId b) => a.Index <= b.Index;

    /// <summary>Whether the catalog lists the first after the second.</summary>
    public static bool operator >(RoleId a, RoleId b) => a.Index > b.Index;

    /// <summary>Whether the catalog lists the first after the second, or they are one.</summary>
    public static bool operator >=(RoleId a, RoleId b) => a.Index >= b.Index;
}
