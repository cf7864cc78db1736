using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Training.Shipped;

/// <summary>Makes the file of a pay model of a salary survey in the ai-jobs.net layout.</summary>
public static class PayModelBuilder
{
    /// <summary>The survey that the shipped pay model is fitted to.</summary>
    public static SourceNote Shipped { get; } =
        new("ai-jobs.net salary survey, full time, distinct rows, 2020-2024", "2024", "CC0");

    /// <summary>The bytes of the parameter file; no row of the survey is in it. Measured on five folds.</summary>
    /// <param name="survey">The csv file, seekable.</param>
    /// <param name="source">What it is, with its licence.</param>
    /// <param name="later">Rows of a later year, in the same layout, that the ranges are held against; null: none.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    public static byte[] Build(
        Stream survey,
        SourceNote source,
        Stream? later = null,
        CancellationToken cancellationToken = default
    )
    {
        var rows = SurveyTable.Read(survey);
        var metrics = PayValidation.Measure(
            rows,
            part => PayTrainer.Fit(part, PaySpecs.Survey, cancellationToken),
            cancellationToken: cancellationToken
        );
        var model = PayTrainer.Fit(rows, PaySpecs.Survey, cancellationToken);
        var parameters = PayModelParameters.Of(model, source, rows.Count) with
        {
            Coverage = later is null
                ? PayValidation.CoverageOf(metrics)
                : Later(PayValidation.CoverageOf(metrics), model, SurveyTable.Read(later)),
            Metrics = metrics,
            Counts = PayCounts.Lines(model.Facets, rows.Select(row => row.Facts)),
        };
        return parameters.Write();
    }

    private static MeasuredCoverage Later(MeasuredCoverage coverage, PayModel model, IReadOnlyList<PayRow> rows) =>
        coverage with
        {
            LaterYear = rows.Max(row => row.Facts.Year),
            Later = Math.Round(Drift.Of(model, rows).Coverage, 4),
            LaterLowest = Math.Round(Drift.Of(model, rows.Where(row => row.Facts.Band == 0)).Coverage, 4),
        };
}
