using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>
/// The lines of work that each role belongs to, from wide to narrow, as the public code of the role tells them: major group,
/// minor group and broad occupation of the SOC; major, sub-major and minor group of ISCO. A role without a code has its family
/// alone.
/// </summary>
internal sealed class RoleFamilies
{
    /// <summary>Lines of work a role is in at most.</summary>
    public const int Levels = 3;

    private static readonly CodeSystem[] Systems = [CodeSystem.Onet, CodeSystem.Isco, CodeSystem.Soc];
    private readonly int[] _groups;

    public RoleFamilies(ImmutableArray<Role> roles)
    {
        _groups = new int[roles.Length * Levels];
        var numbers = new Dictionary<(int Level, string Key), int>();
        for (var role = 0; role < roles.Length; role++)
        {
            var keys = Keys(roles[role]);
            for (var level = 0; level < Levels; level++)
            {
                var number = -1;
                if (level < keys.Length && !numbers.TryGetValue((level, keys[level]), out number))
                {
                    numbers.Add((level, keys[level]), number = numbers.Count);
                }
                _groups[(role * Levels) + level] = number;
            }
        }

        Count = numbers.Count;
    }

    /// <summary>How many lines of work, of all levels.</summary>
    public int Count { get; }

    /// <summary>Numbers of the lines of work of a role, widest first; -1 where it has none.</summary>
    public ReadOnlySpan<int> Of(RoleId role) => _groups.AsSpan(role.Index * Levels, Levels);

    /// <summary>How much of their lines of work two roles have in common, 0-1.</summary>
    public double Shared(RoleId a, RoleId b)
    {
        var ofA = Of(a);
        var ofB = Of(b);
        var shared = 0;
        while (shared < Levels && ofA[shared] >= 0 && ofA[shared] == ofB[shared])
        {
            shared++;
        }
        return (double)shared / Levels;
    }

    /// <summary>
    /// Other roles of the narrowest line of work that has any, in the order of the catalog, up to <paramref name="most"/>.
    /// </summary>
    public IEnumerable<RoleId> Others(RoleId role, int most)
    {
        for (var level = Levels - 1; level >= 0; level--)
        {
            var group = Of(role)[level];
            if (group < 0)
            {
                continue;
            }
            var others = Enumerable
                .Range(0, _groups.Length / Levels)
                .Select(other => new RoleId(other))
                .Where(other => other != role && Of(other)[level] == group)
                .Take(most)
                .ToList();
            if (others.Count > 0)
            {
                return others;
            }
        }

        return [];
    }

    private static string[] Keys(Role role)
    {
        foreach (var system in Systems)
        {
            if (role.Codes.FirstOrDefault(c => c.System == system) is not { Value: var code })
            {
                continue;
            }
            int[] lengths = system == CodeSystem.Isco ? [1, 2, 3] : [2, 4, 6];
            // An O*NET code begins with that of the SOC, so roles of either are of one line.
            var scheme = system == CodeSystem.Onet ? CodeSystem.Soc : system;
            return [.. lengths.Where(l => l <= code.Length).Select(l => $"{scheme} {code[..l]}")];
        }

        return role.Family.Length > 0 ? [role.Family] : [];
    }
}
