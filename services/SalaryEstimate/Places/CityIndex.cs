using System.Collections.Frozen;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;

namespace CareerRecs.Salary.Places;

/// <summary>Reads cities outside the United States as the country that they are in; pay abroad is known by country.</summary>
internal sealed class CityIndex
{
    private static readonly string[] NoCities = ["remote", "anywhere", "nationwide"];
    private readonly FrozenDictionary<string, Place> _countries;
    private readonly FrozenDictionary<string, WorldCity[]>.AlternateLookup<ReadOnlySpan<char>> _cities;

    // Every name, code and region of a country; a code that a US state has too counts only after a city of that country.
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _countryAfterCity;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _countryAfterAny;

    public CityIndex(IReadOnlyCollection<Place> countries)
    {
        _countries = countries.ToFrozenDictionary(c => c.Country, StringComparer.Ordinal);
        _cities = WorldCities
            .All.SelectMany(city => city.Names.Select(name => (Key: PlaceKey.Of(name), City: city)))
            .GroupBy(c => c.Key, c => c.City, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        var names = CountryNames();
        _countryAfterCity = names.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var states = UsStates
            .ByCode.SelectMany(s => new[] { PlaceKey.Of(s.Key), PlaceKey.Of(s.Value) })
            .ToHashSet(StringComparer.Ordinal);
        _countryAfterAny = names
            .Where(n => !states.Contains(n.Key))
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The country of a city that stands alone or before its country: "london", "toronto ontario".</summary>
    public PlaceMatch? Find(ReadOnlySpan<char> key)
    {
        if (_cities.TryGetValue(key, out var namesakes))
        {
            return Match(namesakes[0]);
        }

        for (var space = key.IndexOf(' '); space >= 0; )
        {
            if (
                _cities.TryGetValue(key[..space], out namesakes)
                && _countryAfterCity.TryGetValue(key[(space + 1)..], out var code)
                && Array.Find(namesakes, namesake => namesake.Country == code) is { } city
            )
            {
                return Match(city);
            }

            var next = key[(space + 1)..].IndexOf(' ');
            space = next < 0 ? -1 : space + 1 + next;
        }

        return null;
    }

    /// <summary>The country that a place ends with after a comma, whatever city is before it: "Graz, Austria".</summary>
    public PlaceMatch? FindCountryAtEnd(ReadOnlySpan<char> location)
    {
        var comma = location.LastIndexOf(',');
        if (comma < 0)
        {
            return null;
        }

        Span<char> key = stackalloc char[PlaceKey.MaxLength];
        var length = PlaceKey.Write(location[(comma + 1)..], key);
        return _countryAfterAny.TryGetValue(key[..length], out var code) && _countries.TryGetValue(code, out var country)
            ? new(country, FirstPart(location))
            : null;
    }

    /// <summary>The city that a place begins with; null where the first part says that any will do.</summary>
    public static string? FirstPart(ReadOnlySpan<char> location)
    {
        var comma = location.IndexOf(',');
        var city = (comma < 0 ? location : location[..comma]).Trim().ToString();
        return city.Length == 0 || NoCities.Contains(city, StringComparer.OrdinalIgnoreCase) ? null : city;
    }

    private static Dictionary<string, string> CountryNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var country in Countries.All.Where(c => c.Code != Countries.Home))
        {
            names.TryAdd(PlaceKey.Of(country.Name), country.Code);
            names.TryAdd(PlaceKey.Of(country.Code), country.Code);
        }

        foreach (var (name, code) in Countries.Aliases)
        {
            names.TryAdd(name, code);
        }

        foreach (var (name, code) in WorldRegions.CountryByKey)
        {
            names.TryAdd(name, code);
        }

        return names;
    }

    private PlaceMatch Match(WorldCity city)
    {
        var country = _countries[city.Country];
        return new(country, city.Name == country.Name ? null : city.Name);
    }
}
