using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training;

/// <summary>
/// Puts a fitted or recalibrated pay model in the place of that of a model, whose tables, rates and index stay. Pure.
/// </summary>
public static class TrainedModel
{
    private const double LeastShareOfOccupation = 0.05; // of the rows; a title or two of another line of work are not its pay

    // Or that share of the dated rows: a row or two of a later year do not bring a model to it.
    private const int FewestOfYear = 30;
    private const double LeastShareOfYear = 0.05;

    /// <summary>A model with pay fitted to rows.</summary>
    public static ModelParameters Fitted(
        SalaryModelData tables,
        string id,
        PayModel model,
        IReadOnlyCollection<PayRow> rows,
        PayMetrics metrics
    )
    {
        // Rows without a year are taken to be of the model's date.
        var source = Source(metrics, YearOf(rows) ?? tables.Parameters.AsOf.Year);
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

    /// <summary>
    /// A model whose pay was brought to fresh rows; its factors, and the rows that it counts, stay those of the fit. The tables
    /// are those of a model with pay.
    /// </summary>
    public static ModelParameters Recalibrated(
        SalaryModelData tables,
        string id,
        PayModel model,
        IReadOnlyCollection<PayRow> rows,
        PayMetrics metrics
    )
    {
        var pay = tables.Parameters.Pay ?? throw new ArgumentException("The model has no pay to recalibrate.", nameof(tables));
        var years = rows.Select(row => row.Facts.Year).OfType<int>().Order().ToArray();
        var middle = years.Length > 0 ? years[years.Length / 2] : metrics.LastYear;
        var source = pay.Source with
        {
            Name = string.Create(
                CultureInfo.InvariantCulture,
                $"{pay.Source.Name}; recalibrated on {metrics.Rows} rows of {Years(metrics)}"
            ),
            Year = middle.ToString(CultureInfo.InvariantCulture),
        };
        return With(
            tables.Parameters,
            id,
            pay with
            {
                Source = source,
                Bands = PayModelParameters.Rounded(model.Bands),
                Coverage = PayValidation.CoverageOf(metrics),
                Metrics = metrics,
            }
        );
    }

    /// <summary>The years of rows in words: "2020-2024".</summary>
    public static string Years(PayMetrics metrics) =>
        metrics.FirstYear == metrics.LastYear
            ? metrics.LastYear.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{metrics.FirstYear}-{metrics.LastYear}");

    private static ModelParameters With(ModelParameters tables, string id, PayModelParameters pay) =>
        tables with
        {
            Id = id,
            Sources = [.. tables.Sources.Where(source => source != tables.Pay?.Source), pay.Source],
            Pay = pay,
        };

    // Answers of every tenant name it: what an operator calls its sources is not theirs to read.
    private static SourceNote Source(PayMetrics metrics, int year) =>
        new(
            $"pay observations of the operator{(metrics.LastYear > 0 ? $", {Years(metrics)}" : "")}",
            year.ToString(CultureInfo.InvariantCulture),
            "imported"
        );

    /// <summary>The year that answers start from: the last that enough rows are of; null where none is dated.</summary>
    private static int? YearOf(IEnumerable<PayRow> rows)
    {
        var years = rows.Select(row => row.Facts.Year).OfType<int>().CountBy(year => year).ToArray();
        var dated = years.Sum(year => year.Value);
        var enough = years.Where(year => year.Value >= FewestOfYear || year.Value >= LeastShareOfYear * dated).ToArray();
        return years.Length == 0 ? null : (enough.Length > 0 ? enough : years).Max(year => year.Key);
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
