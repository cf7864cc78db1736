using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.Tables;

/// <summary>
/// Reads the Labor Department's prevailing wages by area and occupation. What an occupation's mean level in an area is over what
/// the place factor of its group says there, against the same over all areas by people, refines that factor, shrunk.
/// </summary>
internal static class AreaLevelTable
{
    // Chosen on New York's regional medians; Washington's, of another year, are the check (error .094 without, .080 with).
    private const double Weight = 0.5;
    private const double Furthest = 0.35; // of a logarithm; beyond it a level is odd rather than telling
    private const int FewestAreas = 20;
    private const double Least = 0.005;

    private static readonly string[] Levels = ["level1_annual", "level2_annual", "level3_annual", "level4_annual"];

    public static PublishedTable Read(Stream file, ModelParameters model, int year)
    {
        var compiled = SalaryModelData.Compile(model with { Pay = null, Areas = null });
        var metros = compiled.Places.Metros.ToDictionary(m => m.Code, StringComparer.Ordinal);
        var wages = new SortedDictionary<string, SortedDictionary<string, double>>(StringComparer.Ordinal);
        int rows = 0,
            elsewhere = 0,
            suppressed = 0;
        foreach (var row in NamedColumns.Read(file, ["area_code", "soc_code", .. Levels]))
        {
            rows++;
            var (area, soc) = (row.Needed("area_code"), row.Soc("soc_code"));
            double?[] levels = [.. Levels.Select(row.Amount)];
            for (var i = 1; i < levels.Length; i++)
            {
                if (levels[i] < levels[i - 1])
                {
                    throw row.Refused(Levels[i], $"is below {Levels[i - 1]}");
                }
            }

            if (!metros.ContainsKey(area))
            {
                elsewhere++;
            }
            else if (levels.Average() is not { } mean || levels.Contains(null))
            {
                suppressed++;
            }
            else
            {
                if (!wages.TryGetValue(soc, out var areas))
                {
                    wages[soc] = areas = new(StringComparer.Ordinal);
                }
                areas.TryAdd(area, mean); // an area of several states is there once for each, with the same wages
            }
        }

        var lines = wages
            .Where(w => w.Value.Count >= FewestAreas && compiled.Occupations.Own(w.Key) is not null)
            .Select(w => Line(compiled.Occupations.Own(w.Key)!, w.Value, metros))
            .ToImmutableArray();
        if (lines.IsEmpty)
        {
            throw new TableException(
                rows + 1,
                "soc_code",
                $"no occupation is in at least {FewestAreas} areas that the model has: truncated?"
            );
        }
        var source = new SourceNote(
            string.Create(
                CultureInfo.InvariantCulture,
                $"US Department of Labor, prevailing wages by area and occupation, {year}"
            ),
            year.ToString(CultureInfo.InvariantCulture),
            "US government work, public domain"
        );
        var notes = new List<string> { PublishedTable.Note(lines.Length, "occupation", "taken in") };
        if (elsewhere > 0)
        {
            notes.Add(PublishedTable.Note(elsewhere, "row", "left out of areas that are no metropolitan area of the model"));
        }
        if (suppressed > 0)
        {
            notes.Add(PublishedTable.Note(suppressed, "row", "left out that lack a level"));
        }
        if (wages.Count > lines.Length)
        {
            notes.Add(
                PublishedTable.Note(
                    wages.Count - lines.Length,
                    "occupation",
                    "left out that are in fewer than 20 areas, or not in the wage table"
                )
            );
        }
        return new PublishedTable($"oflc-{year}", source.Name, model with { Areas = new AreaWages(source, lines) }, rows, notes);
    }

    private static string Line(Occupation occupation, SortedDictionary<string, double> wages, Dictionary<string, Place> metros)
    {
        var over = wages
            .Select(w => (Place: metros[w.Key], Log: Math.Log(w.Value / metros[w.Key].FactorOf(occupation))))
            .ToArray();
        var mean = over.Sum(o => o.Place.Population * o.Log) / over.Sum(o => o.Place.Population);
        var factors = over.Select(o => (o.Place.Code, Value: Math.Exp(Weight * Math.Clamp(o.Log - mean, -Furthest, Furthest))));
        return string.Join(
            '|',
            factors
                .Where(f => Math.Abs(f.Value - 1) >= Least)
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Code} {f.Value:0.###}"))
                .Prepend(occupation.Wages.Soc)
        );
    }
}
