using CareerRecs.Salary.Import;
using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Training;

/// <summary>Makes the file of a pay model of a salary survey in the ai-jobs.net layout.</summary>
public static class PayModelBuilder
{
    /// <summary>The bytes of the parameter file; no row of the survey is in it.</summary>
    public static byte[] Build(Stream survey, SourceNote source, CancellationToken cancellationToken = default)
    {
        var rows = SurveyTable.Read(survey);
        return PayModelParameters.Of(PayTrainer.Fit(rows, PaySpecs.Survey, cancellationToken), source, rows.Count).Write();
    }
}
