using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Places;

/// <summary>
/// Reads places: a country, a state by name or code, a metropolitan area by its name or one of its cities, a city abroad. A bare
/// city that several areas share means the one with most people; a state is meant before a city of its name, except New York.
/// </summary>
public sealed class PlaceIndex
{
    private static readonly string[] CountrySuffixes = [" united states of america", " united states", " usa", " us"];
    private readonly FrozenDictionary<string, Place>.AlternateLookup<ReadOnlySpan<char>> _byKey;
    private readonly FrozenDictionary<string, Place>.AlternateLookup<ReadOnlySpan<char>> _statesByName;
    private readonly CityIndex _cities;

    internal PlaceIndex(ModelParameters parameters, IEnumerable<string> abroad)
    {
        var groups = parameters.PlaceGroups.Length;
        var prices = new PriceLevelIndex(parameters.Prices);
        Country = new Place(
            PlaceKind.Country,
            Countries.Home,
            "United States",
            0,
            [.. Enumerable.Repeat(1.0, groups)],
            new bool[groups]
        )
        {
            PriceLevel = prices.Country,
        };
        Metros =
        [
            .. parameters
                .Metros.Select(line => PlaceLine.Read(line, PlaceKind.Metro, groups, parameters.Place.Curve))
                .OrderByDescending(m => m.Population)
                .Select(m => m with { PriceLevel = prices.Metro(m.Code) }),
        ];
        States =
        [
            .. parameters
                .States.Select(line => PlaceLine.Read(line, PlaceKind.State, groups, parameters.Place.Curve))
                .Select(s => s with { PriceLevel = PriceLevelIndex.State(s.Code, Metros) }),
        ];

        var known = abroad.ToHashSet(StringComparer.Ordinal);
        Abroad = [.. Countries.All.Where(c => known.Contains(c.Code)).Select(c => Foreign(PlaceKind.Abroad, c))];

        Spellings =
        [
            .. Abroad.Concat(States).Select(p => new PlaceSpelling(PlaceKey.Of(p.Name), p.Name, 0)),
            .. Metros.SelectMany(m =>
                UsStates.CitiesOfMetro(m.Name).Select(city => new PlaceSpelling(PlaceKey.Of(city), m.Name, m.Population))
            ),
            .. WorldCities
                .All.Where(city => known.Contains(city.Country))
                .SelectMany(city =>
                    city.Names.Select(name => new PlaceSpelling(
                        PlaceKey.Of(name),
                        $"{city.Name}, {Countries.ByCode[city.Country].Name}",
                        0
                    ))
                ),
        ];

        var keys = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (line, state) in parameters.States.Zip(States))
        {
            keys.TryAdd(PlaceKey.Of(state.Name), state);
            keys.TryAdd(PlaceKey.Of(line[..2]), state);
        }

        foreach (var metro in Metros)
        {
            keys.TryAdd(PlaceKey.Of(metro.Name), metro);
        }
        // First the city that an area is named after, then the others: "Salem" is in Oregon, not in Winston-Salem.
        foreach (var metro in Metros)
        {
            AddCities(keys, metro, UsStates.CitiesOfMetro(metro.Name).Take(1));
        }
        foreach (var metro in Metros)
        {
            AddCities(keys, metro, UsStates.CitiesOfMetro(metro.Name).Skip(1));
        }
        foreach (var metro in Metros)
        {
            AddCities(keys, metro, [metro.Name[..metro.Name.LastIndexOf(',')]]);
        }
        AddAliases(keys, parameters.Place.Aliases);
        AddAliases(keys, UsNicknames.All.Select(n => new PlaceAlias(n.Name, n.City)));
        Place[] elsewhere =
        [
            .. Countries
                .All.Where(c => c.Code != Countries.Home && !known.Contains(c.Code))
                .Select(c => Foreign(PlaceKind.Elsewhere, c)),
        ];
        AddCountries(keys, Abroad);
        AddCountries(keys, elsewhere);
        foreach (var name in WorldCities.All.Where(city => city.IsMeantAlone).SelectMany(city => city.Names))
        {
            keys.Remove(PlaceKey.Of(name));
        }

        _cities = new CityIndex([.. Abroad, .. elsewhere]);

        _byKey = keys.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _statesByName = States
            .ToFrozenDictionary(s => PlaceKey.Of(s.Name), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The whole country.</summary>
    public Place Country { get; }

    /// <summary>The states.</summary>
    public ImmutableArray<Place> States { get; }

    /// <summary>The metropolitan areas, the largest first.</summary>
    public ImmutableArray<Place> Metros { get; }

    /// <summary>Other countries that pay is known of.</summary>
    public ImmutableArray<Place> Abroad { get; }

    /// <summary>Names of countries, states and cities that have figures or a country that has.</summary>
    internal ImmutableArray<PlaceSpelling> Spellings { get; }

    /// <summary>The place that is meant; null where there is no evidence for it. Empty means the whole country.</summary>
    public PlaceMatch? Find(ReadOnlySpan<char> location)
    {
        Span<char> buffer = stackalloc char[PlaceKey.MaxLength];
        ReadOnlySpan<char> key = buffer[..PlaceKey.Write(location, buffer)];
        if (key.Length == 0)
        {
            return location.IsWhiteSpace() ? new(Country, null) : null;
        }
        if (FindByKey(key) is { } match)
        {
            return match;
        }
        Span<char> plain = stackalloc char[PlaceKey.MaxLength];
        var length = PlaceKey.WriteUndecorated(key, plain);
        if (length > 0 && length < key.Length && FindByKey(plain[..length]) is { } undecorated)
        {
            return undecorated;
        }
        return _cities.FindCountryAtEnd(location) ?? FindStateAtEnd(key, location);
    }

    private PlaceMatch? FindByKey(ReadOnlySpan<char> key)
    {
        if (_byKey.TryGetValue(key, out var place))
        {
            return new(place, null);
        }
        foreach (var suffix in CountrySuffixes)
        {
            if (!key.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }
            if (_byKey.TryGetValue(key[..^suffix.Length], out place))
            {
                return new(place, null);
            }
            break;
        }

        return _cities.Find(key);
    }

    /// <summary>
    /// An unknown city of a state that is named in full. By its code the state would not be sure: "Smallville, DE".
    /// </summary>
    private PlaceMatch? FindStateAtEnd(ReadOnlySpan<char> key, ReadOnlySpan<char> location)
    {
        foreach (var suffix in CountrySuffixes)
        {
            if (!key.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }
            key = key[..^suffix.Length];
            break;
        }

        for (var space = key.IndexOf(' '); space >= 0 && location.Contains(','); space = Next(key, space))
        {
            if (_statesByName.TryGetValue(key[(space + 1)..], out var state))
            {
                return new(state, CityIndex.FirstPart(location));
            }
        }

        return null;
    }

    private static int Next(ReadOnlySpan<char> key, int space)
    {
        var next = key[(space + 1)..].IndexOf(' ');
        return next < 0 ? -1 : space + 1 + next;
    }

    private static void AddCities(Dictionary<string, Place> keys, Place metro, IEnumerable<string> cities)
    {
        foreach (var city in cities)
        {
            var key = PlaceKey.Of(city);
            keys.TryAdd(key, metro);
            foreach (var state in UsStates.OfMetro(metro.Name))
            {
                keys.TryAdd($"{key} {PlaceKey.Of(state)}", metro);
                keys.TryAdd($"{key} {PlaceKey.Of(UsStates.ByCode.GetValueOrDefault(state, state))}", metro);
            }
        }
    }

    private Place Foreign(PlaceKind kind, CountryEntry country) =>
        new(kind, country.Code, country.Name, 0, Country.Factors, Country.WithoutWages) { Country = country.Code };

    // Last, so that a code or name that a state has too goes on meaning the state: "CA" is California, "Georgia" the state.
    private static void AddCountries(Dictionary<string, Place> keys, IEnumerable<Place> countries)
    {
        foreach (var country in countries)
        {
            keys.TryAdd(PlaceKey.Of(country.Name), country);
            keys.TryAdd(PlaceKey.Of(country.Code), country);
            foreach (var (name, code) in Countries.Aliases)
            {
                if (code == country.Code)
                {
                    keys.TryAdd(name, country);
                }
            }
        }
    }

    private void AddAliases(Dictionary<string, Place> keys, IEnumerable<PlaceAlias> aliases)
    {
        foreach (var alias in aliases)
        {
            var place = alias.Place == "US" ? Country : keys.GetValueOrDefault(PlaceKey.Of(alias.Place));
            if (place is null)
            {
                continue; // a model of other tables may lack the place
            }
            keys[alias.Name] = place;
            foreach (var state in UsStates.OfMetro(place.Name))
            {
                keys.TryAdd($"{alias.Name} {PlaceKey.Of(state)}", place);
            }
        }
    }
}
