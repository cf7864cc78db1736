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

    /// <summary>Another country: only a survey speaks of it.</summary>
    Abroad,
}

/// <summary>A place with its factors.</summary>
/// <param name="Kind">How wide it is.</param>
/// <param name="Name">Its name; "United States" for the country.</param>
/// <param name="Population">In thousands; breaks ties between places of one name.</param>
/// <param name="Factors">By place group of the model.</param>
/// <param name="PricesAlone">By place group: whether the factor is the price parity alone.</param>
public sealed record Place(PlaceKind Kind, string Name, int Population, double[] Factors, bool[] PricesAlone)
{
    /// <summary>ISO 3166-1 alpha-2 code of the country it is in.</summary>
    public string Country { get; init; } = SurveyCountries.Home;

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

        return new Place(kind, cells[1], int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture), factors, pricesAlone);
    }
}

/// <summary>A place found; widened where the city is not known but its state is.</summary>
public readonly record struct PlaceMatch(Place Place, bool Widened);
