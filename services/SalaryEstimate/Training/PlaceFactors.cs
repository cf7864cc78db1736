using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Training;

/// <summary>
/// Place factors: (metro median / national median of the major group)^w * (price parity)^v. Damped, because a metro with a high
/// median of a group also holds the better paid occupations of it; the exponents stand in the factors file with their source.
/// </summary>
internal sealed class PlaceFactors(PlaceNote note, IReadOnlyDictionary<string, double> nationalMedians)
{
    /// <summary>Major groups, in the order of the factors; 00-0000 stands for occupations of any other.</summary>
    public ImmutableArray<string> Groups { get; } = [.. nationalMedians.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A line of the model file for each metro.</summary>
    public ImmutableArray<string> MetroLines(IReadOnlyList<Metro> metros) =>
        [.. metros.Select(metro => Line(metro.Cbsa, metro.Name, metro.Population, Groups.Select(g => Factor(metro, g))))];

    /// <summary>A line for each state: the mean of the factors of its metros, weighted by their people.</summary>
    public ImmutableArray<string> StateLines(IReadOnlyList<Metro> metros)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var (code, name) in UsStates.ByCode.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var own = metros.Where(m => UsStates.OfMetro(m.Name).Contains(code)).ToArray();
            if (own.Length == 0) continue;
            var people = own.Sum(m => m.Population);
            lines.Add(Line(code, name, people,
                Groups.Select(g => (own.Sum(m => m.Population * Factor(m, g).Value) / people, own.All(m => Factor(m, g).PricesAlone)))));
        }

        return lines.ToImmutable();
    }

    private (double Value, bool PricesAlone) Factor(Metro metro, string group)
    {
        if (!metro.Medians.TryGetValue(group, out var median)) return (metro.PriceParity ?? 1, true);
        var weights = note.Weights.LastOrDefault(w => w.Group == group) ?? note.Weights.First(w => w.Group.Length == 0);
        return (Math.Pow(median / nationalMedians[group], weights.Wages) * Math.Pow(metro.PriceParity ?? 1, weights.Prices), false);
    }

    private static string Line(string code, string name, int people, IEnumerable<(double Value, bool PricesAlone)> factors) =>
        string.Join('|', [code, name, people.ToString(CultureInfo.InvariantCulture),
            .. factors.Select(f => f.Value.ToString("0.####", CultureInfo.InvariantCulture) + (f.PricesAlone ? "r" : ""))]);
}
