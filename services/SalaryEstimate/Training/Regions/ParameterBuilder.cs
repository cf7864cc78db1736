using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Training.Regions;

/// <summary>
/// Makes the parameters of a salary model from published tables and a file of factors. Pure: the same input, the same bytes.
/// </summary>
public static class ParameterBuilder
{
    private const int GrowthYears = 2;
    private const int NewTopCode = 2022; // before it BLS printed hourly wages up to $100, since then up to $115
    private const double TopCodeBefore = 208_000;
    private const double TopCodeSince = 239_200;

    /// <summary>The shipped model, remade.</summary>
    /// <param name="factors">What no table holds: seniority, spread, roles, titles, aliases.</param>
    /// <param name="national">National table of the model's year.</param>
    /// <param name="earlier">National table of two years before; its growth is continued to the as-of date.</param>
    /// <param name="metros">Metropolitan areas.</param>
    /// <param name="metroYears">How many years the metro medians are newer than the national table.</param>
    public static ModelParameters Build(
        ModelParameters factors,
        OewsTable national,
        OewsTable earlier,
        IReadOnlyList<Metro> metros,
        double metroYears
    )
    {
        var perYear = Math.Round(Math.Pow(national.AllOccupationsMedian / earlier.AllOccupationsMedian, 1.0 / GrowthYears), 4);
        var medians = national
            .Rows.Where(row => row.Level == OccupationLevel.Major && row.P50 is < WageRow.TopCode)
            .ToDictionary(row => row.Soc, row => row.P50!.Value * Math.Pow(perYear, metroYears), StringComparer.Ordinal);
        medians[WageLine.AllOccupations] = national.AllOccupationsMedian * Math.Pow(perYear, metroYears);
        var places = new RegionalFactors(metros, medians, factors.Place.Curve);
        var year = factors.WageTable.Year;
        return factors with
        {
            Growth = new WageGrowth
            {
                PerYear = perYear,
                Source = string.Create(
                    CultureInfo.InvariantCulture,
                    $"BLS OEWS, median of all occupations, {(perYear - 1) * 100:0.0} "
                        + $"% a year from May {year - GrowthYears} to May {year}, continued"
                ),
            },
            Occupations = [.. national.Rows.Select(OccupationLine.Write)],
            PlaceGroups = places.Groups,
            Metros = [.. places.Metros.Select(PlaceLine.Write)],
            States = [.. places.States.Select(PlaceLine.Write)],
            Prices = new PriceLevels(
                factors.Sources.First(s => s.Name.Contains("regional price parities", StringComparison.Ordinal)),
                [.. metros.Where(m => m.PriceParity is not null).Select(m => PriceParityTable.Line(m.Cbsa, m.PriceParity!.Value))]
            ),
        };
    }

    /// <summary>A model of another wage table with all the factors of a model that is there.</summary>
    public static ModelParameters WithWageTable(ModelParameters factors, OewsTable table, int year, DateOnly asOf) =>
        factors with
        {
            AsOf = asOf,
            Place = factors.Place with
            {
                Curve = Moved(factors.Place.Curve, (year - factors.WageTable.Year) * Math.Log(factors.Growth.PerYear)),
            },
            WageTable = factors.WageTable with
            {
                Source = string.Create(CultureInfo.InvariantCulture, $"BLS OEWS May {year}"),
                Year = year,
                Date = new DateOnly(year, 5, 1),
                TopCode = year < NewTopCode ? TopCodeBefore : TopCodeSince,
            },
            Sources =
            [
                new SourceNote(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"US Bureau of Labor Statistics, Occupational Employment and Wage Statistics, national, May {year}"
                    ),
                    year.ToString(CultureInfo.InvariantCulture),
                    "US government work, public domain"
                ),
                .. factors.Sources.Skip(1),
            ],
            Occupations = [.. table.Rows.Select(OccupationLine.Write)],
        };

    /// <summary>The middle of the curve is a wage of the table's year.</summary>
    private static PlaceCurve? Moved(PlaceCurve? curve, double growth) =>
        curve is null ? null : curve with { Middle = curve.Middle + growth };
}
