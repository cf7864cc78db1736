using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.Salary.Shadowing;

/// <summary>Asks two models the same questions and tells how the answers differ.</summary>
public sealed class ModelShadow(ModelSet models)
{
    private const double MovedBy = 0.1;
    private const int DefaultItems = 10;

    /// <summary>Compares a model with the active one or another.</summary>
    public async Task<ShadowSalaryModelResponse> CompareAsync(
        ShadowSalaryModelRequest request,
        CancellationToken cancellationToken
    )
    {
        var model = await models.GetAsync(request.Name, cancellationToken);
        var other = await models.GetAsync(request.BaseModel, cancellationToken);
        return await Task.Run(
            () => Compare(model, other, request.MaxItems > 0 ? request.MaxItems : DefaultItems, cancellationToken),
            cancellationToken
        );
    }

    private static ShadowSalaryModelResponse Compare(
        LoadedModel model,
        LoadedModel other,
        int items,
        CancellationToken cancellationToken
    )
    {
        var answer = new ShadowSalaryModelResponse { Model = model.Name, BaseModel = other.Name };
        var moved =
            new List<(double Change, double Width, string Title, SalaryQuery Query, Percentiles Before, Percentiles After)>();
        foreach (var (title, query) in ShadowQuestions.Of(model.Data, other.Data))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var after = model.Estimator.Estimate(query).Estimate?.Percentiles;
            var before = other.Estimator.Estimate(query).Estimate?.Percentiles;
            if (after is null || before is null)
            {
                if (after is not null)
                {
                    answer.GainedCount++;
                }
                if (before is not null)
                {
                    answer.LostCount++;
                }
                continue;
            }

            moved.Add((after.P50.Value() / before.P50.Value() - 1, Width(after) - Width(before), title, query, before, after));
        }

        answer.ComparedCount = moved.Count;
        answer.MedianChange = Median(moved.Select(m => Math.Abs(m.Change)));
        answer.MovedShare = moved.Count == 0 ? 0 : (double)moved.Count(m => Math.Abs(m.Change) > MovedBy) / moved.Count;
        answer.WidthChange = Median(moved.Select(m => m.Width));
        answer.MostMoved.Add(
            moved
                .OrderByDescending(m => Math.Abs(m.Change))
                .Take(items)
                .Where(m => m.Change != 0)
                .Select(m => new MovedEstimate
                {
                    Title = m.Title,
                    Seniority = m.Query.Seniority,
                    Location = m.Query.Location,
                    Before = m.Before.P50,
                    After = m.After.P50,
                })
        );
        return answer;
    }

    private static double Width(Percentiles p) => (p.P90.Value() - p.P10.Value()) / p.P50.Value();

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
