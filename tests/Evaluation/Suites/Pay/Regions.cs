using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.Training.Regions;
using CareerRecs.Salary.Training.Shipped;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>
/// Regional medians of detailed occupations from the national table, price parities and metro medians by major group. The
/// baselines of one factor an area, and one an area and major group, are the best there are: taken from the answers themselves.
/// </summary>
internal static class Regions
{
    private const double HoursOfYear = 2080;
    private const double TopCode = 239_200; // completes an upper quartile that is printed as a lower bound

    private static readonly Dictionary<string, string> NewYorkAreas = new(StringComparer.Ordinal)
    {
        ["New York City"] = "35620",
        ["Long Island"] = "35620",
        ["Capital Region"] = "10580",
        ["Western New York"] = "15380",
        ["Finger Lakes"] = "40380",
        ["Central New York"] = "45060",
        ["Hudson Valley"] = "28880",
        ["Mohawk Valley"] = "46540",
        ["Southern Tier"] = "13780",
        ["North Country"] = "48060",
    };

    private sealed record Wage(string Area, string State, string Cbsa, string Soc, double Median);

    private sealed record Answered(string Area, string Group, double Paid, double National, double Ours);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!lab.HasRows("oews", "oews_washington_2022.csv") && !lab.HasRows("oews", "oews_newyork.csv"))
        {
            return Scores.None("regions");
        }
        var national = National(lab, 2024);
        var growth = Math.Sqrt(national.AllOccupationsMedian / National(lab, 2022).AllOccupationsMedian); // a year
        var majors = national
            .Rows.Where(r => r.Level == OccupationLevel.Major && r.P50 is < WageRow.TopCode)
            .ToDictionary(r => r.Soc, r => r.P50!.Value * growth, StringComparer.Ordinal);
        using var medians = lab.Open("oews", "metro", "oews_may2025_metro_major_group_median.csv");
        using var prices = lab.Open("oews", "metro", "bea_rpp_2024_metro.csv");
        using var people = typeof(RegionTables).Assembly.GetManifestResourceStream(
            "CareerRecs.Salary.Training.Data.metro_population.csv"
        )!;
        var factors = new RegionalFactors(
            RegionTables.Read(medians, prices, people),
            majors,
            DefaultModelBuilder.Factors().Place.Curve
        );
        return Test("Washington", factors, Washington(lab), National(lab, 2022), Math.Pow(growth, 2))
            .Concat(Test("New York", factors, NewYork(lab), national, 1));
    }

    private static IEnumerable<Row> Test(
        string test,
        RegionalFactors factors,
        List<Wage> wages,
        OewsTable national,
        double toModelYear
    )
    {
        var detailed = national
            .Rows.Where(r => r.Level == OccupationLevel.Detailed && r.P50 is < WageRow.TopCode)
            .ToDictionary(r => r.Soc, StringComparer.Ordinal);
        var places = factors.Metros.Concat(factors.States).ToDictionary(p => p.Code, StringComparer.Ordinal);
        var answered = new List<Answered>();
        foreach (var wage in wages)
        {
            if (!detailed.TryGetValue(wage.Soc, out var row))
            {
                continue;
            }
            var (median, curve, group) = (row.P50!.Value, WageCurve.Complete(row, TopCode), $"{wage.Soc.AsSpan(0, 2)}-0000");
            var place =
                wage.Cbsa == "state" ? places[wage.State] : places.GetValueOrDefault(wage.Cbsa) ?? factors.Rural(wage.State)!;
            var factor = place.FactorAt(factors.Groups.IndexOf(group), median * toModelYear, Math.Log(curve.P75 / curve.P25));
            answered.Add(new Answered(wage.Area, group, wage.Median, median, median * factor));
        }

        if (answered.Count == 0)
        {
            return Scores.None(test);
        }
        var ours = answered.Select(a => Error(a, a.Ours)).ToList();
        var (low, high) = Bootstrap.Interval(ours, s => Scores.Median(s, e => e));
        return
        [
            new Row(
                Salary.Suite,
                test,
                "median absolute error",
                Scores.Median(ours, e => e),
                low,
                high,
                ours.Count,
                new Dictionary<string, double>
                {
                    ["national"] = Scores.Median(answered, a => Error(a, a.National)),
                    ["known area factor"] = Known(answered, a => a.Area),
                    ["known area and group factor"] = Known(answered, a => a.Area + a.Group),
                }
            ),
        ];
    }

    private static double Error(Answered wage, double said) => Math.Abs(said / wage.Paid - 1);

    private static double Known(List<Answered> wages, Func<Answered, string> cell)
    {
        var factors = wages
            .GroupBy(cell, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Scores.Median([.. g], w => w.Paid / w.National), StringComparer.Ordinal);
        return Scores.Median(wages, w => Error(w, w.National * factors[cell(w)]));
    }

    private static OewsTable National(Lab lab, int year)
    {
        using var file = lab.Open("oews", "national", $"national_M{year}.csv");
        return OewsTable.Read(file);
    }

    private static List<Wage> Washington(Lab lab) =>
        Read(
            lab,
            "oews_washington_2022.csv",
            cell =>
            {
                var area = cell("Area code");
                return new Wage(
                    cell("Area name"),
                    "WA",
                    area == "000053" ? "state" : area[^5..],
                    cell("SOC code"),
                    Number(cell("50th Percentile")) * HoursOfYear
                );
            }
        );

    private static List<Wage> NewYork(Lab lab) =>
        Read(
            lab,
            "oews_newyork.csv",
            cell =>
            {
                var area = cell("Area Name");
                return new Wage(
                    area,
                    "NY",
                    NewYorkAreas.GetValueOrDefault(area, "state"),
                    cell("Standard Occupational Code"),
                    Number(cell("Median Wage"))
                );
            }
        );

    private static List<Wage> Read(Lab lab, string name, Func<Func<string, string>, Wage> read)
    {
        if (!lab.HasRows("oews", name))
        {
            return [];
        }
        using var file = File.OpenRead(Path.Combine(lab.Data.FullName, "oews", name));
        var wages = new List<Wage>();
        string[]? columns = null;
        foreach (var row in TableRowReader.Read(file))
        {
            if (columns is null)
            {
                columns = row.Cells;
            }
            else if (read(column => row.Cells[Array.IndexOf(columns, column)]) is { Median: > 0 } wage)
            {
                wages.Add(wage);
            }
        }

        return wages;
    }

    private static double Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
