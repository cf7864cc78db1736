using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;

namespace CareerRecs.Salary.Places;

/// <summary>A name as it is compared, the place that it stands for, and the people there in thousands; 0: any.</summary>
internal readonly record struct PlaceSpelling(string Key, string Name, int Population);

/// <summary>Known places that are spelt nearly like one that is not known.</summary>
internal static class NearPlaces
{
    private const int Most = 5;
    private const int LongestCompared = 40; // longer than any name of a city; bounds the work

    public static List<string> Find(PlaceIndex places, string location)
    {
        var comma = location.IndexOf(',', StringComparison.Ordinal);
        var asked = PlaceKey.Of(comma < 0 ? location : location[..comma]);
        var near = new List<string>();
        if (asked.Length is > 1 and <= LongestCompared)
        {
            var within = Math.Max(1, asked.Length / 4);
            near.AddRange(
                places
                    .Spellings.Where(s => Math.Abs(s.Key.Length - asked.Length) <= within)
                    .Select(s => (s.Name, s.Population, Distance: SpellingDistance.Of(asked, s.Key)))
                    .Where(s => s.Distance <= within)
                    .OrderBy(s => s.Distance)
                    .ThenByDescending(s => s.Population)
                    .Select(s => s.Name)
                    .Distinct()
                    .Take(Most)
            );
        }

        if (
            comma >= 0
            && places.Find(location.AsSpan()[(comma + 1)..]) is { Place.Kind: PlaceKind.State or PlaceKind.Abroad } state
            && !near.Contains(state.Place.Name)
        )
        {
            near.Add(state.Place.Name);
        }
        near.Add(places.Country.Name);
        return near;
    }
}
