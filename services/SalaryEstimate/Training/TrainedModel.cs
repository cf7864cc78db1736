using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Training;

/// <summary>Puts a fitted or recalibrated pay model in the place of that of a model, whose tables, rates and index stay. Pure.</summary>
public static class TrainedModel
{
    private const double LeastShareOfOccupation = 0.05; // of the rows; a title or two of another line of work are not its pay
    private const int SourcesShown = 5;

    /// <summary>A model with pay fitted to rows.</summary>
    public static ModelParameters Fitted(SalaryModelData tables, string id, PayModel model, IReadOnlyCollection<PayRow> rows, PayMetrics metrics, IEnumerable<string> sources)
    {
        var source = Source(string.Join(", ", Shown(sources)), metrics, tables.Parameters.AsOf);
        var pay = PayModelParameters.Of(model, source, metrics.Rows) with
        {
            Coverage = PayValidation.CoverageOf(metrics),
            Metrics = metrics,
            Subject = "jobs of the observations",
            Occupations = Occupations(tables, rows),
            Counts = PayCounts.Lines(model.Facets, rows.Select(row => row.Facts)),
        };
        return With(tables.Parameters, id, pay);
    }

    /// <summary>A model whose pay was brought to fresh rows; its factors, and the rows that it counts, stay those of the fit.</summary>
    public static ModelParameters Recalibrated(SalaryModelData tables, string id, PayModelParameters pay, PayModel model, PayMetrics metrics)
    {
        var source = pay.Source with
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{pay.Source.Name}; recalibrated on {metrics.Rows} rows of {Years(metrics)}"),
            Year = metrics.LastYear.ToString(CultureInfo.InvariantCulture),
        };
        return With(tables.Parameters, id, pay with
        {
            Source = source,
            Bands = PayModelParameters.Rounded(model.Bands),
            Coverage = PayValidation.CoverageOf(metrics),
            Metrics = metrics,
        });
    }

    /// <summary>The years of rows in words: "2020-2024".</summary>
    public static string Years(PayMetrics metrics) => metrics.FirstYear == metrics.LastYear
        ? metrics.LastYear.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{metrics.FirstYear}-{metrics.LastYear}");

    private static ModelParameters With(ModelParameters tables, string id, PayModelParameters pay) => tables with
    {
        Id = id,
        Sources = [.. tables.Sources.Where(source => source != tables.Pay?.Source), pay.Source],
        Pay = pay,
    };

    private static SourceNote Source(string name, PayMetrics metrics, DateOnly asOf)
    {
        // Rows without a year are taken to speak of the model's date.
        var last = metrics.LastYear > 0 ? metrics.LastYear : asOf.Year;
        var years = metrics.LastYear > 0 ? $", {Years(metrics)}" : "";
        return new SourceNote($"pay observations: {name}{years}", last.ToString(CultureInfo.InvariantCulture), "imported by the operator");
    }

    private static string[] Shown(IEnumerable<string> sources)
    {
        var all = sources.Order(StringComparer.Ordinal).ToArray();
        return all.Length <= SourcesShown ? all : [.. all.Take(SourcesShown), FormattableString.Invariant($"{all.Length - SourcesShown} more")];
    }

    private static ImmutableArray<string> Occupations(SalaryModelData tables, IReadOnlyCollection<PayRow> rows)
    {
        const int majorGroup = 3; // "15-"
        var groups = rows.GroupBy(row => row.Facts.Title, StringComparer.Ordinal)
            .Select(g => (Group: tables.Titles.Occupation(g.Key)?.Occupation.Wages.Soc[..majorGroup], Rows: g.Count()))
            .Where(g => g.Group is not null)
            .GroupBy(g => g.Group!, StringComparer.Ordinal)
            .Where(g => g.Sum(title => title.Rows) >= LeastShareOfOccupation * rows.Count)
            .Select(g => g.Key);
        // Of the survey's jobs a title is enough; data and AI have no occupation of their own outside these groups.
        return [.. groups.Concat(PayModelParameters.SurveyOccupations).Distinct().Order(StringComparer.Ordinal)];
    }
}
