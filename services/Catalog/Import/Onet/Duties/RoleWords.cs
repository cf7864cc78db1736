using CareerRecs.Catalog.Import.Onet.Occupations;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>The words by which roles are described, to measure how near a duty is to a role.</summary>
internal sealed class RoleWords
{
    private const double TitleWeight = 3;
    private const double OverviewWeight = 2;

    /// <summary>A word of this weight in a role's texts counts in full.</summary>
    private const double FullWeight = 6;

    private readonly Dictionary<string, Dictionary<string, double>> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);

    public RoleWords(IEnumerable<Role> roles)
    {
        foreach (var role in roles)
        {
            var weights = Weigh(role);
            _roles.Add(role.Name, weights);
            foreach (var stem in weights.Keys)
            {
                _frequencies[stem] = _frequencies.GetValueOrDefault(stem) + 1;
            }
        }
    }

    /// <summary>Share (0-1) of the duty's words, rare ones more, that the role's title, overview and tasks use often.</summary>
    public double Nearness(Role role, Duty duty)
    {
        var (near, all) = (0d, 0d);
        var weights = _roles[role.Name];
        foreach (var stem in duty.Stems)
        {
            var rarity = Math.Log((double)(_roles.Count + 1) / (1 + _frequencies.GetValueOrDefault(stem))) + 0.2;
            all += rarity;
            near += rarity * Math.Min(1, Math.Log(1 + weights.GetValueOrDefault(stem)) / Math.Log(1 + FullWeight));
        }

        return all > 0 ? near / all : 0;
    }

    private static Dictionary<string, double> Weigh(Role role)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(weights, DutyWords.Stems(role.Title), TitleWeight);
        Add(weights, DutyWords.Stems(role.Overview), OverviewWeight);
        foreach (var theme in role.Responsibilities)
        {
            foreach (var task in theme.Items)
            {
                Add(weights, DutyWords.Stems(task).Distinct(StringComparer.Ordinal), TaskMap.WeightOf(theme));
            }
        }

        return weights;
    }

    private static void Add(Dictionary<string, double> weights, IEnumerable<string> stems, double weight)
    {
        foreach (var stem in stems)
        {
            weights[stem] = weights.GetValueOrDefault(stem) + weight;
        }
    }
}
