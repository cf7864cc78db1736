using System.Globalization;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Places;

/// <summary>A place as a line of the model file.</summary>
internal static class PlaceLine
{
    private const int Described = 3; // code, name, population

    public static string Write(Place place) =>
        string.Join(
            '|',
            [
                place.Code,
                place.Name,
                place.Population.ToString(CultureInfo.InvariantCulture),
                .. place.Curve is null ? Array.Empty<string>() : [Number(place.Slope)],
                .. place.Factors.Zip(place.WithoutWages, (factor, without) => Number(factor) + (without ? "r" : "")),
            ]
        );

    public static Place Read(string line, PlaceKind kind, int groups, PlaceCurve? curve)
    {
        var cells = line.Split('|');
        var first = Described + (curve is null ? 0 : 1);
        if (cells.Length != first + groups)
        {
            throw new FormatException($"\"{line}\" does not have {first + groups} cells.");
        }
        var factors = new double[groups];
        var withoutWages = new bool[groups];
        for (var i = 0; i < groups; i++)
        {
            var cell = cells[first + i];
            withoutWages[i] = cell.EndsWith('r');
            factors[i] = double.Parse(withoutWages[i] ? cell.AsSpan()[..^1] : cell, CultureInfo.InvariantCulture);
            if (!(factors[i] > 0 && double.IsFinite(factors[i])))
            {
                throw new FormatException($"\"{cell}\" of \"{cells[1]}\" is no factor.");
            }
        }

        return new Place(kind, cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), factors, withoutWages)
        {
            Curve = curve,
            Slope = curve is null ? 0 : double.Parse(cells[Described], CultureInfo.InvariantCulture),
        };
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
