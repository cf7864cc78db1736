using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Roles;

/// <summary>Which roles a list or search wants. An empty set wants all.</summary>
internal sealed class RoleFilter(IEnumerable<string> families, IEnumerable<Seniority> seniorities)
{
    private readonly HashSet<string> _families = families.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<Seniority> _seniorities = [.. seniorities];

    public bool Passes(string family, Seniority seniority) =>
        (_families.Count == 0 || _families.Contains(family)) && (_seniorities.Count == 0 || _seniorities.Contains(seniority));
}
