using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Questions;

/// <summary>Answers one or many questions of pay, each call with one model.</summary>
public sealed class EstimateAnswers(ModelSet models, RoleLookup roles)
{
    /// <summary>One estimate.</summary>
    public async Task<EstimateSalaryResponse> EstimateAsync(EstimateSalaryRequest request, ServerCallContext context)
    {
        var model = await models.GetAsync(request.SalaryModel, context.CancellationToken);
        var query = request.Query;
        if (RoleLookup.IsNeeded(query.Role))
        {
            var found = await roles.FindAsync(query.Role, context);
            found.ThrowIfDown();
            query = found.Complete(query);
        }

        return new EstimateSalaryResponse { Result = model.Estimator.Estimate(query), SalaryModel = model.Name };
    }

    /// <summary>Many; a role that cannot be looked up costs its own result, not the others.</summary>
    public async Task<BatchEstimateSalariesResponse> BatchAsync(BatchEstimateSalariesRequest request, ServerCallContext context)
    {
        var model = await models.GetAsync(request.SalaryModel, context.CancellationToken);
        var response = new BatchEstimateSalariesResponse { SalaryModel = model.Name };
        var lookups = request.Queries.Any(q => RoleLookup.IsNeeded(q.Role)) ? await LookUpAsync(request, context) : null;
        foreach (var query in request.Queries)
        {
            var found = lookups is not null && RoleLookup.IsNeeded(query.Role) ? lookups[RoleLookup.Key(query.Role)] : null;
            response.Results.Add(found?.Failure?.Clone() ?? model.Estimator.Estimate(found?.Complete(query) ?? query));
        }

        return response;
    }

    private async Task<Dictionary<string, RoleLookup.Found>> LookUpAsync(BatchEstimateSalariesRequest request, ServerCallContext context)
    {
        var asked = request.Queries.Select(q => q.Role).Where(RoleLookup.IsNeeded).DistinctBy(RoleLookup.Key).ToArray();
        var found = await Task.WhenAll(asked.Select(role => roles.FindAsync(role, context)));
        return asked.Zip(found).ToDictionary(pair => RoleLookup.Key(pair.First), pair => pair.Second, StringComparer.Ordinal);
    }
}
