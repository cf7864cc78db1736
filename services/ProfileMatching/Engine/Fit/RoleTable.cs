using System.Collections.Immutable;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>A value for each role of one catalog version.</summary>
public readonly struct RoleTable<T>(ImmutableArray<T> values)
{
    /// <summary>Value for a role.</summary>
    public T this[RoleId role] => values[role.Index];

    /// <summary>The roles, in the order of the catalog.</summary>
    public IEnumerable<RoleId> Ids => Enumerable.Range(0, values.Length).Select(index => new RoleId(index));
}
