using System.Globalization;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Places;

/// <summary>Price levels of places: published for metropolitan areas, of a state the mean of its own by people.</summary>
internal sealed class PriceLevelIndex(PriceLevels? prices)
{
    private readonly Dictionary<string, double> _byCbsa = (prices?.Levels ?? [])
        .Select(line => line.Split(' '))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public double? Country => _byCbsa.Count > 0 ? 1 : null;

    public double? Metro(string cbsa) => _byCbsa.TryGetValue(cbsa, out var level) ? level : null;

    public static double? State(string code, IEnumerable<Place> metros)
    {
        double people = 0,
            sum = 0;
        foreach (var metro in metros)
        {
            if (metro.PriceLevel is not { } level)
            {
                continue;
            }
            var own = metro.Population * SharedMetros.ShareOf(metro.Code, metro.Name, code);
            people += own;
            sum += own * level;
        }

        return people > 0 ? sum / people : null;
    }
}
