namespace CareerRecs.Salary.Estimation;

/// <summary>How wide a place is.</summary>
public enum PlaceKind
{
    /// <summary>The whole country.</summary>
    Country,

    /// <summary>A state: the mean of its metropolitan areas.</summary>
    State,

    /// <summary>A metropolitan area.</summary>
    Metro,

    /// <summary>Another country that pay is known of, as a whole.</summary>
    Abroad,

    /// <summary>A country that no pay is known of.</summary>
    Elsewhere,
}

/// <summary>A place with its factors.</summary>
/// <param name="Kind">How wide it is.</param>
/// <param name="Code">CBSA of a metropolitan area, postal code of a state, ISO 3166-1 alpha-2 code of a country.</param>
/// <param name="Name">Its name; "United States" for the country.</param>
/// <param name="Population">In thousands; breaks ties between places of one name.</param>
/// <param name="Factors">By place group of the model.</param>
/// <param name="PricesAlone">By place group: whether the factor is the price parity alone.</param>
public sealed record Place(PlaceKind Kind, string Code, string Name, int Population, double[] Factors, bool[] PricesAlone)
{
    /// <summary>ISO 3166-1 alpha-2 code of the country it is in.</summary>
    public string Country { get; init; } = Countries.Home;

    /// <summary>Price level of all items, 1 the country; null where none is known.</summary>
    public double? PriceLevel { get; init; }

    internal static Place Read(string line, PlaceKind kind, int groups)
    {
        var cells = line.Split('|');
        if (cells.Length != groups + 3) throw new FormatException($"\"{line}\" does not have {groups + 3} cells.");
        var factors = new double[groups];
        var pricesAlone = new bool[groups];
        for (var i = 0; i < groups; i++)
        {
            var cell = cells[i + 3];
            pricesAlone[i] = cell.EndsWith('r');
            factors[i] = double.Parse(pricesAlone[i] ? cell.AsSpan()[..^1] : cell, System.Globalization.CultureInfo.InvariantCulture);
        }

        return new Place(kind, cells[0], cells[1], int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture), factors, pricesAlone);
    }
}

/// <summary>A place found; widened where the city is not known but its state is.</summary>
public readonly record struct PlaceMatch(Place Place, bool Widened);
