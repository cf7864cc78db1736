using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Survey;

namespace CareerRecs.Salary.Training;

/// <summary>The model that a new one is measured beside.</summary>
/// <param name="Name">`salaryModels/{model}`.</param>
/// <param name="Pay">Its pay.</param>
public sealed record PayBase(string Name, SurveyPay Pay);

/// <summary>
/// Cross-validation: every row is answered by a model fitted to the other folds. Pure: the same rows in any order give the same
/// figures.
/// </summary>
public static class PayValidation
{
    /// <summary>With fewer rows of a band its coverage says little, and is left unsaid.</summary>
    private const int FewestRowsOfBand = 30;

    private const int Folds = 5;
    private const ulong Seed = 0x9E3779B97F4A7C15;

    /// <summary>Measures what a way of fitting gives.</summary>
    /// <param name="observations">The rows.</param>
    /// <param name="fit">Fits a model to some of them.</param>
    /// <param name="other">Answers the same rows, as far as it answers for their title and country; null: none.</param>
    /// <param name="done">Is told the share that is done.</param>
    /// <param name="cancellationToken">Stops between two folds; a fit looks by itself.</param>
    public static PayMetrics Measure(
        IEnumerable<PayRow> observations,
        Func<IReadOnlyList<PayRow>, PayModel> fit,
        PayBase? other = null,
        Action<double>? done = null,
        CancellationToken cancellationToken = default
    )
    {
        var rows = PayRow.Distinct(observations);
        var byFold = rows.ToLookup(row => row.FoldOf(Folds, Seed));
        var tally = new LossTally(other);
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = fit([.. rows.Where(row => row.FoldOf(Folds, Seed) != fold)]);
            foreach (var row in byFold[fold])
            {
                tally.Add(model, row);
            }
            done?.Invoke((fold + 1.0) / Folds);
        }

        return tally.Metrics();
    }

    /// <summary>What answers may say of coverage.</summary>
    public static MeasuredCoverage CoverageOf(PayMetrics metrics) =>
        new([.. metrics.Bands.Select(band => band.Rows >= FewestRowsOfBand ? band.Coverage : (double?)null)]);
}
