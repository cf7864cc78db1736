using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Import;
using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Training;

/// <summary>Makes the file of a pay model of a salary survey in the ai-jobs.net layout.</summary>
public static class PayModelBuilder
{
    /// <summary>The survey that the shipped pay model is fitted to.</summary>
    public static SourceNote Shipped { get; } = new("ai-jobs.net salary survey, full time, distinct rows, 2020-2024", "2024", "CC0");

    /// <summary>What the shipped ranges were measured to hold, as the model card tells; measuring takes folds, so it is no part of making the file.</summary>
    public static MeasuredCoverage ShippedCoverage { get; } = new([0.801, 0.802, 0.8, 0.815], LaterYear: 2025, Later: 0.766, LaterLowest: 0.64);

    /// <summary>The bytes of the parameter file; no row of the survey is in it.</summary>
    /// <param name="survey">The csv file, seekable.</param>
    /// <param name="source">What it is, with its licence.</param>
    /// <param name="coverage">What ranges of such a fit were measured to hold; null: not measured.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    public static byte[] Build(Stream survey, SourceNote source, MeasuredCoverage? coverage = null, CancellationToken cancellationToken = default)
    {
        var rows = SurveyTable.Read(survey);
        var model = PayTrainer.Fit(rows, PaySpecs.Survey, cancellationToken);
        var parameters = PayModelParameters.Of(model, source, rows.Count) with
        {
            Coverage = coverage,
            Counts = PayCounts.Lines(model.Facets, rows.Select(row => row.Facts)),
        };
        return parameters.Write();
    }
}
