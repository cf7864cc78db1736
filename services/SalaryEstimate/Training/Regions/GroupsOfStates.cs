using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;

namespace CareerRecs.Salary.Training.Regions;

/// <summary>
/// How far a major group lies from the lines of a state's metropolitan areas, on the mean: what its laws, unions and public
/// employers do to the pay of a group shows in all of them, where the distance in a single area is mostly which jobs it has.
/// </summary>
internal sealed class GroupsOfStates
{
    private const double FewAreas = 2; // areas that weigh as much as no distance

    private readonly Dictionary<(string State, string Group), double> _means = [];

    public GroupsOfStates(IEnumerable<WageLine> lines)
    {
        foreach (
            var state in lines
                .SelectMany(line => UsStates.OfMetro(line.Metro.Name).Select(code => (code, line)))
                .GroupBy(x => x.code, x => x.line, StringComparer.Ordinal)
        )
        {
            foreach (
                var group in state
                    .SelectMany(line => line.Own.Select(own => (own.Key, own.Value, Weight: Math.Sqrt(line.Metro.Population))))
                    .GroupBy(x => x.Key, StringComparer.Ordinal)
            )
            {
                _means[(state.Key, group.Key)] =
                    group.Sum(x => x.Weight * x.Value) / group.Sum(x => x.Weight) * group.Count() / (group.Count() + FewAreas);
            }
        }
    }

    /// <summary>The distance in the states of an area, each by its share.</summary>
    public double Of(Metro metro, string group) =>
        UsStates
            .OfMetro(metro.Name)
            .Sum(state => SharedMetros.ShareOf(metro.Cbsa, metro.Name, state) * _means.GetValueOrDefault((state, group)));
}
