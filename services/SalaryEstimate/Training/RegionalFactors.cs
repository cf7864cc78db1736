using CareerRecs.Salary.Estimation;

namespace CareerRecs.Salary.Training;

/// <summary>
/// What an occupation pays in a metropolitan area over what it pays in the country, from three tables alone: medians by major group there
/// and in the country, and the price parity. High and low wages do not differ alike between places (a minimum wage lifts the low ones), so a
/// line through the major groups tells what a place adds at a given wage; the group's own distance from it counts beside.
/// </summary>
public sealed class RegionalFactors
{
    // Rounded between regressions on the Labor Department's area wages and on New York's regional medians; Washington's are the check.
    private const double OwnWeight = 0.3;
    private const double LevelWeight = 0.5;
    private const double SlopeWeight = 0.5;
    private const double PriceWeight = 0.3;
    private const double Shift = -0.03;

    private const double Middle = 11; // logarithm of a wage in the middle of the groups'
    private const double SlopePenalty = 0.3; // as if a small group stood for no slope: some metros have few groups
    private const int SmallMetro = 200; // thousands

    private readonly Dictionary<string, double> _national;
    private readonly Dictionary<string, (Metro Metro, double Level, double Slope)> _metros = new(StringComparer.Ordinal);

    /// <param name="metros">Metropolitan areas.</param>
    /// <param name="nationalMedians">National medians by major group, brought to the year of the metro medians.</param>
    public RegionalFactors(IEnumerable<Metro> metros, IReadOnlyDictionary<string, double> nationalMedians)
    {
        _national = nationalMedians.Where(n => n.Key != "00-0000").ToDictionary(StringComparer.Ordinal);
        foreach (var metro in metros)
        {
            var (level, slope) = Line(metro);
            _metros[metro.Cbsa] = (metro, level, slope);
        }
    }

    /// <summary>The factor in a metropolitan area; null for one without tables.</summary>
    /// <param name="cbsa">Its code.</param>
    /// <param name="group">Major group: "15-0000".</param>
    /// <param name="median">National median of the occupation, in the year of the metro medians.</param>
    public double? Metro(string cbsa, string group, double median)
    {
        if (!_metros.TryGetValue(cbsa, out var place)) return null;
        var own = 0.0;
        if (place.Metro.Medians.TryGetValue(group, out var there) && _national.TryGetValue(group, out var country))
            own = Math.Log(there / country) - place.Level - place.Slope * (Math.Log(country) - Middle);
        return Math.Exp(Shift + OwnWeight * own + LevelWeight * place.Level + SlopeWeight * place.Slope * (Math.Log(median) - Middle)
            + PriceWeight * Math.Log(place.Metro.PriceParity ?? 1));
    }

    /// <summary>The factor in a state: the mean of its metropolitan areas by people; null where it has none.</summary>
    public double? State(string state, string group, double median) => Mean(state, int.MaxValue, group, median);

    /// <summary>The factor outside the metropolitan areas of a state: that of its small ones, else of all.</summary>
    public double? Rural(string state, string group, double median) => Mean(state, SmallMetro, group, median) ?? State(state, group, median);

    private double? Mean(string state, int most, string group, double median)
    {
        double people = 0, sum = 0;
        foreach (var (cbsa, place) in _metros.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (place.Metro.Population > most || !UsStates.OfMetro(place.Metro.Name).Contains(state)) continue;
            people += place.Metro.Population;
            sum += place.Metro.Population * Metro(cbsa, group, median)!.Value;
        }

        return people > 0 ? sum / people : null;
    }

    private (double Level, double Slope) Line(Metro metro)
    {
        double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
        foreach (var (group, country) in _national.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!metro.Medians.TryGetValue(group, out var there)) continue;
            var (x, y) = (Math.Log(country) - Middle, Math.Log(there / country));
            (n, sx, sy, sxx, sxy) = (n + 1, sx + x, sy + y, sxx + x * x, sxy + x * y);
        }

        if (n == 0) return (0, 0);
        sxx += SlopePenalty;
        var slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        return ((sy - slope * sx) / n, slope);
    }
}
