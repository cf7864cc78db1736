using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Crosswalk;

/// <summary>
/// The roles of the version that the crosswalk adds to, by the code each stands for: the first exact one of O*NET or ESCO
/// among its codes. Codes that an earlier crosswalk added come later and do not make an O*NET role one of ESCO's.
/// </summary>
internal sealed class BaseRoles
{
    private readonly Dictionary<(CodeSystem System, string Code), List<Role>> _roles = [];

    public BaseRoles(IEnumerable<CatalogEntry> entries)
    {
        foreach (var role in entries.Select(e => e.Role).Where(r => r is not null))
        {
            var own = role.Codes.FirstOrDefault(c =>
                c.System is CodeSystem.Onet or CodeSystem.Esco && c.Match is CodeMatch.Exact or CodeMatch.Unspecified
            );
            if (own is null)
            {
                continue;
            }
            if (!_roles.TryGetValue((own.System, own.Value), out var roles))
            {
                _roles.Add((own.System, own.Value), roles = []);
            }
            roles.Add(role);
        }
    }

    /// <summary>Whether any role stands for a code of a system.</summary>
    public bool Has(CodeSystem system) => _roles.Keys.Any(k => k.System == system);

    /// <summary>The roles that stand for a code; mostly one.</summary>
    public IReadOnlyList<Role> Of(CodeSystem system, string code) => _roles.GetValueOrDefault((system, code)) ?? [];
}
