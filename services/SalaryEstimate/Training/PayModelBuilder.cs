using CareerRecs.Salary.Import;
using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Training;

/// <summary>Makes the file of a pay model of a salary survey in the ai-jobs.net layout.</summary>
public static class PayModelBuilder
{
    /// <summary>The survey that the shipped pay model is fitted to.</summary>
    public static SourceNote Shipped { get; } = new("ai-jobs.net salary survey, full time, distinct rows, 2020-2024", "2024", "CC0");

    /// <summary>The bytes of the parameter file; no row of the survey is in it.</summary>
    public static byte[] Build(Stream survey, SourceNote source, CancellationToken cancellationToken = default)
    {
        var rows = SurveyTable.Read(survey);
        return PayModelParameters.Of(PayTrainer.Fit(rows, PaySpecs.Survey, cancellationToken), source, rows.Count).Write();
    }
}
