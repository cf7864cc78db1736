using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.Collections;
using Grpc.Core;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Answers;

/// <summary>Answers one or many questions of pay, each call with one model.</summary>
public sealed class EstimateAnswers(ModelSet models, RoleLookup roles)
{
    /// <summary>One estimate.</summary>
    public async Task<EstimateSalaryResponse> EstimateAsync(EstimateSalaryRequest request, ServerCallContext context)
    {
        var (result, model) = await OneAsync(request.Query, request.SalaryModel, context);
        return new EstimateSalaryResponse { Result = result, SalaryModel = model.Name };
    }

    /// <summary>One, with the model that made it.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="modelName">The model to ask; empty for the active one.</param>
    /// <param name="context">The call.</param>
    /// <param name="currencyField">The field of the request that the currency is from, for the error where it is not
    /// known.</param>
    internal async Task<(SalaryResult Result, LoadedModel Model)> OneAsync(
        SalaryQuery query,
        string modelName,
        ServerCallContext context,
        string currencyField = "query.currency"
    )
    {
        var model = await models.GetAsync(modelName, context.CancellationToken);
        if (RoleLookup.IsNeeded(query.Role))
        {
            var found = await roles.FindAsync(query.Role, context);
            found.ThrowIfUnanswered();
            query = found.Complete(query);
        }

        var result = model.Estimator.Estimate(query);
        ThrowIfUnknown(model, query, result, "query", currencyField);
        return (result, model);
    }

    /// <summary>Two of one model, which comes with them.</summary>
    internal async Task<(SalaryResult One, SalaryResult Other, LoadedModel Model)> PairAsync(
        ComparePayRequest request,
        ServerCallContext context
    )
    {
        var model = await models.GetAsync(request.SalaryModel, context.CancellationToken);
        RepeatedField<SalaryQuery> queries = [request.Query, request.OtherQuery];
        var lookups = await LookUpAsync(queries, context);
        foreach (var found in lookups.Values)
        {
            found.ThrowIfUnanswered();
        }
        var results = Answer(model, queries, lookups);
        ThrowIfUnknown(model, request.Query, results[0], "query", "query.currency");
        ThrowIfUnknown(model, request.OtherQuery, results[1], "other_query", "other_query.currency");
        InOneCurrency(model, queries, lookups, results);
        return (results[0], results[1], model);
    }

    /// <summary>
    /// Of two in different currencies one that names none is told in that of the other, where its rate is known.
    /// </summary>
    private static void InOneCurrency(
        LoadedModel model,
        RepeatedField<SalaryQuery> queries,
        Dictionary<string, RoleLookup.Found> lookups,
        SalaryResult[] results
    )
    {
        var currencies = results.Select(r => r.Estimate?.Percentiles.P50.CurrencyCode ?? "").ToArray();
        var free = queries[1].Currency.Length == 0 ? 1 : 0;
        if (currencies.Contains("") || currencies[0] == currencies[1] || queries[free].Currency.Length > 0)
        {
            return;
        }
        var again = Answer(model, [new SalaryQuery(queries[free]) { Currency = currencies[1 - free] }], lookups)[0];
        if (again.Estimate is not null)
        {
            results[free] = again;
        }
    }

    /// <summary>Many; a role that cannot be looked up costs its own result, not the others.</summary>
    public async Task<BatchEstimateSalariesResponse> BatchAsync(BatchEstimateSalariesRequest request, ServerCallContext context)
    {
        var model = await models.GetAsync(request.SalaryModel, context.CancellationToken);
        return new BatchEstimateSalariesResponse
        {
            Results = { Answer(model, request.Queries, await LookUpAsync(request.Queries, context)) },
            SalaryModel = model.Name,
        };
    }

    private static SalaryResult[] Answer(
        LoadedModel model,
        RepeatedField<SalaryQuery> queries,
        Dictionary<string, RoleLookup.Found> lookups
    )
    {
        var results = new SalaryResult[queries.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var query = queries[i];
            var found = RoleLookup.IsNeeded(query.Role) ? lookups[RoleLookup.Key(query.Role)] : null;
            results[i] = found?.Failure?.Clone() ?? model.Estimator.Estimate(found?.Complete(query) ?? query);
        }

        return results;
    }

    /// <summary>Asked alone, a place or currency that is not known at all is the caller's to put right.</summary>
    private static void ThrowIfUnknown(
        LoadedModel model,
        SalaryQuery query,
        SalaryResult result,
        string field,
        string currencyField
    )
    {
        if (result.InsufficientEvidence is not { } none)
        {
            return;
        }
        if (none.Reason == Reason.UnknownCurrency)
        {
            throw Errors.InvalidArgument(currencyField, none.Message);
        }
        if (none.Reason == Reason.UnknownPlace && model.Data.Places.Find(query.Location) is null)
        {
            throw Errors.InvalidArgument($"{field}.location", none.Message);
        }
    }

    private async Task<Dictionary<string, RoleLookup.Found>> LookUpAsync(
        RepeatedField<SalaryQuery> queries,
        ServerCallContext context
    )
    {
        var asked = queries.Select(q => q.Role).Where(RoleLookup.IsNeeded).DistinctBy(RoleLookup.Key).ToArray();
        var found = await Task.WhenAll(asked.Select(role => roles.FindAsync(role, context)));
        return asked.Zip(found).ToDictionary(pair => RoleLookup.Key(pair.First), pair => pair.Second, StringComparer.Ordinal);
    }
}
