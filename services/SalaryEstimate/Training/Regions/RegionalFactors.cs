using System.Collections.Immutable;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.Training.Regions;

/// <summary>
/// What places add to pay, from three tables alone: medians by major group in metropolitan areas and in the country, and price
/// parities. High and low wages do not differ alike between places, so a line through the groups of an area tells what it adds at
/// a given wage; how far a group lies from the line, there and in the state as a whole, counts beside. All damped: an area that
/// pays well also has the better paid jobs.
/// </summary>
public sealed class RegionalFactors
{
    // Rounded between regressions on the Labor Department's area wages and on New York's regional medians; Washington's are the
    // check.
    private const double LevelWeight = 0.5;
    private const double SlopeWeight = 0.5;
    private const double OwnWeight = 0.2;
    private const double StateWeight = 0.3;
    private const double PriceWeight = 0.3;

    private readonly PlaceCurve? _curve;
    private readonly Dictionary<string, double> _national;
    private readonly WageLine[] _lines;
    private readonly GroupsOfStates _states;

    /// <param name="metros">Metropolitan areas.</param>
    /// <param name="nationalMedians">National medians by major group, brought to the year of the metro medians; 00-0000 stands
    /// for any other.</param>
    /// <param name="curve">How factors go with the wage.</param>
    public RegionalFactors(IReadOnlyList<Metro> metros, IReadOnlyDictionary<string, double> nationalMedians, PlaceCurve? curve)
    {
        ArgumentNullException.ThrowIfNull(metros);
        _curve = curve;
        _national = nationalMedians.Where(n => n.Key != WageLine.AllOccupations).ToDictionary(StringComparer.Ordinal);
        Groups = [.. nationalMedians.Keys.Order(StringComparer.Ordinal)];
        _lines = [.. metros.Select(metro => WageLine.Through(metro, _national))];
        _states = new GroupsOfStates(_lines);
        Metros = [.. _lines.Select(MetroOf)];
        States =
        [
            .. UsStates.ByCode.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Mean(s.Key, int.MaxValue)).OfType<Place>(),
        ];
    }

    /// <summary>Major groups, in the order of the factors; 00-0000 stands for occupations of any other.</summary>
    public ImmutableArray<string> Groups { get; }

    /// <summary>The metropolitan areas.</summary>
    public ImmutableArray<Place> Metros { get; }

    /// <summary>The states that have areas: the mean of these by people.</summary>
    public ImmutableArray<Place> States { get; }

    /// <summary>
    /// What a state is outside its metropolitan areas: the mean of its small ones, else of all; null where it has none.
    /// </summary>
    public Place? Rural(string state) => Mean(state, RegionTables.SmallMetro) ?? Mean(state, int.MaxValue);

    private Place MetroOf(WageLine line)
    {
        var place = LevelWeight * line.Level + PriceWeight * Math.Log(line.Metro.PriceParity ?? 1);
        var factors = Groups.Select(g =>
            Math.Exp(place + OwnWeight * line.Own.GetValueOrDefault(g) + StateWeight * _states.Of(line.Metro, g))
        );
        return new Place(
            PlaceKind.Metro,
            line.Metro.Cbsa,
            line.Metro.Name,
            line.Metro.Population,
            [.. factors],
            [.. Groups.Select(g => _national.ContainsKey(g) && !line.Own.ContainsKey(g))]
        )
        {
            Curve = _curve,
            Slope = SlopeWeight * line.Slope,
        };
    }

    private Place? Mean(string state, int most)
    {
        var own = Metros
            .Where(m => m.Population <= most)
            .Select(m => (Metro: m, People: m.Population * SharedMetros.ShareOf(m.Code, m.Name, state)))
            .Where(m => m.People > 0)
            .ToArray();
        if (own.Length == 0)
        {
            return null;
        }
        var people = own.Sum(m => m.People);
        return new Place(
            PlaceKind.State,
            state,
            UsStates.ByCode[state],
            (int)Math.Round(people),
            [.. Groups.Select((_, g) => Math.Exp(own.Sum(m => m.People * Math.Log(m.Metro.Factors[g])) / people))],
            [.. Groups.Select((_, g) => own.All(m => m.Metro.WithoutWages[g]))]
        )
        {
            Curve = _curve,
            Slope = own.Sum(m => m.People * m.Metro.Slope) / people,
        };
    }
}
